import { describe, expect, test } from "vitest";
import { largestOf } from "../../src/base/mathematics/largest.js";
import { keysOf } from "../../src/base/records.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { type PictureRow, pictureRows } from "../../src/report/charts/picture.js";
import { forReaders } from "../../src/report/for-readers.js";
import { paperTable, printedTable } from "../../src/report/formats/printed-table.js";
import { charts, report, toCsv, toHtml, toMarkdown, toText, workbook } from "../../src/report/index.js";
import { type Cell, isNumeric, printed } from "../../src/report/numbers.js";
import { outputNames } from "../../src/report/outputs.js";
import type { Report, Table } from "../../src/report/table.js";
import { csvCells } from "../support/csv-cells.js";
import { isWhole } from "../support/hunt.js";
import { example, exampleFiles } from "../support/read.js";
import { slowOutputs } from "../support/slow-outputs.js";
import { type ReadSheet, readWorkbook } from "../support/workbook.js";

// A figure is the same wherever it is printed: text, Markdown, HTML, CSV, a workbook, a picture.

const files = isWhole ? exampleFiles : ["gritting/scenario.yaml", "casework/scenario.yaml", "hiv/scenario.yaml"];

const show = outputNames.filter((name) => isWhole || !slowOutputs.includes(name));

/** The columns whose figures a picture has, and the rows that it draws, by output. */
const drawnBy: Readonly<
  Record<string, { readonly keys: readonly string[]; readonly of?: (row: PictureRow, at: number) => boolean }>
> = {
  "who-saves": { keys: ["pays", "cash", "freed", "cheaper", "transfers", "net"] },
  "cost-shifts": { keys: ["pounds"] },
  decide: { keys: ["sidePayment"], of: (row) => row.text("block") !== "" && row.text("outcome") === "no" },
  deal: { keys: ["pounds"] },
  waiting: { keys: ["waiting"] },
  "contacts-per-person": {
    keys: ["without", "with"],
    of: (row) => row.text("service") === "all" && row.cell("year") === null,
  },
  cash: { keys: ["avoided", "cash", "backfilled", "idle", "exitCost"], of: (row) => row.cell("year") === null },
  "cash-by-year": { keys: ["net"], of: (row) => row.cell("level") === "society" },
  "budget-gap": { keys: ["budget", "spending"] },
  concentration: { keys: ["people", "demand"] },
  "cost-effectiveness": { keys: ["cost", "outcomes"] },
  acceptability: { keys: ["share"] },
  sensitivity: { keys: ["atLow", "atHigh"], of: (_, at) => at === 0 },
};

/** The figures in a text: `£1.23m`, `−12%`, `2026/27`. */
const figuresIn = (text: string): readonly string[] =>
  text.match(/[−+]?£?\d[\d,./]*(?:bn|m\b|%)?/g)?.map(trimmed) ?? [];

const trimmed = (figure: string): string => figure.replace(/[,./]+$/, "");

/** A report of the outputs that have rows. */
const reportOf = (file: string): Report => {
  const all = report(simulate(example(file), { draws: 8 }), { show });
  return { ...all, parts: all.parts.filter(({ table }) => table.rows.length > 0) };
};

/** Each output as a report of its own. */
const partsOf = (all: Report): readonly Report[] => all.parts.map((part) => ({ ...all, parts: [part] }));

/** The largest number beside which others of the table are printed. */
const largestIn = ({ columns, rows }: Table): number =>
  largestOf(
    rows.flatMap((row) =>
      row.map((cell, at) => (columns[at].print === "besideLargest" && typeof cell === "number" ? Math.abs(cell) : 0)),
    ),
    0,
  );

/** A table as it prints from the numbers of a sheet; what only readers do without (a range of one number) is empty. */
const printedFrom = (sheet: ReadSheet, table: Table): readonly (readonly string[])[] => {
  const { columns, headings } = printedTable(table);
  const shift = sheet.rows[0].length - columns.length;
  const largest = largestIn(table);
  let line = 0;
  return table.rows.map((row, at) => {
    if (headings[at] !== undefined) return [headings[at], ...columns.slice(1).map(() => "")];
    line++;
    const byKey = Object.fromEntries(table.columns.map(({ key }, place) => [key, row[place]]));
    return columns.map(({ column: { print }, cells }, place) => {
      const cell: Cell = sheet.rows[line][place + shift]?.value ?? "";
      const text = typeof cell === "number" && isNumeric(print) ? printed(cell, print, byKey, largest) : String(cell);
      return cells[at] === "" && typeof cell === "number" ? "" : text;
    });
  });
};

const inWords = (text: string): string => text.replace(/\s+/g, " ");
const unescaped = (text: string): string => text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
const cellsInHtml = (page: string): readonly string[] =>
  [...page.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, inner]) => unescaped(inner.replace(/<[^>]*>/g, "")));

describe.each(files)("%s", { timeout: 120_000 }, (file) => {
  const all = reportOf(file);
  const reports = partsOf(all);

  test("text, Markdown and HTML print what the numbers of the workbook print", async () => {
    const [, , ...sheets] = readWorkbook(await workbook(all));
    let at = 0;
    for (const each of reports) {
      const [part] = forReaders(each).parts;
      const tables = [part.summary ?? part.table, ...(part.further ?? []).map(({ table }) => table)];
      const text = inWords(toText(each, { width: 1e6, allNotes: true }));
      const [markdown, html] = [toMarkdown(each).replaceAll("\\", ""), cellsInHtml(toHtml(each))];
      for (const table of tables) {
        const lines = printedFrom(sheets[at++], table);
        const { columns, headings } = printedTable(table);
        const own = table.rows.map((_, row) =>
          headings[row] === undefined
            ? columns.map(({ cells }) => cells[row])
            : [headings[row], ...lines[row].slice(1)],
        );
        expect(lines, part.name).toEqual(own);
        const onPaper = new Set(paperTable(table).shown.map(({ column }) => column.key));
        for (const [row, line] of lines.entries())
          for (const [place, cell] of line.entries()) {
            if (cell === "" || !isNumeric(columns[place].column.print)) continue;
            if (!onPaper.has(columns[place].column.key) || headings[row] !== undefined) continue;
            expect(text, part.name).toContain(cell);
            expect(markdown, part.name).toContain(cell);
            expect(html, part.name).toContain(cell);
          }
      }
    }
  });

  test("CSV has the numbers of the table to its digits", () => {
    for (const each of reports) {
      const [{ table, name }] = each.parts;
      const [, ...lines] = csvCells(toCsv(each, { headings: "keys" }));
      for (const [at, row] of table.rows.entries())
        for (const [place, cell] of row.entries())
          if (typeof cell === "number" && Number.isFinite(cell)) {
            const digits = Math.max(0.005 + 1e-9, Math.abs(cell) * 5e-6); // half a penny exactly is either
            expect(Math.abs(Number(lines[at][place]) - cell), `${name} ${cell}`).toBeLessThanOrEqual(digits);
          }
    }
  });

  test.each(keysOf(drawnBy))("the picture of %s has the figures of its table, and no others", (name) => {
    const part = all.parts.find((each) => each.name === name);
    const [chart] = part === undefined ? [] : charts({ ...all, parts: [part] });
    if (part === undefined || chart === undefined) return;
    const [{ table, summary = table }] = forReaders({ ...all, parts: [part] }).parts;
    const rows = [...pictureRows(chart.table), ...pictureRows(summary)];
    const { keys, of = () => true } = drawnBy[name];
    for (const row of rows.filter(of))
      for (const key of keys)
        if (Math.abs(row.number(key)) >= 0.005) expect(chart.describe, `${name} ${key}`).toContain(row.text(key));
    // The first sheet says in words what the marks mean, without a figure of the table.
    const marks = figuresIn(unescaped(/<desc[^>]*>(.*?)<\/desc>/.exec(chart.sheets(700)[0])?.[1] ?? ""));
    const columns = [...table.columns, ...summary.columns].map(({ key }) => key);
    const known = new Set([
      ...marks,
      ...part.finding.flatMap(figuresIn),
      ...rows.flatMap((row) => columns.flatMap((key) => figuresIn(row.text(key)))),
    ]);
    expect(figuresIn(chart.describe).filter((figure) => !known.has(figure))).toEqual([]);
    // Labels beside marks stand to the right of their place; numbers along an axis do not, and are no cells.
    const labels = [...chart.svg(1200).matchAll(/<text ([^>]*)>([^<]*)</g)].filter(([, look]) => !/anchor/.test(look));
    const inLabels = labels.flatMap(([, , text]) => figuresIn(unescaped(text)));
    expect(inLabels.filter((figure) => !known.has(figure) && !/^\d{1,2}$/.test(figure))).toEqual([]);
  });
});
