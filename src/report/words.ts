import { largestOf } from "../base/mathematics/largest.js";
import { listed } from "../base/problems/problem.js";
import { clean } from "../base/texts/clean.js";
import { levelNames } from "../results/sums/party-names.js";
import type { Measure } from "../results/sums/sums.js";
import { levels } from "../scenario/agencies/level.js";
import type { Scenario } from "../scenario/scenario.js";

/** A text as one line. */
export const oneLine = (text: string): string => clean(text).replace(/\s+/g, " ").trim();

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

/** The agency or level that a table is about, and the run. */
interface Basis {
  /** A level, or an agency or body by its id. */
  readonly of: string;
  readonly run: "the central run" | "the mean of the draws";
}

/** A sentence that names the measure of a table, its agency or level, and its run. */
export const measureNote = (
  figure: Measure,
  { of, run }: Basis,
  { agencies, calibration }: Pick<Scenario, "agencies" | "calibration">,
): string => {
  const whose = Object.hasOwn(agencies, of) ? agencies[of].name : (levelPhrases.get(of) ?? of);
  const isOfFile = calibration !== null && run === "the central run";
  const ofFile = isOfFile ? " Numbers and ranges are those of the file, before what was counted weighs them." : "";
  const measure =
    figure === "net"
      ? `Net of ${whose}, in present value and ${run}: what budgets gain, in cash.`
      : `Net avoided of ${whose}, in present value and ${run}: what is freed and still paid for counts as money too.`;
  return measure + ofFile;
};

const levelPhrases: ReadonlyMap<string, string> = new Map(
  levels.map((level) => [level, levelNames[level].replace(/^\w/, (letter) => letter.toLowerCase())]),
);

/** The columns of a line of text in a file or a pipe. */
export const defaultWidth = 100;

/** Texts whose every character is one column wide: nearly all texts. */
const narrow = /^[ -~£–−]*$/;

/** The width of a text in columns of a terminal. */
export const widthOf = (text: string): number => {
  if (narrow.test(text)) return text.length;
  let width = 0;
  for (const letter of text.normalize("NFC")) width += /\p{M}/u.test(letter) ? 0 : wide.test(letter) ? 2 : 1;
  return width;
};

/**
 * A text broken into lines of at most `width` columns: at spaces, and in an address after a dot if it is too long for a
 * line. Anything else that is too long for a line stays whole, on a line of its own.
 */
export const wrap = (text: string, width: number): readonly string[] => {
  const whole = oneLine(text);
  if (widthOf(whole) <= width) return [whole];
  const lines = [""];
  for (const word of whole.split(/(?<= )/))
    for (const part of widthOf(word.trimEnd()) <= width ? [word] : partsOf(word)) {
      const line = lines[lines.length - 1];
      if (line === "" || widthOf((line + part).trimEnd()) <= width) lines[lines.length - 1] = line + part;
      else lines.push(part);
    }
  return lines.map((line) => line.trimEnd());
};

/** The width of the widest part of a text that `wrap` leaves whole. */
export const widestPart = (text: string): number =>
  largestOf(oneLine(text).split(" ").flatMap(partsOf).map(widthOf), 0);

/** The parts of a long word: an address is broken after a dot, a sum after a sign. Any other word is one part. */
const partsOf = (word: string): readonly string[] => word.split(word.includes("/") ? signs : dotsAndSigns);

const signs = /(?<=[\d)][*+])(?=[\d(-])/;
const dotsAndSigns = new RegExp(`(?<=[\\p{L}\\d_-]\\.)(?=\\p{L})|${signs.source}`, "u");

const numberWords = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** A whole number in a sentence: a word up to twelve. */
export const numberWord = (whole: number): string => numberWords[whole] ?? String(whole);

/** Words of whole numbers from two on, or digits, in a pattern. */
export const wholePattern = `${numberWords.slice(2).join("|")}|\\d{1,3}`;

/** The whole number that such a word or digits say. */
export const wholeNumberOf = (word: string): number => (/^\d/.test(word) ? Number(word) : numberWords.indexOf(word));

/** `one year`, `five years`. */
export const yearsText = (years: number): string => `${numberWord(years)} ${years === 1 ? "year" : "years"}`;

/** The sentence in place of a table without rows. */
export const nothingToShow = (why: string | undefined): string =>
  `There is nothing to show${why === undefined ? "" : `: ${why}`}.`;

/** Why what compares strategies has no rows if there are none. */
export const noStrategy = "there is no intervention to compare with business as usual";

/** A sentence on strategies whose effect was measured without a comparison group; none without strategies. */
export const upperBoundNote = (strategies: readonly string[]): readonly string[] => {
  if (strategies.length === 0) return [];
  const are = strategies.length === 1 ? "is an upper bound" : "are upper bounds";
  return [`${listed(strategies)} ${are}: measured before and after, without a comparison group.`];
};
