import { expect, test, vi } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { report, workbook } from "../../src/report/index.js";
import type { Part, Report } from "../../src/report/table.js";
import { bare, reaching } from "../support/bare.js";
import { example, read } from "../support/read.js";
import { readWorkbook, unzipped } from "../support/workbook.js";

const show = ["answer", "cash-by-year", "assumptions", "who-saves", "cash"];
const gritting = report(simulate(example("gritting/scenario.yaml"), { draws: 16 }), { show });

const valuesIn = (rows: ReturnType<typeof readWorkbook>[number]["rows"]) =>
  rows.map((row) => row.map(({ value }) => value));

test("has a cover, contents, a sheet for each table, the sources, every row, and notes", async () => {
  const sheets = readWorkbook(await workbook(gritting, { reproduce: { version: "who-saves 9" } }));
  expect(sheets.map(({ name }) => name)).toEqual([
    "Cover",
    "Contents",
    "The answer",
    "Cash by year",
    "Assumptions",
    "Who pays, who saves",
    "Cash",
    "References",
    "Cash by year, all rows",
    "Cash, all rows",
    "Notes",
  ]);
  const [cover, contents] = sheets.map(({ rows }) => valuesIn(rows));
  expect(cover[0]).toEqual([null, gritting.title]);
  expect(cover.find(([term]) => term === "What was found")?.[1]).toBe(gritting.parts[0].finding.join(" "));
  expect(cover.slice(-3)).toEqual([
    ["Draws", "16"],
    ["Seed", "who-saves"],
    ["Version", "who-saves 9"],
  ]);
  expect(contents.slice(1).map(([name]) => name)).toEqual(sheets.slice(2).map(({ name }) => name));
});

test("a sheet is one table: headings that stay in sight, and no row without a cell or wider than they are", async () => {
  for (const { name, xml, rows } of readWorkbook(await workbook(gritting))) {
    const [headings] = valuesIn(rows);
    if (name !== "Cover") expect(headings, name).not.toContain("");
    expect(new Set(headings).size, name).toBe(headings.length);
    expect(xml, name).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    for (const row of valuesIn(rows)) {
      expect(row.length, name).toBeLessThanOrEqual(headings.length);
      expect(row.some((value) => value !== null && value !== "")).toBe(true);
    }
  }
});

test("numbers are in full, each with the format of its kind", async () => {
  const part = gritting.parts.find(({ name }) => name === "who-saves");
  const sheet = readWorkbook(await workbook(gritting)).find(({ name }) => name === "Who pays, who saves");
  const [headings, ...rows] = sheet?.rows ?? [];
  const at = (heading: string): number => headings.findIndex(({ value }) => value === heading);
  const cellsOf = (key: string) =>
    part?.table.rows.map((row) => row[part.table.columns.findIndex((c) => c.key === key)]);
  expect(rows.map((row) => row[at("net")].value)).toEqual(cellsOf("net"));
  expect(rows.map((row) => row[at("net, 5th percentile")].value)).toEqual(cellsOf("netP5"));
  expect(rows[0][at("net")].format).toBe("[$£-809]#,##0;-[$£-809]#,##0");
  expect(rows[0][at("chance")].format).toBe("#,##0%;-#,##0%");
  const years = readWorkbook(await workbook(gritting)).find(({ name }) => name === "Cash by year, all rows");
  const [, first] = years?.rows ?? [];
  expect(first.find(({ format }) => format === "#,##0;-#,##0")?.value).toBe(1);
});

test("the same report gives the same bytes, whatever the clock says", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(2031, 5, 7) });
  const later = await workbook(gritting);
  vi.useRealTimers();
  expect(Buffer.from(later).equals(Buffer.from(await workbook(gritting)))).toBe(true);
  expect([...unzipped(later).keys()].filter((file) => file.startsWith("docProps"))).toEqual([]);
});

const hostile = {
  formula: "=cmd()|'/C calc'!A0",
  plus: "+1+2",
  minus: "-2+3",
  at: "@SUM(A1)",
  markup: "<script>alert(1)</script> & ]]>",
  rightToLeft: "abc\u202edef\u200f",
  escape: "red \u001b[31m bell \u0007",
  emoji: "Family 👨‍👩‍👧 centre",
  long: "x".repeat(200),
  code: "_x0041_",
};

test("hostile names stay texts that a person can read", async () => {
  const keys = Object.keys(hostile);
  const scenario = read(
    bare({
      title: hostile.formula,
      question: hostile.markup,
      agencies: Object.fromEntries(
        Object.entries(hostile).map(([key, name]) => [key, { name, kind: "local", cashable: "100%" } as const]),
      ),
      interventions: {
        help: reaching({
          name: hostile.formula,
          costs: Object.fromEntries(keys.map((key) => [key, { pays: { [key]: 500 }, every: "year" } as const])),
        }),
      },
    }),
  );
  const bytes = await workbook(report(simulate(scenario, { draws: 2 }), { show: ["answer", "who-saves"] }));
  for (const [, xml] of unzipped(bytes)) expect(xml).not.toMatch(/<f>|<script|[^\P{Cc}\n\r\t]|\u202e|\u200f/u);
  const sheets = readWorkbook(bytes);
  const texts = new Set(sheets.flatMap(({ rows }) => valuesIn(rows).flat()));
  for (const [key, text] of Object.entries({ ...hostile, rightToLeft: "abcdef", escape: "red [31m bell" }))
    expect([...texts], key).toContain(text);
});

const part = (title: string): Part => ({
  name: "one",
  title,
  finding: [],
  before: ["What it answers."],
  table: { columns: [{ key: "net", heading: "net", print: "pounds", spare: 0 }], rows: [[1]] },
  after: [],
});

test("names of sheets are short, plain, and unlike each other", async () => {
  const titles = [
    "a/b:c*d?[e]\\f",
    `Explain: ${"Long Agency ".repeat(5)}`,
    `Explain: ${"Long Agency ".repeat(6)}`,
    "'",
    "NOTES",
  ];
  const { parts: _, references: __, ...rest } = gritting;
  const all: Report = { ...rest, references: [], parts: titles.map(part) };
  const names = readWorkbook(await workbook(all)).map(({ name }) => name);
  expect(names).toEqual([
    "Cover",
    "Contents",
    "a b c d e f",
    "Explain Long Agency Long Agenc…",
    "Explain Long Agency Long Age… 2",
    "Sheet",
    "NOTES",
    "Notes 2",
  ]);
  for (const name of names) expect(name.length).toBeLessThanOrEqual(31);
});
