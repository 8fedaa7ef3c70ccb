import { firstCapital } from "../../scenario/names.js";
import { forReaders } from "../for-readers.js";
import { isText } from "../numbers.js";
import type { Report, Table } from "../table.js";
import { nothingToShow, oneLine } from "../words.js";
import { paperTable } from "./printed-table.js";

/**
 * A report as Markdown, for a paper: every row of every table, the columns that a reader needs, and the sources at its
 * end. Csv and json have every column.
 * @param report from `report`
 * @returns the text, with a final new line
 * @example
 * const text = toMarkdown(report(simulate(fdac, { draws: 1 }), { show: ["who-saves"] }));
 * text.split("\n")[0] // => "# Family Drug and Alcohol Court, London"
 */
export const toMarkdown = (report: Report): string => {
  const { title, question, context, parts, references } = forReaders(report);
  const blocks = parts.flatMap(
    ({ title, finding, before, heading, table, summary = table, further = [], after, notes = [], empty }) => [
      ...(title === null ? [] : [`## ${escaped(title)}`]),
      ...(finding.length === 0 ? [] : [paragraph(finding.join(" "))]),
      ...before.map(paragraph),
      ...(heading === undefined ? [] : [`### ${escaped(heading)}`]),
      ...(table.rows.length === 0 ? [paragraph(nothingToShow(empty))] : tableBlocks(summary)),
      ...further.flatMap((each) => [`### ${escaped(each.heading)}`, ...tableBlocks(each.table)]),
      ...[...after, ...notes].map(paragraph),
    ],
  );
  const head = [`# ${escaped(title)}`, paragraph(question)];
  const end = [paragraph(context), ...listOf(references)];
  return `${[...head, ...blocks, ...end].join("\n\n")}\n`;
};

/** The numbered list of sources at the end of the page. */
const listOf = (references: Report["references"]): readonly string[] => {
  const lines = references.map(({ number, title, url, licence }) => {
    const sentences = [title, licence]
      .filter((text) => text !== "")
      .map((text) => firstCapital(text.replace(/(?<![.?!])$/, ".")));
    return `${number}. ${escaped(sentences.join(" "))}${url === "" ? "" : ` <${url}>`}`;
  });
  return lines.length === 0 ? [] : ["## References", lines.join("\n")];
};

/** A text without marks of its own, but for those around code. */
const escaped = (text: string): string =>
  oneLine(text)
    .split(/(`[^`]+`)/)
    .map((part, at) => (at % 2 === 1 ? part.replaceAll("|", "\\|") : part.replace(/[\\`*_<|[\]]/g, "\\$&")))
    .join("");

/** A paragraph that cannot start a heading, a list or a fence. */
const paragraph = (text: string): string =>
  escaped(text)
    .replace(/^[#~+=>-]/, "\\$&")
    .replace(/^(\d+)(?=[.)] )/, "$1\\");

/** A table with the columns that a paper needs, and a sentence on the others. Headings and sums are bold. */
const tableBlocks = (table: Table): readonly string[] => {
  if (table.rows.length === 0) return [];
  const { shown, headings, sums, notes } = paperTable(table);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const bold = (text: string): string => (text === "" ? "" : `**${text}**`);
  return [
    [
      line(shown.map(({ column }) => escaped(column.heading))),
      line(shown.map(({ column }) => (isText(column.print) ? "---" : "---:"))),
      ...table.rows.map((_, at) => {
        const cells = shown.map(({ column, cells }, place) => {
          const text = place === 0 ? (headings[at] ?? cells[at]) : cells[at];
          return escaped(column.print === "code" && text !== "" ? `\`${text}\`` : text);
        });
        return line(sums[at] || headings[at] !== undefined ? cells.map(bold) : cells);
      }),
    ].join("\n"),
    ...(notes.length > 0 ? [paragraph(notes.join(" "))] : []),
  ];
};
