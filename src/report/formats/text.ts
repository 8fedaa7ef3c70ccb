import { forReaders } from "../labels.js";
import type { Part, Report } from "../table.js";
import { clean, nothingToShow, oneLine, wrap } from "../words.js";
import { pageWidth, textTable } from "./text-table.js";

/** The look of a text. */
export interface TextOptions {
  /** Bold titles and dim notes, by ANSI escape codes. Default: false. */
  readonly colour?: boolean;
}

interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

const plain: Style = { bold: (text) => text, dim: (text) => text };
const coloured: Style = { bold: (text) => `\u001b[1m${text}\u001b[22m`, dim: (text) => `\u001b[2m${text}\u001b[22m` };

/**
 * A report as text of 80 columns, for a terminal or a letter. A wide table leaves columns out, and a note names them.
 * @param report from `report`
 * @returns the text, with a final new line
 * @example
 * const text = toText(report(simulate(fdac, { draws: 1 }), { show: ["expectations"] }));
 * text.split("\n")[0] // => "Family Drug and Alcohol Court, London"
 */
export const toText = (report: Report, { colour = false }: TextOptions = {}): string => {
  const { title, context, parts } = forReaders(report);
  const style = colour ? coloured : plain;
  const head = parts[0]?.alone ? [] : [[style.bold(oneLine(title)), ...wrap(context, pageWidth).map(style.dim)]];
  const blocks = [...head, ...parts.map((part) => partLines(part, style))];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
};

/** One part as text, without the lines that state what was run. */
export const partText = (part: Omit<Part, "name">, { colour = false }: TextOptions = {}): string =>
  `${partLines(part, colour ? coloured : plain).join("\n")}\n`;

const partLines = (
  { title, before, table, summary = table, after, empty: why, tight = false }: Omit<Part, "name">,
  style: Style,
): readonly string[] => {
  const empty = tight ? [] : [""];
  const paragraph = (text: string): readonly string[] => wrap(text, pageWidth);
  return [
    ...paragraph(title).map(style.bold),
    ...before.flatMap(paragraph).map(style.dim),
    ...empty,
    ...tableLines(summary, why, style),
    ...(after.length > 0 ? [...empty, ...after.flatMap(paragraph)] : []),
  ];
};

const tableLines = (table: Part["table"], why: string | undefined, { dim }: Style): readonly string[] => {
  if (table.rows.length === 0) return wrap(nothingToShow(why), pageWidth);
  const { heading, lines, same, leftOut } = textTable(table);
  const aside = (text: string): readonly string[] => wrap(text, pageWidth).map(dim);
  return [
    ...heading.map(dim),
    ...lines.map(clean),
    ...(same.length > 0 ? aside(`In every row: ${same.join(", ")}.`) : []),
    ...(leftOut.length > 0 ? aside(`Left out to fit: ${leftOut.join(", ")} (csv and json have all).`) : []),
  ];
};
