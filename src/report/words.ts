import { withThousands } from "../base/number-text.js";
import { listed } from "../base/problem.js";
/** A text without what a terminal would obey: control characters, and marks that turn the reading direction. */
export const clean = (text: string): string =>
  text.replace(/[^\P{Cc}\n\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "");

/** A text as one line. */
export const oneLine = (text: string): string => clean(text).replace(/\s+/g, " ").trim();

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

/** How many columns of a terminal a text takes. */
export const widthOf = (text: string): number => {
  let width = 0;
  for (const letter of text.normalize("NFC")) width += /\p{M}/u.test(letter) ? 0 : wide.test(letter) ? 2 : 1;
  return width;
};

/** A text broken into lines of at most `width` columns, at spaces. */
export const wrap = (text: string, width: number): readonly string[] => fill(oneLine(text).split(/(?<= )/), width);

/** The text of a cell broken likewise, and where it must be, within addresses and formulas. */
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

// Too long a piece is broken before a capital, and where there is none, anywhere.
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

/** A text cut short to a width. */
export const clip = (text: string, width: number): string =>
  widthOf(text) <= width ? text : `${startOf(text, width - 1).trimEnd()}…`;

const counted = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** A whole number in a sentence: a word up to twelve. */
export const numberWord = (whole: number): string => counted[whole] ?? String(whole);

/** `1 draw`, `2,048 draws`. */
export const plural = (whole: number, noun: string): string =>
  `${withThousands(String(whole))} ${noun}${whole === 1 ? "" : "s"}`;

/** What stands in place of a table without rows. */
export const nothingToShow = (why: string | undefined): string =>
  `There is nothing to show${why === undefined ? "" : `: ${why}`}.`;

/** What a reader should know of strategies whose effect was measured with nobody to compare with: a sentence, or nothing of none. */
export const upperBoundNote = (strategies: readonly string[]): readonly string[] => {
  if (strategies.length === 0) return [];
  const named = strategies.length > 3 ? [...strategies.slice(0, 2), `${strategies.length - 2} more`] : strategies;
  const are = strategies.length === 1 ? "is an upper bound" : "are upper bounds";
  return [`${listed(named.map((name) => clip(name, 24)))} ${are}: measured before and after, compared with nobody.`];
};
