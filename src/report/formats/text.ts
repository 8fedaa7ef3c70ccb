import { checkOptions, numberBetween, ofKind } from "../../base/options.js";
import { counted } from "../../base/problem.js";
import { sum } from "../../base/statistics.js";
import { forReaders } from "../labels.js";
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
  const detailed = withNotes(shown, allNotes ? Number.POSITIVE_INFINITY : fewNotes);
  const shorter = [
    ...[2, 1, 0].map((notes) => withNotes(shown, notes)),
    ...[2, 1, 0].map((drivers) => withDrivers(withNotes(shown, 0), drivers)),
  ];
  const versions = [detailed, ...(allNotes ? [] : shorter)];
  const look = lookOf(options);
  for (const version of versions) {
    const text = textOf(version, look);
    if (text.split("\n").length <= lines) return text;
  }
  return report.parts.length > 1 ? textOf(detailed, look) : textOf(versions[versions.length - 1], look, "\n");
};

const textChecks = {
  colour: ofKind("boolean"),
  width: numberBetween(1),
  lines: numberBetween(0),
  allNotes: ofKind("boolean"),
};

/** Text prints this number of notes, unless it is asked for all. */
const fewNotes = 3;

/** A report with fewer notes in each part; its last sentence says how to see the others. */
const withNotes = (report: Report, most: number): Report => {
  const left = sum(report.parts.map(({ notes = [] }) => Math.max(0, notes.length - most)));
  return {
    ...report,
    parts: report.parts.map((part) => ({ ...part, notes: (part.notes ?? []).slice(0, most) })),
    context: left === 0 ? report.context : `${report.context} ${counted(left, "more note")}: --notes.`,
  };
};

/** A report whose answer names fewer drivers. */
const withDrivers = (report: Report, most: number): Report => ({
  ...report,
  parts: report.parts.map((part) => (part.title === null ? { ...part, after: part.after.slice(0, most) } : part)),
});

/** `beforeEnd` parts what was run from the rest. */
const textOf = ({ title, question, context, parts }: Report, look: Look, beforeEnd = "\n\n"): string => {
  const head = [
    ...wrap(title, look.width).map(look.bold),
    ...wrap(questionsIn(question).replaceAll("`", ""), look.width),
  ];
  const end = wrap(context, look.width).map(look.dim);
  const blocks = [head, ...parts.map((part) => partLines(part, look))];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}${beforeEnd}${end.join("\n")}\n`;
};

/** The sentences of a question that ask something, without the story around them; all of it if there are none. */
const questionsIn = (text: string): string => {
  const asking = oneLine(text).match(/(?:[^.!?]|\.(?=\d))*\?/g) ?? [];
  return asking.length === 0 ? oneLine(text) : asking.map((sentence) => sentence.trim()).join(" ");
};

/** One part as text, without the lines that state what was run. */
export const partText = (part: Omit<Part, "name">, options: TextOptions = {}): string =>
  `${partLines(part, lookOf(options)).join("\n")}\n`;

const partLines = (
  {
    title,
    finding,
    before,
    table,
    summary = table,
    heading,
    further = [],
    after,
    notes = [],
    empty,
  }: Omit<Part, "name">,
  look: Look,
): readonly string[] => {
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
