import { counted } from "../../base/problem.js";
import type { Part, Report } from "../table.js";
import { clean, nothingToShow, oneLine, wrap } from "../words.js";
import { pageWidth, textTable } from "./text-table.js";

/** The look of a text. */
export interface TextOptions {
  /** Bold titles and dim notes, by ANSI escape codes. Default: false. */
  readonly colour?: boolean;
  /** All notes of the answer, not only the first three. Default: false. */
  readonly allNotes?: boolean;
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
export const toText = (
  { title, question, context, parts }: Report,
  { colour = false, allNotes = false }: TextOptions = {},
): string => {
  const style = colour ? coloured : plain;
  const head = [...wrap(title, pageWidth).map(style.bold), ...wrap(questionsIn(question), pageWidth)];
  const end = wrap(context, pageWidth).map(style.dim);
  const blocks = [head, ...parts.map((part) => partLines(part, style, allNotes)), end];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
};

/** The sentences of a question that ask something, without the story around them; all of it if there are none. */
const questionsIn = (text: string): string => {
  const asking = oneLine(text).match(/[^.!?]*\?/g) ?? [];
  return asking.length === 0 ? oneLine(text) : asking.map((sentence) => sentence.trim()).join(" ");
};

/** One part as text, without the lines that state what was run. */
export const partText = (part: Omit<Part, "name">, { colour = false, allNotes = false }: TextOptions = {}): string =>
  `${partLines(part, colour ? coloured : plain, allNotes).join("\n")}\n`;

/** Text prints this number of notes, unless it is asked for all. */
const fewNotes = 3;

const partLines = (
  { title, finding, before, table, summary = table, further = [], after, notes = [], empty }: Omit<Part, "name">,
  style: Style,
  allNotes: boolean,
): readonly string[] => {
  const paragraph = (text: string): readonly string[] => wrap(text, pageWidth);
  const shown = allNotes ? notes : notes.slice(0, fewNotes);
  const more = notes.length - shown.length;
  return [
    ...(title === null ? [] : paragraph(title).map(style.bold)),
    ...paragraph(finding.join(" ")),
    ...before.flatMap(paragraph).map(style.dim),
    "",
    ...tableLines(summary, empty, style),
    ...further.flatMap((each) => [
      "",
      ...paragraph(each.heading).map(style.dim),
      ...tableLines(each.table, empty, style),
    ]),
    ...(after.length + shown.length > 0 ? ["", ...[...after, ...shown].flatMap(paragraph)] : []),
    ...(more > 0 ? paragraph(`${counted(more, "more note")}: --notes`).map(style.dim) : []),
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
