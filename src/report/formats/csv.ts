import { ScenarioError } from "../../base/problem.js";
import type { Cell } from "../numbers.js";
import type { Report } from "../table.js";
import { clean } from "../words.js";

/**
 * The table of a report as CSV (RFC 4180): every column, numbers in full, null as an empty cell.
 * A text that a spreadsheet would run as a formula gets an apostrophe in front.
 * @param report from `report`, with one output
 * @returns the text; its lines end in CR LF
 * @throws ScenarioError if the report has several outputs: a CSV file holds one table
 * @example toCsv(report(simulate(fdac, { draws: 1 }), { show: ["expectations"] })).split(",")[0] // => "name"
 */
export const toCsv = ({ parts }: Report): string => {
  checkOneTable(parts.map(({ name }) => name));
  const { columns, rows } = parts[0].table;
  return [columns.map(({ key }) => key), ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
};

/** Refuses several outputs, because a CSV file holds one table. */
export const checkOneTable = (names: readonly string[]): void => {
  if (names.length === 1) return;
  const what = `CSV holds one table, not ${names.length}: ${names.join(", ")}.`;
  const mend = "Show one of them at a time, or use json, which holds all of them.";
  throw new ScenarioError([{ severity: "error", address: "show", what, mend }]);
};

const csvCell = (cell: Cell): string => {
  if (typeof cell !== "string") return cell === null ? "" : String(cell);
  const text = clean(cell.replace(/\r\n?/g, "\n"));
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The start of a text that a spreadsheet reads as a formula, also in full-width letters. */
const formulaStart = /^[\t\n]|^\s*[=+\-@＝＋－＠]/;
