import { checkOptions, wordFrom } from "../../base/problems/options.js";
import { mistake } from "../../base/problems/problem.js";
import { clean } from "../../base/texts/clean.js";
import type { Cell, Print } from "../numbers.js";
import { checkReport, type Report, type ReportFile, type Table, type TableColumn } from "../table.js";

/** Whom a CSV file is for. */
export interface CsvOptions {
  /**
   * `words` for people: headings with units, after a byte order mark, by which a spreadsheet knows UTF-8. `keys` for
   * programs: the keys of JSON, without a mark. Default: words.
   */
  readonly headings?: "words" | "keys";
}

/**
 * The table of a report as CSV (RFC 4180), one fact a row: every column, under a heading with its unit. Pounds are to
 * the penny, other numbers to six decimals; null is an empty cell. What a spreadsheet would run as a formula gets an
 * apostrophe in front.
 * @param report from `report`, with one output
 * @param options headings for people (the default) or for programs
 * @returns the text; its lines end in CR LF
 * @throws ScenarioError if the report has several outputs: a CSV file holds one table
 * @example toCsv(report(simulate(fdac, { draws: 1 }), { show: ["who-saves"] })).split(",")[4] // => "pays (£)"
 */
export const toCsv = (report: Report, options: CsvOptions = {}): string => {
  checkReport(report);
  const { parts } = report;
  checkOptions(options, { headings: wordFrom(["words", "keys"]) });
  checkOneTable(parts.map(({ name }) => name));
  return fileText(parts[0].table, options);
};

/** Each output of a report as a CSV file: `who-saves.csv`. */
export const csvFiles = ({ parts }: Report, options: CsvOptions): readonly ReportFile[] =>
  parts.map(({ name, table }) => ({ name: `${name.replace(/[^\w-]+/g, "-")}.csv`, text: fileText(table, options) }));

/** Refuses several outputs, because a CSV file holds one table. */
export const checkOneTable = (names: readonly string[]): void => {
  if (names.length === 1) return;
  const what = `CSV holds one table, not ${names.length}: ${names.join(", ")}.`;
  const mend = "Write them to a folder (--format csv --out FOLDER/), show one at a time, or use json, which holds all.";
  throw mistake("show", what, mend);
};

const byteOrderMark = "\ufeff";

const fileText = ({ columns, rows }: Table, { headings = "words" }: CsvOptions): string => {
  const lines = rows.map((row) => row.map((cell, at) => rounded(cell, columns[at].print)));
  if (headings === "keys") return csvText([columns.map(({ key }) => key), ...lines]);
  return byteOrderMark + csvText([columns.map((column) => csvHeading(column, columns)), ...lines]);
};

/** Rows of cells as CSV. */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");

/** The heading of a column, with its unit: `net, 5th percentile (£)`. */
export const csvHeading = (column: TableColumn, columns: readonly TableColumn[]): string =>
  (columnName(column, columns) || column.key) + (units.find(({ prints }) => prints.includes(column.print))?.text ?? "");

/** The heading of a column, which names the column that a percentile belongs to: `net, 5th percentile`. */
export const columnName = ({ key, heading }: TableColumn, columns: readonly TableColumn[]): string => {
  const [, base, percentile] = /^(.*)P(5|95)$/.exec(key) ?? [];
  const of = columns.find((column) => column.key === base);
  return of === undefined ? heading : `${of.heading || of.key}, ${percentile}th percentile`;
};

/** The unit of a column, by the way it is printed. */
const units: readonly { readonly text: string; readonly prints: readonly Print[] }[] = [
  { text: " (£)", prints: ["pounds", "roundedPounds", "besideLargest"] },
  { text: " (share)", prints: ["share", "percent", "change"] },
];

/** A number in the digits that a reader of a spreadsheet needs. One below 1 has six digits. */
const rounded = (cell: Cell, print: Print): Cell => {
  if (typeof cell !== "number" || !Number.isFinite(cell)) return cell;
  if (units[0].prints.includes(print)) return Number(cell.toFixed(2));
  return Number(Math.abs(cell) < 1 ? cell.toPrecision(6) : cell.toFixed(6));
};

const csvCell = (cell: Cell): string => {
  if (typeof cell === "object") return cell === null ? "" : csvCell(cell.join("; "));
  if (typeof cell !== "string") return String(cell);
  const text = clean(cell.replace(/\r\n?/g, "\n"));
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The start of a text that a spreadsheet reads as a formula, also in full-width letters. */
const formulaStart = /^[\t\n]|^\s*[=+\-@＝＋－＠]/;
