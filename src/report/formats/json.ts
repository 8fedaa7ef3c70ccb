import { checkReport, type Report } from "../table.js";

/**
 * A report as JSON: what was run, the names for readers of the ids, then each output as a list of rows.
 * Numbers are in full; the order is always the same.
 * @param report from `report`
 * @returns the text, with a final new line
 * @example JSON.parse(toJson(report(simulate(fdac, { draws: 1 }), { show: ["who-saves"] }))).settings.years // => 5
 */
export const toJson = (report: Report): string => {
  checkReport(report);
  const { title, question, settings, labels, parts } = report;
  const outputs = Object.fromEntries(
    parts.map(({ name, table: { columns, rows } }) => [
      name,
      rows.map((row) => Object.fromEntries(columns.map(({ key }, at) => [key, row[at]]))),
    ]),
  );
  const text = JSON.stringify({ title, question: question.trim(), settings, labels, outputs }, null, 2);
  return `${text.replace(/[\u007f-\u009f\u2028\u2029]/g, escaped)}\n`;
};

const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
