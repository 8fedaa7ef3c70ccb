import type { Part, Report } from "../table.js";
import { defaultWidth, nothingToShow, wrap } from "../words.js";
import { textTable } from "./text-table.js";

/** The look of a text. */
export interface TextOptions {
  /** Bold titles and sums, dim notes, red numbers below 0, by ANSI escape codes. Default: false. */
  readonly colour?: boolean;
  /** The most columns of a line; only a word that is longer passes it. Default: 100. */
  readonly width?: number;
}

/** How lines look, and the most columns of each. */
interface Look {
  readonly width: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly plain: (text: string) => string;
  /** Marks the numbers below 0. */
  readonly marked: (text: string) => string;
}

const lookOf = ({ colour = false, width = defaultWidth }: TextOptions): Look => {
  const escaped = (start: number, end: number) => (text: string) =>
    colour ? `\u001b[${start}m${text}\u001b[${end}m` : text;
  return {
    width,
    bold: escaped(1, 22),
    dim: escaped(2, 22),
    plain: (text) => text,
    marked: (text) => text.replace(/−£?\d[\d,.]*(?:bn|m|%)?/g, escaped(31, 39)),
  };
};

/**
 * A report as text, for a terminal or a letter. A table wider than the text leaves columns out, and a note names them.
 * @param report from `report`
 * @param options colour, and the width in columns (100 by default)
 * @returns the text, with a final new line
 * @example
 * const text = toText(report(simulate(fdac, { draws: 1 }), { show: ["expectations"] }));
 * text.split("\n")[0] // => "Family Drug and Alcohol Court, London"
 */
export const toText = ({ title, context, parts }: Report, options: TextOptions = {}): string => {
  const look = lookOf(options);
  const head = parts[0]?.alone
    ? []
    : [[...wrap(title, look.width).map(look.bold), ...wrap(context, look.width).map(look.dim)]];
  const blocks = [...head, ...parts.map((part) => partLines(part, look))];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
};

/** One part as text, without the lines that state what was run. */
export const partText = (part: Omit<Part, "name">, options: TextOptions = {}): string =>
  `${partLines(part, lookOf(options)).join("\n")}\n`;

const partLines = (
  { title, before, table, summary = table, after, empty: why, tight = false }: Omit<Part, "name">,
  look: Look,
): readonly string[] => {
  const empty = tight ? [] : [""];
  const paragraph = (text: string): readonly string[] => wrap(text, look.width);
  return [
    ...paragraph(title).map(look.bold),
    ...before.flatMap(paragraph).map(look.dim),
    ...empty,
    ...tableLines(summary, why, look),
    ...(after.length > 0 ? [...empty, ...after.flatMap(paragraph)] : []),
  ];
};

const tableLines = (table: Part["table"], why: string | undefined, look: Look): readonly string[] => {
  const { dim, width } = look;
  if (table.rows.length === 0) return wrap(nothingToShow(why), width);
  const { heading, lines, same, leftOut } = textTable(table, width);
  const aside = (text: string): readonly string[] => wrap(text, width).map(dim);
  return [
    ...heading.map(dim),
    ...lines.map(({ text, isApart }) => (isApart ? look.bold : look.plain)(look.marked(text))),
    ...(same.length > 0 ? aside(`In every row: ${same.join(", ")}.`) : []),
    ...(leftOut.length > 0
      ? aside(`Left out to fit: ${leftOut.join(", ")} (--width 160 shows more, --format csv all).`)
      : []),
  ];
};
