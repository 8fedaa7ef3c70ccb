import { describe, expect, test } from "vitest";
import { textTable } from "../../src/report/formats/text-table.js";
import { type Table, tableOf } from "../../src/report/table.js";

interface Row {
  readonly level: string;
  readonly name: string;
  readonly net: number;
  readonly note: string;
}

const wide = (...rows: readonly Row[]): Table =>
  tableOf<Row>(
    { level: ["level", "text", 20], name: ["who", "text"], net: ["net", "pounds"], note: ["note", "text", 2] },
    rows,
  );

const rows: readonly Row[] = [
  { level: "agency", name: "University College Hospital", net: -12_345, note: "n" },
  { level: "agency", name: "Council", net: 5, note: "m" },
  { level: "place", name: "The place", net: -12_340, note: "a" },
  { level: "society", name: "Society", net: -12_340, note: "b" },
];

describe("textTable(table, width)", () => {
  test("draws a line above sums, and leaves out columns for machines", () => {
    const { heading, lines } = textTable(wide(...rows), 80);
    expect([...heading, ...lines.map(({ text }) => text)]).toEqual([
      "who                               net  note",
      "University College Hospital  −£12,345  n",
      "Council                            £5  m",
      "                             ────────",
      "The place                    −£12,340  a",
      "Society                      −£12,340  b",
    ]);
    expect(lines.map(({ isApart }) => isApart)).toEqual([false, false, false, true, true]);
  });

  test("names the columns that it leaves out", () => {
    expect(textTable(wide(...rows), 30).leftOut).toEqual(["note"]);
  });

  test("makes each row a list where not even the least columns fit", () => {
    const { heading, lines } = textTable(wide(...rows), 16);
    expect(heading).toEqual([]);
    expect(lines.slice(0, 5).map(({ text }) => text)).toEqual([
      "who  University",
      "     College",
      "     Hospital",
      "net  −£12,345",
      "",
    ]);
  });
});
