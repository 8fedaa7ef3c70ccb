import { mean } from "../base/mathematics/statistics.js";
import { checkGivenScenario } from "../base/problems/given.js";
import {
  checkArgument,
  checkOptions,
  listOf,
  numberBetween,
  ofKind,
  stopIfAborted,
  wordFrom,
} from "../base/problems/options.js";
import { ScenarioError } from "../base/problems/problem.js";
import { runChecksOf, type SimulateOptions, type Simulation, simulate } from "../engine/simulate.js";
import { checkedDraws, type FigureOptions } from "../results/draws.js";
import { answerLevelOf } from "../results/money/answer-level.js";
import { optionChecksOf } from "../results/sums/option-checks.js";
import type { Subject } from "../results/sums/parties.js";
import { percentilesOf } from "../results/sums/percentiles.js";
import { type Figure, figures } from "../results/sums/sums.js";
import type { Address, Names, Some } from "../scenario/define/names.js";
import type { Scenario, SettingForm, Settings } from "../scenario/scenario.js";
import { settingText } from "../scenario/settings/set.js";
import { compiled } from "./compile.js";
import { combinations, type Values } from "./spans.js";

/** Which figure of each setting, and how the scenario is run. */
export interface SweepOptions<N extends Names = Names>
  extends FigureOptions<N>,
    Pick<SimulateOptions<N>, "draws" | "seed" | "regime" | "signal"> {
  /** Called after each setting with the share done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/** A figure under one setting, in pounds. Beside these columns, a row has the value at each address of the setting. */
export interface SweptFigure<N extends Names = Names> {
  /** The strategy's name in the scenario. */
  readonly strategy: N["strategy"];
  /** Whose result it is: a level, or an agency or body by its name in the scenario. */
  readonly of: Subject<N>;
  /** The measure that is read: `net`, `netAvoided` or another. */
  readonly figure: Figure;
  /** The mean over the draws. */
  readonly pounds: number;
  /** The 5th percentile of pounds. */
  readonly poundsP5: number;
  /** The 95th percentile of pounds. */
  readonly poundsP95: number;
  /** Pounds of the central run. */
  readonly central: number;
  /** The share of draws in which pounds are above 0. */
  readonly chance: number;
}

/** A row of a sweep: the values that were set, by address, and the figure under them. */
export type SweepRow<N extends Names = Names, Addresses extends string = string> = SweptFigure<N> &
  Readonly<Record<Addresses, SettingForm>>;

/** Refuses keys that are no address, in words. A computed key may be any text: it is checked when it runs. */
type Unaddressed<Key extends string> = string extends Key
  ? unknown
  : { readonly [Each in Key]: `${Each} is no address of the scenario` };

/**
 * Runs a scenario with every combination of some values: a line of a chart for one address, a grid for two. All
 * settings have the same draws, so that a difference between rows is of the values alone.
 * @param scenario from `readScenario` or `defineScenario`
 * @param settings the values to try, by address; at most 10,000 combinations
 * @param options which figure, whose and of which strategy, as for `draws`; draws, seed and regime as for `simulate`
 * @returns one row per combination, the last address first to change; the bits of `draws` on a scenario that is read
 * with `set` and simulated; no rows if there are no strategies
 * @throws ScenarioError if a value cannot be read, an option names something that is not there, or as `simulate`
 * @example
 * const rows = sweep(gritting, { "quantities.effect": ["20%", "40%"] }, { draws: 256, of: "council" });
 * rows.map((row) => [row["quantities.effect"], Math.round(row.pounds)]) // => [["20%", 1047], ["40%", 2093]]
 */
export function sweep<N extends Names, const Values extends Some<Address<N>, readonly SettingForm[]>>(
  scenario: Scenario<N>,
  settings: Values & Unaddressed<Exclude<keyof Values & string, Address<N>>>,
  options?: SweepOptions<N>,
): readonly SweepRow<N, keyof Values & string>[];
export function sweep(scenario: Scenario, settings: Values, options: SweepOptions = {}): readonly SweepRow[] {
  checkSweep(scenario, settings, options);
  const { onProgress, signal, figure = "net", money = "present", of: whose, strategy: chosen, ...asSimulate } = options;
  const strategy = chosen ?? Object.keys(scenario.strategies).at(0);
  if (strategy === undefined) return [];
  const all = combinations(settings);
  const asRun = { ...asSimulate, strategies: [strategy] };
  const { read, run } = compiled(scenario, asRun, settings);
  // A wrong last value is refused before the first run. Most settings are numbers in place of others, read in no time.
  for (const set of all) {
    stopIfAborted(signal, "The sweep");
    withSetting(set, () => read(set));
  }
  const of = whose ?? answerLevelOf(simulate(scenario, { ...asRun, draws: 1 }));
  // The draws of what was observed are picked from those of the run, so they need books of their own.
  const isPassing = Object.keys(scenario.observed).length === 0;
  return all.map((set, index): SweepRow => {
    stopIfAborted(signal, "The sweep");
    const simulation = withSetting(set, () => run(set, isPassing));
    onProgress?.((index + 1) / all.length);
    return { ...set, strategy, of, figure, ...spreadOf(simulation, { strategy, of, figure, money }) };
  });
}

/** A figure of a run, with options that were checked: its mean, its range, the central run and its chance above 0. */
export const spreadOf = (simulation: Simulation, figure: FigureOptions) => {
  const pounds = checkedDraws(simulation, figure);
  const { p5, p95 } = percentilesOf(pounds);
  const [central] = checkedDraws({ ...simulation, drawn: simulation.central }, figure);
  const chance = pounds.filter((each) => each > 0).length / pounds.length;
  return { pounds: mean(pounds), poundsP5: p5, poundsP95: p95, central, chance };
};

/** Throws if a sweep is asked what it cannot mean. */
const checkSweep = (scenario: Scenario, settings: Values, options: SweepOptions): void => {
  checkGivenScenario(scenario);
  checkArgument("settings", settings, ofKind("object"));
  const lists = Object.entries(settings);
  for (const [address, values] of lists)
    checkArgument(
      address,
      values,
      listOf(() => undefined),
    );
  const count = lists.reduce((product, [, values]) => product * values.length, 1);
  checkArgument("The number of combinations", count, numberBetween(1, mostSettings, "whole number"));
  const { of, strategy } = optionChecksOf(scenario);
  const { draws: many, seed, regime, onProgress, signal } = runChecksOf(scenario);
  const own = { of, strategy, figure: wordFrom(figures), money: wordFrom(["present", "plain"]) };
  checkOptions(options, { ...own, draws: many, seed, regime, onProgress, signal });
};

const mostSettings = 10_000;

/** Reads or runs a setting. Its problems are thrown again with the setting. */
const withSetting = <Result>(set: Settings, use: () => Result): Result => {
  try {
    return use();
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const values = Object.entries(set).map(([address, value]) => `${address}: ${settingText(value)}`);
    const remark = `The setting is ${values.join(", ")}.`;
    throw new ScenarioError(
      error.problems.map((problem) => ({
        ...problem,
        mend: [problem.mend ?? [], remark].flat().join(" "),
      })),
    );
  }
};
