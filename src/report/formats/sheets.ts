import { largestOf } from "../../base/mathematics/largest.js";
import { firstCapital, nameOfKey } from "../../scenario/names.js";
import { forReaders } from "../for-readers.js";
import { isNumeric, printed } from "../numbers.js";
import type { Part, Report, Table } from "../table.js";
import { nothingToShow, oneLine, widthOf } from "../words.js";
import { columnName } from "./csv.js";
import { type MadeOptions, madeTerms, method } from "./made.js";
import { numberFormat } from "./number-format.js";
import { printedTable } from "./printed-table.js";

/** A cell of a sheet: a text, or a number and how the spreadsheet shows it. */
export type SheetCell = string | { readonly value: number; readonly format: string };

/** One table, which a sheet holds from its first cell on. */
export interface SheetTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Of each column: its width in characters. */
  readonly widths: readonly number[];
  /** The places, from 0, of rows that sum others. */
  readonly sums: readonly number[];
}

/** A sheet of a workbook. */
export interface Sheet extends SheetTable {
  /** At most 31 characters, and no two alike. */
  readonly name: string;
}

/**
 * A report as sheets: the cover, the contents, the tables that readers see, the sources, every row of a table that
 * readers see as a summary, and the notes. Each sheet is one table.
 */
export const sheetsOf = (report: Report, options: MadeOptions): readonly Sheet[] => {
  const shown = forReaders(report);
  const tables = [...shown.parts.flatMap(readerTables), ...sourceTables(shown), ...shown.parts.flatMap(wholeTables)];
  const notes: Described = { name: "Notes", answers: "How to read the figures.", found: "", table: notesTable(shown) };
  const named = withSheetNames([
    { name: "Cover", answers: "", found: "", table: coverTable(shown, options) },
    { name: "Contents", answers: "", found: "", table: wordsTable([], []) },
    ...tables,
    notes,
  ]);
  const contents = wordsTable(
    ["sheet", "what it answers", "what was found"],
    named.slice(2).map(({ name, answers, found }) => [name, answers, found]),
  );
  return named.map(({ name, table }, at) => ({ name, ...(at === 1 ? contents : table) }));
};

/** A table, and what the contents say of it. */
interface Described {
  readonly name: string;
  readonly answers: string;
  readonly found: string;
  readonly table: SheetTable;
}

const titleOf = ({ title }: Part): string => title ?? "The answer";

/** The tables of an output that text and markdown print. */
const readerTables = (part: Part): readonly Described[] => {
  const { title, before, finding, table, summary = table, further = [], empty } = part;
  const name = titleOf(part);
  const answers = title === null ? "Who pays, who saves, and how sure that is." : before[0];
  if (table.rows.length === 0) return [{ name, answers, found: "", table: wordsTable([nothingToShow(empty)], []) }];
  return [
    { name, answers, found: finding.join(" "), table: tableOfSheet(summary) },
    ...further.map((each) => ({ name: each.heading, answers, found: "", table: tableOfSheet(each.table) })),
  ];
};

/** Every row and column of a table that readers see as a summary. */
const wholeTables = (part: Part): readonly Described[] => {
  const { table, summary = table } = part;
  const isWhole = summary.rows.length === table.rows.length && keysIn(summary) === keysIn(table);
  if (isWhole) return [];
  const columns = table.columns.map((column) => ({ ...column, spare: 0 }));
  const answers = `Every row and column of ${titleOf(part)}, as in CSV.`;
  return [{ name: `${titleOf(part)}, all rows`, answers, found: "", table: tableOfSheet({ ...table, columns }) }];
};

const keysIn = ({ columns }: Table): string => columns.map(({ key }) => key).join();

/** The sources of the numbers, if there are any to list. */
const sourceTables = ({ references }: Report): readonly Described[] => {
  if (references.length === 0) return [];
  const table: Table = {
    columns: [
      { key: "number", heading: "number", print: "year", spare: 0 },
      { key: "title", heading: "source", print: "text", spare: 0 },
      { key: "licence", heading: "licence", print: "text", spare: 1 },
      { key: "url", heading: "address", print: "text", spare: 1 },
    ],
    rows: references.map(({ number, title, licence, url }) => [number, title, licence, url]),
  };
  return [{ name: "References", answers: "The sources of the numbers.", found: "", table: tableOfSheet(table) }];
};

/** What was asked and found, and how the workbook was made. */
const coverTable = (report: Report, options: MadeOptions): SheetTable => {
  const { title, question, context, parts } = report;
  const { finding } = parts.find((part) => part.title === null) ?? parts[0];
  const terms = {
    question,
    "what was found": finding.join(" "),
    "what was run": context,
    ...madeTerms(report, options),
  };
  return wordsTable(
    ["", title],
    Object.entries(terms).map(([term, text]) => [firstCapital(term), text]),
  );
};

/** The method, and what the outputs say around their tables. */
const notesTable = ({ parts, context }: Report): SheetTable =>
  wordsTable(
    ["about", "note"],
    [
      ...[...method, context].map((text) => ["All figures", text]),
      ...parts.flatMap((part) =>
        [...part.before.slice(1), ...part.after, ...(part.notes ?? [])].map((text) => [titleOf(part), text]),
      ),
    ],
  );

/** A table of texts. */
const wordsTable = (headings: readonly string[], texts: readonly (readonly string[])[]): SheetTable =>
  withWidths({
    headings: headings.map(oneLine),
    rows: texts.map((row) => row.map((text) => oneLine(text.replaceAll("`", "")))),
    sums: [],
  });

/** A table as readers see it. A heading within the rows becomes the first cell of each row below it. */
const tableOfSheet = (table: Table): SheetTable => {
  const { columns, headings, sums } = printedTable(table);
  const isGrouped = headings.some((heading) => heading !== undefined);
  let group = "";
  const rows = table.rows.flatMap((row, at): readonly (readonly SheetCell[])[] => {
    group = headings[at] ?? group;
    if (headings[at] !== undefined) return [];
    const byKey = Object.fromEntries(table.columns.map(({ key }, place) => [key, row[place]]));
    const cells = columns.map(({ column: { key, print }, cells: texts }): SheetCell => {
      const value = byKey[key];
      return typeof value === "number" && Number.isFinite(value) && isNumeric(print)
        ? { value, format: numberFormat(printed(value, print, byKey)) }
        : texts[at];
    });
    return [isGrouped ? [group, ...cells] : cells];
  });
  const heads = columns.map(({ column }) => oneLine(columnName(column, table.columns)) || nameOfKey(column.key));
  return withWidths({
    headings: isGrouped ? ["group", ...heads] : heads,
    rows,
    sums: isGrouped ? [] : [...sums.keys()].filter((at) => sums[at]),
  });
};

/** The width of a column of numbers, and the most of a column of texts, which are broken into lines. */
const [numberWidth, mostWidth] = [14, 60];

const withWidths = (table: Omit<SheetTable, "widths">): SheetTable => ({
  ...table,
  widths: table.headings.map(
    (heading, at) =>
      largestOf(
        table.rows.map((row) => {
          const cell = row[at];
          return typeof cell === "string" ? Math.min(mostWidth, widthOf(cell)) : numberWidth;
        }),
        Math.min(mostWidth, widthOf(heading)),
      ) + 2,
  ),
});

/** What a spreadsheet refuses in the name of a sheet, and the most letters of it. */
const refused = /[[\]:*?/\\]/g;
const mostLetters = 31;

/** Names that a spreadsheet takes: without signs, short, and no two alike but for capitals. */
const withSheetNames = (all: readonly Described[]): readonly Described[] => {
  const used = new Set<string>();
  return all.map((each) => {
    const plain = oneLine(each.name.replace(refused, " ")).replace(/^'+|'+$/g, "") || "Sheet";
    let name = cut(plain, mostLetters);
    for (let copy = 2; used.has(name.toLowerCase()); copy++) {
      const end = ` ${copy}`;
      name = cut(plain, mostLetters - end.length) + end;
    }
    used.add(name.toLowerCase());
    return { ...each, name };
  });
};

/** A text cut to a number of letters; no letter is cut in two. */
const cut = (text: string, most: number): string => {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd()}…`;
};
