import { printed } from "../numbers.js";
import type { Report, Table } from "../table.js";
import { nothingToShow, oneLine } from "../words.js";

/**
 * A report as Markdown, with every column of every table, and the sources at its end. For a paper, an issue or a wiki.
 * @param report from `report`
 * @returns the text, with a final new line
 * @example
 * const text = toMarkdown(report(simulate(fdac, { draws: 1 }), { show: ["who-saves"] }));
 * text.split("\n")[0] // => "# Family Drug and Alcohol Court, London"
 */
export const toMarkdown = ({ title, question, context, parts, references }: Report): string => {
  const hasReferences = parts.some(({ name }) => name === "references");
  const blocks = parts.flatMap(({ title, finding, before, heading, table, further = [], after, notes = [], empty }) => [
    ...(title === null ? [] : [`## ${escaped(title)}`]),
    ...(finding.length === 0 ? [] : [paragraph(finding.join(" "))]),
    ...before.map(paragraph),
    ...(heading === undefined ? [] : [`### ${escaped(heading)}`]),
    table.rows.length === 0 ? paragraph(nothingToShow(empty)) : markdownTable(table),
    ...further.flatMap((each) => [`### ${escaped(each.heading)}`, markdownTable(each.table)]),
    ...[...after, ...notes].map(paragraph),
  ]);
  const head = [`# ${escaped(title)}`, paragraph(question)];
  const end = [paragraph(context), ...(hasReferences ? [] : listOf(references))];
  return `${[...head, ...blocks, ...end].join("\n\n")}\n`;
};

/** The numbered list of sources at the end of the page. */
const listOf = (references: Report["references"]): readonly string[] => {
  const lines = references.map(({ number, title, url, licence }) => {
    const parts = [`${title.replace(/\.$/, "")}.`, ...(licence === "" ? [] : [`${licence}.`]), url];
    return `${number}. ${escaped(parts.join(" "))}`;
  });
  return lines.length === 0 ? [] : ["## References", lines.join("\n")];
};

const escaped = (text: string): string => oneLine(text).replace(/[\\`*_<>|[\]]/g, "\\$&");

/** A paragraph that cannot start a heading, a list or a fence. */
const paragraph = (text: string): string =>
  escaped(text)
    .replace(/^[#~+=-]/, "\\$&")
    .replace(/^(\d+)(?=[.)] )/, "$1\\");

const markdownTable = ({ columns, rows }: Table): string => {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(({ heading }) => escaped(heading))),
    line(columns.map(({ print }) => (print === "text" ? "---" : "---:"))),
    ...rows.map((row) => {
      const byKey = Object.fromEntries(columns.map(({ key }, at) => [key, row[at]]));
      return line(columns.map(({ print }, at) => escaped(printed(row[at], print, byKey))));
    }),
  ].join("\n");
};
