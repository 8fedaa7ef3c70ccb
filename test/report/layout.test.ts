import { beforeAll, describe, expect, test } from "vitest";
import { textTable } from "../../src/report/formats/text-table.js";
import { toMarkdown, toText } from "../../src/report/index.js";
import { type Report, type Table, tableOf } from "../../src/report/table.js";
import { widthOf } from "../../src/report/words.js";
import { exampleFiles } from "../support/read.js";
import { wholeReport } from "../support/reports.js";

/** The answer has its own tests. */
const withoutAnswer = (whole: Report): Report => ({
  ...whole,
  parts: whole.parts.filter(({ name }) => name !== "answer"),
});

/** The words of a text, without the marks around them. */
const wordsIn = (text: string): readonly string[] =>
  text.split(/\s+/).flatMap((word) => word.replace(/^[("]+|[,.;:)"]+$/g, "") || []);

/** True if a word is part of an address that is broken after a dot. */
const isPart = (part: string, address: string): boolean => `.${address}.`.includes(`.${part.replace(/\.$/, "")}.`);

/** Every word of a report, each whole: those of a text as wide as any line. */
const wholeWords = (whole: Report): ReadonlySet<string> => new Set(wordsIn(toText(whole, { width: 1e6 })));

/** The words of a text that are no words of the report. */
const brokenIn = (text: string, whole: ReadonlySet<string>): readonly string[] => {
  const addresses = [...whole].filter((word) => word.includes("."));
  const unknown = [...new Set(wordsIn(text))].filter((word) => /\p{L}{2}/u.test(word) && !whole.has(word));
  return unknown.filter((word) => !addresses.some((address) => isPart(word, address)));
};

describe.each(exampleFiles)("%s", { timeout: 60_000 }, (file) => {
  let whole: Report;
  let words: ReadonlySet<string>;
  beforeAll(() => {
    whole = withoutAnswer(wholeReport(file));
    const asSaid = wordsIn("Left out to fit: (--width 160 shows more, --format csv all).");
    const headings = whole.parts.flatMap(({ table, summary = table }) => [...table.columns, ...summary.columns]);
    words = new Set([...wholeWords(whole), ...asSaid, ...headings.flatMap(({ heading }) => wordsIn(heading))]);
  }, 60_000);

  test.each([60, 80, 140])("fits in %i columns, and breaks no word", (width) => {
    const text = toText(whole, { width });
    for (const line of text.split("\n")) expect(widthOf(line) <= width || !line.trim().includes(" "), line).toBe(true);
    expect(text.replaceAll("run …", "")).not.toContain("…");
    expect(brokenIn(text, words)).toEqual([]);
  });

  test("has every row in Markdown", () => {
    const text = toMarkdown(whole);
    const rows = whole.parts.map(({ table, summary = table }) => summary.rows.length);
    const heads = text.match(/^\| -?-/gm)?.length ?? 0;
    expect(text.match(/^\|/gm)?.length ?? 0).toBe(rows.reduce((sum, each) => sum + each, 0) + 2 * heads);
    expect(text).not.toContain("…");
  });
});

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
