import { didYouMean, listed, mistake, type Problem, ScenarioError } from "../base/problems/problem.js";
import { pairsOf } from "../base/records.js";
import { numberMeant } from "../quantity/number-meant.js";
import { type Measure, measures } from "../results/sums/sums.js";
import { levels } from "../scenario/agencies/level.js";
import type { Scenario } from "../scenario/scenario.js";
import { checkAsked, type OptionName, type OutputOptions } from "./options.js";
import { type OutputName, outputNames, outputs } from "./outputs.js";

/** A request for an output: its name, and the options that were stated. */
export interface OutputRequest {
  readonly name: OutputName;
  readonly options: OutputOptions;
}

/** How an option is written after an output's name: its word in help, what the word means, and how it is read. */
interface OptionForm<Value> {
  readonly word: string;
  readonly means: string;
  readonly read: (word: string) => Value;
}

const fail = (what: string, mend?: string): never => {
  throw mistake("show", what, mend);
};

/** Reads one of a few words. */
const oneOf =
  <const Word extends string>(what: string, words: readonly Word[]) =>
  (word: string): Word =>
    words.find((each) => each === word) ?? fail(`${what} are ${listed(words, "or")}, not ${word}.`);

/** Reads a number. The problem quotes a text that is not a number, and suggests what it may mean. */
const numberOf =
  (what: string) =>
  (word: string): number => {
    const meant = numberMeant(word);
    return Number.isFinite(Number(word))
      ? Number(word)
      : fail(`${what}, not "${word}".`, meant && !meant.includes("%") ? `Write ${meant}.` : undefined);
  };

const figureOf = (word: string): Measure =>
  measures.find((each) => each === word) ??
  fail(`A figure is net or netAvoided, not ${word}. ${didYouMean(word, measures)}`);

const worthOf = numberOf("The worth of one outcome is a number of pounds, 0 or more");

const forms: { readonly [Name in OptionName]: OptionForm<Required<OutputOptions>[Name]> } = {
  agency: { word: "AGENCY", means: "an agency of the scenario", read: String },
  of: { word: "OF", means: "an agency, or place, public or society", read: String },
  level: { word: "LEVEL", means: "place, public or society", read: oneOf("Levels", levels) },
  year: { word: "YEAR", means: "a model year: 1, 2 and on", read: numberOf("A year is a number: 1, 2 and on") },
  figure: { word: "FIGURE", means: "net (what budgets gain) or netAvoided (what is freed as well)", read: figureOf },
  years: { word: "YEARS", means: "model or financial", read: oneOf("Years", ["model", "financial"]) },
  pounds: { word: "POUNDS", means: "real, or cash (of the day)", read: oneOf("Pounds", ["real", "cash"]) },
  by: {
    word: "BY",
    means: "end (what each ends with), rules (what each rule moves) or years",
    read: oneOf("Lines", ["end", "rules", "years"]),
  },
  period: { word: "PERIOD", means: "year or cycle", read: oneOf("Periods", ["year", "cycle"]) },
  horizonYears: {
    word: "HORIZON",
    means: "how many years the agencies count: 1, 2 and on",
    read: numberOf("The number of years counted is a number: 1, 2 and on"),
  },
  blame: {
    word: "BLAME",
    means: "the extra weight of a pound put into a loss: 0 or more",
    read: numberOf("The weight of blame is a number, 0 or more"),
  },
  vary: { word: "ADDRESS", means: "a number to move, or ADDRESS=FROM..TO", read: String },
  beside: { word: "BESIDE", means: "a second number to move, written like the first", read: String },
  outcome: { word: "OUTCOME", means: "a service with a worth", read: String },
  willingnessToPay: { word: "WORTH", means: "the worth of one outcome, in pounds", read: (word) => [worthOf(word)] },
};

/** The words that may follow an output's name after colons, and what each means. */
export const optionWords: readonly Pick<OptionForm<unknown>, "word" | "means">[] = pairsOf(forms).map(
  ([, { word, means }]) => ({ word, means }),
);

/** Reads the name of an output and the words after it: `explain:hospital:2`. */
export const readShow = (text: string): OutputRequest => {
  const [first, ...words] = text.trim().split(":");
  const name =
    outputNames.find((each) => each === first) ??
    fail(`There is no output called ${first}. ${didYouMean(first, outputNames)}`);
  const { takes } = outputs[name];
  if (words.length > takes.length) fail(`${text} has more words than ${name} takes.`, `Write ${askedAs(name)}.`);
  if (words.includes("")) fail(`${text} has nothing after a colon.`, `Write ${askedAs(name)}.`);
  return { name, options: Object.fromEntries(words.map((word, at) => [takes[at], forms[takes[at]].read(word)])) };
};

/** True if an output is asked for by cycle, so that the run has to record its cycles. */
export const needsCycles = (show: readonly string[]): boolean =>
  namesOf(show).some((name) => readShow(name).options.period === "cycle");

/** Reports an entry of `answer` that is no output, or asks for what is not there, at its own address. */
export const checkAnswer = (scenario: Scenario): void => {
  const problems = scenario.answer.flatMap((text, at): readonly Problem[] => {
    try {
      checkAsked(scenario, readShow(text).options);
      return [];
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      return error.problems.map((problem) => ({ ...problem, address: `answer.${at}` }));
    }
  });
  if (problems.length > 0) throw new ScenarioError(problems);
};

/** The outputs asked for, each once; `all` is every output. */
export const namesOf = (show: readonly string[]): readonly string[] => [
  ...new Set(show.flatMap((name): readonly string[] => (name.trim() === "all" ? outputNames : [name.trim()]))),
];

/** How an output may be asked for: `explain[:AGENCY[:YEAR]]`. */
export const askedAs = (name: OutputName): string =>
  name + outputs[name].takes.reduceRight((rest, option) => `[:${forms[option].word}${rest}]`, "");
