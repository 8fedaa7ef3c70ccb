import { didYouMean, listed, ScenarioError } from "../base/problem.js";
import { numberMeant } from "../quantity/number-meant.js";
import { levels } from "../scenario/agencies/level.js";
import { contents, type OutputName, outputNames, type Taken } from "./contents.js";
import type { OutputOptions } from "./output.js";

/** An output that was asked for, with what it was told. */
export interface Asked {
  readonly name: OutputName;
  readonly options: OutputOptions;
}

const figures = { net: "net", cash: "netCash", netCash: "netCash" } as const;

const fail = (what: string, mend?: string): never => {
  throw new ScenarioError([{ severity: "error", address: "show", what, ...(mend ? { mend } : {}) }]);
};

const figureOf = (word: string): "net" | "netCash" =>
  Object.hasOwn(figures, word)
    ? figures[word as keyof typeof figures]
    : fail(`A figure is net or cash, not ${word}. ${didYouMean(word, ["net", "cash"])}`);

/** Reads one of some words. */
const oneOf =
  <Word extends string>(what: string, words: readonly Word[]) =>
  (word: string): Word =>
    words.find((each) => each === word) ?? fail(`${what} are ${listed(words, "or")}, not ${word}.`);

/** Reads a number; a text that is none is quoted. */
const numberOf =
  (what: string) =>
  (word: string): number => {
    const meant = numberMeant(word);
    return Number.isFinite(Number(word))
      ? Number(word)
      : fail(`${what}, not "${word}".`, meant && !meant.includes("%") ? `Write ${meant}.` : undefined);
  };

const readers = {
  agency: String,
  of: String,
  level: oneOf("Levels", levels),
  year: numberOf("A year is a number: 1, 2 and on"),
  years: oneOf("Years", ["model", "financial"]),
  pounds: oneOf("Pounds", ["real", "cash"]),
  figure: figureOf,
  outcome: String,
  horizonYears: numberOf("How many years are counted is a number: 1, 2 and on"),
  blame: numberOf("What blame weighs is a number, 0 or more"),
  by: oneOf("Lines", ["total", "years"]),
  willingnessToPay: (word: string) => [numberOf("What one is worth is a number of pounds, 0 or more")(word)],
} as const;

/** Reads the name of an output and the words after it: `explain:hospital:2`. */
export const readShow = (text: string): Asked => {
  const [name, ...words] = text.trim().split(":");
  if (!Object.hasOwn(contents, name)) fail(`There is no output called ${name}. ${didYouMean(name, outputNames)}`);
  const known = name as OutputName;
  const { takes = [] } = contents[known];
  if (words.length > takes.length || words.includes(""))
    fail(
      `${text} says ${words.length > takes.length ? "too much" : "nothing after a colon"}.`,
      `Write ${askedAs(known)}.`,
    );
  return { name: known, options: Object.fromEntries(words.map((word, at) => [takes[at], readers[takes[at]](word)])) };
};

/** The outputs that are meant: each once, and every one for `all`. */
export const namesOf = (show: readonly string[]): readonly string[] => [
  ...new Set(show.flatMap((name) => (name.trim() === "all" ? [...outputNames] : [name.trim()]))),
];

/** How an output may be asked for: `explain[:AGENCY[:YEAR]]`. */
export const askedAs = (name: OutputName): string => {
  const { takes = [] } = contents[name];
  const shown = (word: Taken): string =>
    word === "willingnessToPay" ? "WORTH" : word === "horizonYears" ? "HORIZON" : word.toUpperCase();
  return name + takes.reduceRight((rest, word) => `[:${shown(word)}${rest}]`, "");
};
