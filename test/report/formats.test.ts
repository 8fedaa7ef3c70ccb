import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clean } from "../../src/base/texts/clean.js";
import { csvHeading } from "../../src/report/formats/csv.js";
import { toCsv, toJson, toMarkdown, toText } from "../../src/report/index.js";
import type { Cell } from "../../src/report/numbers.js";
import { outputNames, outputs } from "../../src/report/outputs.js";
import type { Report } from "../../src/report/table.js";
import { type TableColumns, tableOf } from "../../src/report/table.js";
import { anyText } from "../support/any-text.js";
import { csvCells } from "../support/csv-cells.js";

interface Numbers {
  readonly net: number;
  readonly netP5: number;
  readonly chance: number;
  readonly contacts: number;
}

interface Row {
  readonly name: string;
  readonly note: string;
  readonly pounds: number | null;
  readonly holds: boolean;
}

const columns: TableColumns<Row> = {
  name: ["who", "text"],
  note: ["note", "text", 1],
  pounds: ["pounds", "pounds"],
  holds: ["holds", "yesNo"],
};

const reportOf = (...rows: readonly Row[]): Report => ({
  title: "A title",
  question: "A question?",
  context: "What was run.",
  settings: { draws: 1 },
  parts: [
    { name: "one", title: "One", finding: [], before: ["What it answers."], table: tableOf(columns, rows), after: [] },
  ],
  labels: {},
  references: [],
});

const row = (parts: Partial<Row> = {}): Row => ({ name: "council", note: "", pounds: 1234.5, holds: true, ...parts });

describe("toCsv(report)", () => {
  test("has keys and no byte order mark for programs, with the same rows", () => {
    const [words, keys] = [toCsv(reportOf(row())), toCsv(reportOf(row()), { headings: "keys" })];
    expect(keys).toBe("name,note,pounds,holds\r\ncouncil,,1234.5,true\r\n");
    expect(words.split("\r\n").slice(1)).toEqual(keys.split("\r\n").slice(1));
  });

  test("a spreadsheet reads back every cell", () => {
    fc.assert(
      fc.property(anyText(), fc.double({ noNaN: true, noDefaultInfinity: true }), (name, pounds) => {
        const [, [readName, , readPounds]] = csvCells(toCsv(reportOf(row({ name, pounds }))));
        expect(readName.replace(/^'/, "")).toBe(clean(name.replace(/\r\n?/g, "\n")).replace(/^'/, ""));
        // Half a penny either way, or the last bit of a large number.
        expect(Math.abs(Number(readPounds) - pounds)).toBeLessThanOrEqual(0.0051 + 1e-15 * Math.abs(pounds));
      }),
    );
  });

  test("no text is run as a formula", () => {
    const dangerous = ["=1+1", "+1", "-1", "@sum", "\tx", "\r=1", " =1", "\u0000=1", "＝1", '=HYPERLINK("x")'];
    for (const name of dangerous) {
      const [, [cell]] = csvCells(toCsv(reportOf(row({ name }))));
      expect(cell, JSON.stringify(name)).toMatch(/^('|[^\s=+\-@])/);
    }
    fc.assert(
      fc.property(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n"), fc.string(), (sign, rest) => {
        const [, [cell]] = csvCells(toCsv(reportOf(row({ name: sign + rest }))));
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  test("a number less than 0 stays a number, and nothing stays empty", () => {
    expect(toCsv(reportOf(row({ pounds: -1.5 }), row({ pounds: null, holds: false })))).toBe(
      "\ufeffwho,note,pounds (£),holds\r\ncouncil,,-1.5,true\r\ncouncil,,,false\r\n",
    );
  });

  test("rounds pounds to the penny, and names percentiles and units in the headings", () => {
    const { parts, ...rest } = reportOf();
    const table = tableOf<Numbers>(
      {
        net: ["net", "pounds"],
        netP5: ["5th", "pounds"],
        chance: ["chance", "share"],
        contacts: ["contacts", "count"],
      },
      [{ net: 814923.5688114156, netP5: -0.001, chance: 0.123456789, contacts: 1234.56789012 }],
    );
    expect(toCsv({ ...rest, parts: [{ ...parts[0], table }] })).toBe(
      '\ufeffnet (£),"net, 5th percentile (£)",chance (share),contacts\r\n814923.57,0,0.123457,1234.56789\r\n',
    );
  });

  test.each(outputNames)("%s has a heading of its own for each column", (name) => {
    const headings = outputs[name].columns.map((column, _, all) => csvHeading(column, all));
    expect(new Set(headings).size, headings.join(", ")).toBe(headings.length);
  });

  test("two tables are refused", () => {
    const { parts, ...rest } = reportOf(row());
    expect(() => toCsv({ ...rest, parts: [...parts, ...parts] })).toThrow("CSV holds one table, not 2: one, one.");
  });
});

describe("toText(report)", () => {
  test("has no escape code unless colour is asked for, whatever the scenario says", () => {
    const hostile = reportOf(row({ name: "\u001b[31mred\u0007" }));
    expect(toText({ ...hostile, title: "\u001b]0;title\u0007" })).not.toMatch(/[^\P{Cc}\n]/u);
    expect(toText(hostile, { colour: true })).toContain("\u001b[1mA title\u001b[22m");
  });

  test("states a value that is the same in every row once, and leaves out columns that do not fit", () => {
    const text = toText(reportOf(row({ note: "a".repeat(10) }), row({ note: "a".repeat(10), pounds: null })));
    expect(text).toContain(`In every row: note ${"a".repeat(10)}.`);
    const wide = reportOf(row({ name: "n ".repeat(60), note: "b".repeat(90) }), row({ name: "m ".repeat(60) }));
    for (const line of toText(wide).split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  test.each([40, 60, 160])("has lines of at most %i columns if asked to", (width) => {
    const text = toText(reportOf(row({ note: "a note ".repeat(30) }), row()), { width });
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(width);
    expect(text.split("\n").some((line) => line.length > width - 8)).toBe(true);
  });

  test("says so where there is no row", () => {
    expect(toText(reportOf())).toContain("There is nothing to show.");
  });
});

test("toMarkdown(report) escapes what Markdown would obey", () => {
  expect(toMarkdown(reportOf(row({ name: "a|b\n*c* <b>" })))).toContain("| a\\|b \\*c\\* \\<b> | £1,235 | yes |");
});

test("toJson(report) holds every cell in full, and no control character", () => {
  fc.assert(
    fc.property(anyText(), (name) => {
      const text = toJson(reportOf(row({ name, pounds: 1 / 3 })));
      expect(text).not.toMatch(/[^\P{Cc}\n]/u);
      const [only]: readonly Record<string, Cell>[] = JSON.parse(text).outputs.one;
      expect(only).toEqual({ name, note: "", pounds: 1 / 3, holds: true });
    }),
  );
});

describe("a table of 130,000 rows", () => {
  // More than a call takes as arguments, so a list of cells must not be spread into one.
  const rows = Array.from({ length: 130_000 }, (_, at) => ({ name: `row ${at}` }));
  const [part] = reportOf().parts;
  const long: Report = { ...reportOf(), parts: [{ ...part, table: tableOf({ name: ["who", "text"] }, rows) }] };

  test.each([
    ["text", toText],
    ["markdown", toMarkdown],
    ["csv", toCsv],
    ["json", toJson],
  ])("prints as %s", (_, print) => expect(print(long)).toContain("row 129999"));
});
