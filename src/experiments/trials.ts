import { mean } from "../base/mathematics/statistics.js";
import { checkGivenScenario } from "../base/problems/given.js";
import { withThousands } from "../base/problems/number-text.js";
import { checkOptions, stopIfAborted } from "../base/problems/options.js";
import { ScenarioError } from "../base/problems/problem.js";
import { emptyBook } from "../engine/book/book.js";
import { contactsOf } from "../engine/book/read-book.js";
import { businessAsUsual } from "../engine/book/strategy-index.js";
import { buildMachine } from "../engine/machine.js";
import { roundingShare } from "../engine/rounding.js";
import { mostNumbers, numbersPerDraw, numbersUnderWay, sizeProblem } from "../engine/run-size.js";
import { type SimulateOptions, simulate } from "../engine/simulate.js";
import { centralWidth, fillCentral, fillSettings, randomInputsIn } from "../engine/values/inputs.js";
import type { RandomInput } from "../quantity/random-input.js";
import { answerLevelOf } from "../results/money/answer-level.js";
import { netsOf } from "../results/sums/nets.js";
import { optionChecksOf } from "../results/sums/option-checks.js";
import type { Subject } from "../results/sums/parties.js";
import { agenciesNamed } from "../results/sums/parties.js";
import type { Measure } from "../results/sums/sums.js";
import { figureOfChoice } from "../results/uncertainty/choice.js";
import type { Names } from "../scenario/define/names.js";
import type { Scenario } from "../scenario/scenario.js";

/** Whose result an experiment reports, and for which strategy. */
export interface ExperimentOptions<N extends Names = Names> {
  /** A level (place, public, society), or an agency or body by name. Default: the level of the answer. */
  readonly of?: Subject<N>;
  /** What budgets gain (`net`), or also what is freed and still paid for (`netAvoided`). Default: net. */
  readonly figure?: Measure;
  /** Default: the first of the scenario. */
  readonly strategy?: N["strategy"];
  /** Stops the experiment when the signal is aborted, and throws the signal's reason. */
  readonly signal?: SimulateOptions["signal"];
}

/** Whose result `sensitivity` reports, for which strategy, and of which outcome, if any. */
export interface SensitivityOptions<N extends Names = Names, Outcome extends N["service"] = N["service"]>
  extends ExperimentOptions<N> {
  /**
   * A service with a `worth`: rows are then of this outcome, and of what one more costs. `of` is public and `figure`
   * netAvoided by default, as in `costEffectiveness`. Default: none, and rows are of money.
   */
  readonly outcome?: Outcome;
}

/** One random input with its setting: its address, and one number per column. */
export interface Trial {
  readonly address: string;
  readonly setting: readonly number[];
}

/** The options of an experiment, with names checked. */
export interface Question {
  /** Whose result: a level, or an agency or body by name. */
  readonly of: string;
  readonly agencies: readonly string[];
  readonly figure: Measure;
  readonly strategy: string;
  readonly outcome: string | undefined;
  readonly signal: SimulateOptions["signal"];
}

/** The central result of a trial, in present value. */
export interface TrialResult {
  /** Pounds; NaN for a trial without a result, so that the others keep theirs. */
  readonly net: number;
  /** Outcomes gained over business as usual, less what is rounding alone; 0 if no outcome is asked for. */
  readonly gain: number;
}

/** Checks the names in an experiment's options. Undefined if no strategy is named and the scenario has none. */
export const questionOf = (
  scenario: Scenario,
  options: SensitivityOptions,
  known: readonly string[] = ["of", "figure", "strategy", "signal"],
): Question | undefined => {
  checkGivenScenario(scenario);
  const checks = optionChecksOf(scenario);
  checkOptions(options, Object.fromEntries(known.map((name) => [name, checks[name]])));
  const { outcome, figure = figureOfChoice(options), strategy = Object.keys(scenario.strategies).at(0) } = options;
  if (strategy === undefined) return undefined;
  const of = options.of ?? (outcome === undefined ? answerLevelOf(simulate(scenario, { draws: 1 })) : "public");
  return { of, agencies: agenciesNamed(scenario, of), figure, strategy, outcome, signal: options.signal };
};

/**
 * The central result of each trial: one input takes the trial's setting, all others stay central. Trials are columns of
 * one run, or of several if one would not fit into memory.
 */
export const runTrials = (scenario: Scenario, question: Question, trials: readonly Trial[]): readonly TrialResult[] => {
  const { strategy, signal } = question;
  const inputs = randomInputsIn(scenario, scenario.strategies[strategy].of);
  const each = centralWidth(inputs);
  const perTrial = each * (numbersPerDraw(scenario, [strategy]) + numbersUnderWay(scenario, [strategy], 1));
  const numbers = perTrial * trials.length;
  if (numbers > mostNumbers)
    throw new ScenarioError([
      sizeProblem(numbers, {
        address: "time.years",
        parts: `${withThousands(String(trials.length))} values to try × volumes, contacts and people × years`,
        mend: "Shorten the run, or write fewer services or agencies. Outputs that try no values need less.",
      }),
    ]);
  const atOnce = Math.max(1, Math.floor(mostAtOnce / perTrial));
  const results: TrialResult[] = [];
  for (let from = 0; from < trials.length; from += atOnce) {
    stopIfAborted(signal, "The run");
    for (const result of runAtOnce(scenario, question, inputs, trials.slice(from, from + atOnce))) results.push(result);
  }
  return results;
};

/** The most numbers that trials hold at once: a fifth of a gigabyte, and as much again in the engine. */
const mostAtOnce = 25_000_000;

const runAtOnce = (
  scenario: Scenario,
  { agencies, figure, strategy, outcome }: Question,
  inputs: readonly RandomInput[],
  trials: readonly Trial[],
): readonly TrialResult[] => {
  const byAddress = new Map(inputs.map((input) => [input.address, input]));
  const each = centralWidth(inputs);
  const width = each * trials.length;
  const machine = buildMachine(scenario, [strategy], inputs, width);
  for (const [index, { address, setting }] of trials.entries()) {
    fillCentral(machine.inputs, inputs, each, index * each);
    const columns = machine.inputs.columns.get(byAddress.get(address)?.stream ?? address);
    fillSettings(columns ?? [], [setting], each, index * each);
  }
  const book = emptyBook(scenario, [strategy], width);
  machine.run(book, 0, "mark");
  const nets = netsOf(scenario, book, 0, { agencies })(figure);
  const [usual, changed] =
    outcome === undefined
      ? []
      : [businessAsUsual, 0].map((each) => contactsOf(book, each, outcome, { money: "present" }));
  return trials.map((_, index) => {
    const meanOf = (column?: Float64Array) => mean(column?.subarray(index * each, (index + 1) * each) ?? [0]);
    const [before, after] = [meanOf(usual), meanOf(changed)];
    const gain = after - before;
    return { net: meanOf(nets), gain: Math.abs(gain) <= roundingShare * before ? 0 : gain };
  });
};
