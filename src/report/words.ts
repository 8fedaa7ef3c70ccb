import { listed } from "../base/problem.js";
import type { Measure } from "../results/sums.js";

/** A text without characters that a terminal obeys: control characters, and marks of reading direction. */
export const clean = (text: string): string =>
  text.replace(/[^\P{Cc}\n\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "");

/** A text as one line. */
export const oneLine = (text: string): string => clean(text).replace(/\s+/g, " ").trim();

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

/** A sentence that says which measure a table is of. */
export const measureNote = (figure: Measure = "net"): string =>
  figure === "net"
    ? "Net is what budgets gain, in cash."
    : "By netAvoided: what is freed and still paid for counts as money too.";

/** The columns of a line of text in a file or a pipe. */
export const defaultWidth = 100;

/** The width of a text in columns of a terminal. */
export const widthOf = (text: string): number => {
  let width = 0;
  for (const letter of text.normalize("NFC")) width += /\p{M}/u.test(letter) ? 0 : wide.test(letter) ? 2 : 1;
  return width;
};

/** A text broken into lines of at most `width` columns, at spaces. */
export const wrap = (text: string, width: number): readonly string[] => fill(oneLine(text).split(/(?<= )/), width);

/** The text of a cell, broken at spaces, and if necessary inside addresses and formulas. */
export const wrapCell = (text: string, width: number): readonly string[] =>
  fill(oneLine(text).split(/(?<=[ /*+)_,-])|(?<=[A-Za-z])(?=\.[A-Za-z])/), width);

const fill = (pieces: readonly string[], width: number): readonly string[] => {
  const lines = [""];
  for (const piece of pieces.flatMap((piece) => cut(piece, width))) {
    const longer = lines[lines.length - 1] + piece;
    if (widthOf(longer.trimEnd()) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
};

// A piece that is too long is broken before a capital letter, or else anywhere.
const cut = (piece: string, width: number): readonly string[] => {
  if (widthOf(piece.trimEnd()) <= width) return [piece];
  const humps = piece.split(/(?<=[a-z0-9])(?=[A-Z])/);
  if (humps.length > 1) return fill(humps, width);
  const start = startOf(piece, width);
  return [start, ...cut(piece.slice(start.length), width)];
};

const startOf = (text: string, width: number): string => {
  let start = "";
  for (const letter of text) {
    if (widthOf(start + letter) > width) break;
    start += letter;
  }
  return start;
};

/** A text of at most `width` columns; a longer one ends in `…`. */
export const clip = (text: string, width: number): string =>
  widthOf(text) <= width ? text : `${startOf(text, width - 1).trimEnd()}…`;

const numberWords = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** A whole number in a sentence: a word up to twelve. */
export const numberWord = (whole: number): string => numberWords[whole] ?? String(whole);

/** The sentence in place of a table without rows. */
export const nothingToShow = (why: string | undefined): string =>
  `There is nothing to show${why === undefined ? "" : `: ${why}`}.`;

/** Why what compares strategies has no rows if there are none. */
export const noStrategy = "there is no intervention to compare with business as usual";

/** A sentence on strategies whose effect was measured without a comparison group; none without strategies. */
export const upperBoundNote = (strategies: readonly string[]): readonly string[] => {
  if (strategies.length === 0) return [];
  const named = strategies.length > 3 ? [...strategies.slice(0, 2), `${strategies.length - 2} more`] : strategies;
  const are = strategies.length === 1 ? "is an upper bound" : "are upper bounds";
  return [
    `${listed(named.map((name) => clip(name, 24)))} ${are}: measured before and after, without a comparison group.`,
  ];
};
