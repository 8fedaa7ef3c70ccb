import { sum } from "../../base/mathematics/statistics.js";
import { checkOptions, numberBetween, ofKind } from "../../base/problems/options.js";
import { counted } from "../../base/problems/problem.js";
import { forReaders } from "../for-readers.js";
import type { Part, Report } from "../table.js";
import { defaultWidth, nothingToShow, oneLine, wrap } from "../words.js";
import { textTable } from "./text-table.js";

/** The look of a text. */
export interface TextOptions {
  /** Bold titles and sums, dim notes, red numbers below 0, by ANSI escape codes. Default: false. */
  readonly colour?: boolean;
  /** The most columns of a line; only a word that is longer passes it. Default: 100. */
  readonly width?: number;
  /** The lines of the screen: notes and the weakest drivers of the answer are left out to fit. Default: no limit. */
  readonly lines?: number;
  /** All notes, not only the first three. Default: false. */
  readonly allNotes?: boolean;
}

/** How lines look, and the most columns of each. */
interface Look {
  readonly width: number;
  /** True if names in tables are kept on one line, and columns left out instead. Default: false. */
  readonly isShort?: boolean;
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
export const toText = (report: Report, options: TextOptions = {}): string => {
  checkOptions(options, textChecks);
  const { lines = Number.POSITIVE_INFINITY, allNotes = false } = options;
  const shown = forReaders(report);
  const look = lookOf(options);
  const fewest = { notes: 0, drivers: 0 };
  if (allNotes || report.parts.length > 1) return textOf(shortened(shown, allNotes ? {} : { notes: fewNotes }), look);
  // What a short screen leaves out, in this order: notes, drivers, what was run, columns that break names, empty lines.
  const brief = shortened(shown, { ...fewest, isRunStated: false });
  const texts = [
    ...[fewNotes, 2, 1, 0].map((notes) => () => textOf(shortened(shown, { notes }), look)),
    ...[2, 1, 0].map((drivers) => () => textOf(shortened(shown, { ...fewest, drivers }), look)),
    () => textOf(brief, look),
    () => textOf(brief, { ...look, isShort: true }),
    () => textOf(brief, { ...look, isShort: true }).replace(/\n{2,}/g, "\n"),
  ];
  const fits = (text: string): boolean => text.split("\n").length <= lines;
  for (const text of texts) if (fits(text())) return text();
  return texts[texts.length - 2]();
};

const textChecks = {
  colour: ofKind("boolean"),
  width: numberBetween(1),
  lines: numberBetween(0),
  allNotes: ofKind("boolean"),
};

/** Text prints this number of notes, unless it is asked for all. */
const fewNotes = 3;

/** The most notes of each part, the most drivers of the answer, and if it says what was run. Default: all of it. */
interface Shortening {
  readonly notes?: number;
  readonly drivers?: number;
  readonly isRunStated?: boolean;
}

/** A report with fewer notes and drivers; its last sentence says how to see the others. */
const shortened = (
  report: Report,
  { notes: most = Number.POSITIVE_INFINITY, drivers = Number.POSITIVE_INFINITY, isRunStated = true }: Shortening,
): Report => {
  const parts = report.parts.map(({ notes = [], after, ...part }) => ({
    ...part,
    notes: notes.slice(0, most),
    after: part.title === null ? after.slice(0, drivers) : after,
  }));
  const sentencesIn = (all: readonly Pick<Part, "notes" | "after">[]): number =>
    sum(all.map(({ notes = [], after }) => notes.length + after.length));
  const left = sentencesIn(report.parts) - sentencesIn(parts);
  const more = counted(left, "more note");
  if (!isRunStated) return { ...report, parts, context: `${left === 0 ? "W" : `${more}, and w`}hat was run: --notes.` };
  return { ...report, parts, context: left === 0 ? report.context : `${report.context} ${more}: --notes.` };
};

const textOf = ({ title, question, context, parts }: Report, look: Look): string => {
  const head = [
    ...wrap(title, look.width).map(look.bold),
    ...wrap(questionsIn(question).replaceAll("`", ""), look.width),
  ];
  const end = wrap(context, look.width).map(look.dim);
  const blocks = [head, ...parts.map((part) => partLines(part, look)), end];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
};

/** The sentences of a question that ask something, without the story around them; all of it if there are none. */
const questionsIn = (text: string): string => {
  const asking = oneLine(text).match(/(?:[^.!?]|\.(?=\d))*\?/g) ?? [];
  return asking.length === 0 ? oneLine(text) : asking.map((sentence) => sentence.trim()).join(" ");
};

/** One part as text, without the lines that state what was run. */
export const partText = (part: Omit<Part, "name">, options: TextOptions = {}): string =>
  `${partLines(part, lookOf(options)).join("\n")}\n`;

const partLines = (part: Omit<Part, "name">, look: Look): readonly string[] => {
  const { title, finding, before, heading, table, summary = table, further = [], after, notes = [], empty } = part;
  const paragraph = (text: string): readonly string[] =>
    text === "" ? [] : wrap(text.replaceAll("`", ""), look.width);
  const headed = (head: string, each: Part["table"]): readonly string[] => [
    ...paragraph(head).map(look.dim),
    ...tableLines(each, empty, look),
  ];
  const blocks = [
    [
      ...(title === null ? [] : paragraph(title).map(look.bold)),
      ...paragraph(finding.join(" ")),
      ...before.flatMap(paragraph).map(look.dim),
    ],
    summary.rows.length === 0 && table.rows.length > 0 ? [] : headed(heading ?? "", summary),
    ...further.map((each) => headed(each.heading, each.table)),
    [...after, ...notes].flatMap(paragraph),
  ];
  return blocks.filter(({ length }) => length > 0).flatMap((lines, at) => (at === 0 ? lines : ["", ...lines]));
};

const tableLines = (table: Part["table"], why: string | undefined, look: Look): readonly string[] => {
  const { dim, width, isShort } = look;
  if (table.rows.length === 0) return wrap(nothingToShow(why), width);
  const { heading, lines, same, leftOut } = textTable(table, width, isShort ? width / 2 : undefined);
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
