import { checkOptions, listOf, ofKind, stopIfAborted } from "../base/problems/options.js";
import { signalOption } from "../base/problems/signal-option.js";
import type { SimulateOptions, Simulation } from "../engine/simulate.js";
import { isSummed } from "../results/sums/draws-reader.js";
import { checkCall } from "../results/sums/option-checks.js";
import { referencesOf } from "../results/why/references.js";
import type { Checked, Names, RegimeName } from "../scenario/define/names.js";
import { regimesNamed } from "../scenario/regimes/regime.js";
import { strategyShown } from "./answer/answer.js";
import { contextOf } from "./context.js";
import { certaintySentences } from "./finding/certainty.js";
import { pricedSentences } from "./finding/outcomes.js";
import { namedStrategies } from "./finding/who-saves.js";
import { nameAskedFor } from "./for-readers.js";
import { toText } from "./formats/text.js";
import { labelsOf } from "./labels.js";
import type { OutputOptions } from "./options.js";
import type { OnProgress, Stop } from "./output.js";
import { type OutputName, outputs } from "./outputs.js";
import { checkAnswer, namesOf, readShow } from "./show.js";
import type { Part, Report } from "./table.js";

/** Which outputs a report has. */
export interface ReportOptions<N extends Names = Names> {
  /** Outputs by name, with options: `["answer", "explain:hospital:2"]`; `all` is every output. Default: the answer. */
  readonly show?: readonly Checked<N, OutputName | `${OutputName}:${string}` | "all">[];
  /** Funding regimes by name; `all` for the scenario's and the standard ones. Default: see `OutputOptions.regimes`. */
  readonly regimes?: readonly (RegimeName<N> | "all")[];
  /** Called with the name of each output before it is computed. */
  readonly onPart?: (name: string) => void;
  /** Called with the name of an output that runs many times, and the share of it that is done, 0 to 1. */
  readonly onProgress?: (name: string, done: number) => void;
  /** Stops before the next output when the signal is aborted, and throws the signal's reason. */
  readonly signal?: SimulateOptions["signal"];
}

/**
 * Builds a report: what was run, and the requested outputs. `toText`, `toMarkdown`, `toCsv` and `toJson` print it.
 * @param simulation from `simulate`
 * @param options which outputs
 * @returns the report, as data
 * @throws ScenarioError if an output, agency, year or regime does not exist
 * @example report(simulate(fdac, { draws: 1 }), { show: ["who-saves"] }).parts[0].table.rows.length // => 6
 */
export function report<N extends Names>(simulation: Simulation<N>, options?: ReportOptions<N>): Report;
export function report(simulation: Simulation, options: ReportOptions = {}): Report {
  checkReport(simulation, options);
  const { show = ["answer"], regimes, onPart, onProgress, signal } = options;
  const { scenario } = simulation;
  checkAnswer(scenario);
  const under = regimes === undefined ? {} : { regimes: regimesNamed(scenario, regimes) };
  const names = namesOf(show);
  for (const name of names) readShow(name);
  return {
    ...headOf(simulation),
    parts: names.map((name) => {
      stopIfAborted(signal, "The report");
      onPart?.(name);
      return reportPart(simulation, name, under, signal ? { signal } : {}, (done) => onProgress?.(name, done));
    }),
  };
}

/** The part of a report that is asked for by name, with options. */
export const reportPart = (
  simulation: Simulation,
  name: string,
  under: Pick<OutputOptions, "regimes">,
  ...watched: readonly [stop?: Stop, onProgress?: OnProgress]
): Part => {
  const { name: output, options } = readShow(name);
  const { title, answers, page } = outputs[output];
  const built = page(simulation, { ...options, ...under }, ...watched);
  if (output === "answer") return { ...built, name, title: null, finding: answerOf(simulation, built.finding, under) };
  const labels = labelsOf(simulation.scenario);
  const asked = name.split(":").slice(1);
  const words = asked.length === 0 ? "" : `: ${asked.map((word) => nameAskedFor(word, labels)).join(", ")}`;
  return { ...built, name, title: title + words, before: [answers, ...built.before] };
};

/** The part of a report before its outputs: what was run. */
export const headOf = ({ scenario, settings }: Pick<Simulation, "scenario" | "settings">): Omit<Report, "parts"> => ({
  title: scenario.title,
  question: scenario.question,
  context: contextOf({ scenario, settings }),
  settings: {
    strategies: [...settings.strategies],
    draws: settings.draws,
    seed: settings.seed,
    ...(settings.regime === null ? {} : { regime: settings.regime }),
    start: scenario.time.start,
    years: scenario.time.years,
    cycle: scenario.time.cycle,
    priceYear: scenario.money.priceYear,
    discount: scenario.money.discounting.schedule.name,
    discountBy: scenario.money.discounting.by,
    discountFrom: scenario.money.discounting.from,
    set: { ...scenario.set },
  },
  references: referencesOf(scenario),
  labels: labelsOf(scenario),
});

const checkReport = (simulation: Simulation, options: ReportOptions): void => {
  checkCall(simulation);
  const texts = listOf(ofKind("string"));
  checkOptions(options, {
    show: texts,
    regimes: texts,
    onPart: ofKind("function"),
    onProgress: ofKind("function"),
    signal: signalOption,
  });
};

/**
 * The first sentences of the answer: the findings of the outputs that the scenario names, or else its own. Sentences on
 * certainty come last, and once. Sentences on outcomes are left out where cost-effectiveness prints them.
 */
const answerOf = (
  simulation: Simulation,
  own: readonly string[],
  under: Pick<OutputOptions, "regimes">,
): readonly string[] => {
  const isOfSums = isSummed(simulation.drawn);
  const found = simulation.scenario.answer.map(readShow).flatMap(({ name, options }) => {
    if (isOfSums && !outputs[name].isSummable) return [];
    return name === "answer" ? own : outputs[name].page(simulation, { ...options, ...under }).finding;
  });
  if (found.length === 0) return own;
  if (isOfSums) return [...new Set(found)];
  const strategies = namedStrategies(simulation);
  const certainty = certaintySentences(simulation, strategies);
  const isPriced = simulation.scenario.answer.some((asked) => readShow(asked).name === "cost-effectiveness");
  const prices = isPriced ? pricedSentences(simulation, strategies, strategyShown(strategies)) : [];
  const left = [...certainty, ...prices];
  return [...new Set(found.filter((sentence) => !left.includes(sentence))), ...certainty];
};

/**
 * The first screen: who pays, who saves, how sure that is, and what it depends on.
 * @param simulation from `simulate`
 * @returns the text of 100 columns, with a final new line
 * @example
 * const text = answer(simulate(fdac, { draws: 256 }));
 * text.split("\n")[0] // => "Family Drug and Alcohol Court, London"
 */
export const answer = (simulation: Simulation): string => toText(report(simulation));
