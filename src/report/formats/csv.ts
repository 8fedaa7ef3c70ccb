import { ScenarioError } from "../../base/problem.js";
import type { Cell } from "../numbers.js";
import type { Report } from "../table.js";
import { clean } from "../words.js";

/**
 * The one table of a report as CSV (RFC 4180): every column, numbers in full, nothing where there is nothing to say.
 * A text that a spreadsheet would run as a formula begins with an apostrophe.
 * @param report from `report`, with one output
 * @returns the text; its lines end in CR LF
 * @throws ScenarioError where the report has several outputs: a CSV file holds one table
 * @example toCsv(report(simulate(fdac, { draws: 1 }), { show: ["expectations"] })).split(",")[0] // => "name"
 */
export const toCsv = ({ parts }: Report): string => {
  checkOneTable(parts.map(({ name }) => name));
  const { columns, rows } = parts[0].table;
  return [columns.map(({ key }) => key), ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
};

/** Refuses outputs that one CSV file cannot hold. */
export const checkOneTable = (names: readonly string[]): void => {
  if (names.length === 1) return;
  const what = `CSV holds one table, not ${names.length}: ${names.join(", ")}.`;
  const mend = "Show one of them at a time, or take json, which holds them all.";
  throw new ScenarioError([{ severity: "error", address: "show", what, mend }]);
};

const csvCell = (cell: Cell): string => {
  if (typeof cell !== "string") return cell === null ? "" : String(cell);
  const text = clean(cell.replace(/\r\n?/g, "\n"));
  const safe = runs.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** What a spreadsheet takes for a formula, in the wide letters of eastern keyboards too. */
const runs = /^[\t\n]|^\s*[=+\-@＝＋－＠]/;
