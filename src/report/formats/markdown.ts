import { forReaders } from "../labels.js";
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
export const toMarkdown = (report: Report): string => {
  const { title, context, parts, references } = forReaders(report);
  const head = parts[0]?.alone ? [] : [`# ${escaped(title)}`, paragraph(context)];
  const hasReferences = parts.some(({ name }) => name === "references");
  const blocks = parts.flatMap(({ title, alone, before, table, after, empty }) => [
    `${alone ? "#" : "##"} ${escaped(title)}`,
    ...before.map(paragraph),
    table.rows.length === 0 ? paragraph(nothingToShow(empty)) : markdownTable(table),
    ...after.map(paragraph),
  ]);
  return `${[...head, ...blocks, ...(hasReferences ? [] : listOf(references))].join("\n\n")}\n`;
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
