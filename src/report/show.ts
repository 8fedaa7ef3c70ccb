import { didYouMean, ScenarioError } from "../base/problem.js";
import { contents, type OutputName, outputNames } from "./contents.js";
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

const readers = {
  agency: String,
  of: String,
  year: Number,
  figure: figureOf,
  outcome: String,
  willingnessToPay: (word: string) => [Number(word)],
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
  const shown = (word: (typeof takes)[number]): string => (word === "willingnessToPay" ? "POUNDS" : word.toUpperCase());
  return name + takes.reduceRight((rest, word) => `[:${shown(word)}${rest}]`, "");
};
