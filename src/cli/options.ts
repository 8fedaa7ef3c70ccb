import { InvalidArgumentError } from "commander";
import { withThousands } from "../base/problems/number-text.js";
import { didYouMean } from "../base/problems/problem.js";

/** The help of --costs. */
export const ownCosts = "unit costs of your own, as CSV (who-saves list costs)";

/** The help of --values. */
export const ownValues = "values in place of the file's, as CSV: address, value, low, high, source";

/** Formats of the commands about laws. */
export const lawFormats = ["text", "markdown", "json"] as const;

/** A format of the commands about laws. */
export type LawFormat = (typeof lawFormats)[number];

/** Formats of the matrix of laws. */
export const matrixFormats = [...lawFormats, "svg"] as const;

/** A format of the matrix of laws. */
export type MatrixFormat = (typeof matrixFormats)[number];

/** Names between commas; the option may be repeated. */
export const names = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  ...text.split(","),
];

/** One value; the option may be repeated. */
export const repeated = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

/** The most draws and worlds of an option: more of them would run for days. */
const largest = 1_000_000;

/** A whole number between two bounds. */
export const wholeNumber =
  (least: number, most = largest) =>
  (text: string): number => {
    if (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
    throw new InvalidArgumentError(`It is a whole number from ${least} to ${withThousands(String(most))}.`);
  };

/** A number of draws: `mostSummed` at most, without the engine that has it. */
export const manyDraws = wholeNumber(1, 1_000_000_000);

/** The option of the width of a line of text, in columns. */
export const widthOption = [
  "--width <columns>",
  "the width of text, 40 to 400 (that of the terminal, or 100)",
  wholeNumber(40, 400),
] as const;

/** The seed of the worlds of laws. */
export const seedOfWorlds = wholeNumber(0, Number.MAX_SAFE_INTEGER);

/** One of some words. */
export const among =
  (words: readonly string[]) =>
  (text: string): string => {
    if (!words.includes(text)) throw new InvalidArgumentError(didYouMean(text, words));
    return text;
  };

/** The option of a command's formats, text first. `of` begins its help. */
export const formatOf = (
  formats: readonly string[],
  of = "",
): readonly [flags: string, help: string, read: (text: string) => string] => [
  "--format <format>",
  `${of}${formats.join(", ")} (text by default)`,
  among(formats),
];

type Values = Readonly<Record<string, string>>;

/** A value by address, `quantities.effect=50%`; the option may be repeated. */
export const setting = (text: string, before: Values = {}): Values => {
  const [, address, value] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (address === undefined) throw new InvalidArgumentError("Write ADDRESS=VALUE, such as quantities.effect=50%.");
  return { ...before, [address.trim()]: value.trim() };
};
