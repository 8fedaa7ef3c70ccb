import { withThousands } from "../base/number-text.js";
import { checkGivenScenario, checkOptions, stopIfAborted } from "../base/options.js";
import { ScenarioError } from "../base/problem.js";
import { mean } from "../base/statistics.js";
import { emptyBook } from "../engine/book.js";
import { centralWidth, fillCentral, fillSetting, randomInputsIn } from "../engine/inputs.js";
import { buildMachine } from "../engine/machine.js";
import { mostNumbers, numbersPerDraw, numbersUnderWay, sizeProblem } from "../engine/run-size.js";
import { type SimulateOptions, simulate } from "../engine/simulate.js";
import type { RandomInput } from "../quantity/random-input.js";
import { answerLevelOf } from "../results/answer-level.js";
import { netsOf } from "../results/nets.js";
import { optionChecksOf } from "../results/option-checks.js";
import type { Subject } from "../results/parties.js";
import { agenciesNamed } from "../results/parties.js";
import type { Measure } from "../results/sums.js";
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
  readonly signal: SimulateOptions["signal"];
}

/** Checks the names in an experiment's options. Undefined if no strategy is named and the scenario has none. */
export const questionOf = (scenario: Scenario, options: ExperimentOptions): Question | undefined => {
  checkGivenScenario(scenario);
  const { of: subject, figure: measure, strategy: chosen, signal: stop } = optionChecksOf(scenario);
  checkOptions(options, { of: subject, figure: measure, strategy: chosen, signal: stop });
  const { figure = "net", strategy = Object.keys(scenario.strategies).at(0), signal } = options;
  if (strategy === undefined) return undefined;
  const of = options.of ?? answerLevelOf(simulate(scenario, { draws: 1 }));
  return { of, agencies: agenciesNamed(scenario, of), figure, strategy, signal };
};

/**
 * The central result of each trial: one input takes the trial's setting, all others stay central. Trials are columns of
 * one run, or of several if one would not fit into memory.
 * @returns pounds in present value, one per trial; NaN for a trial without a result, so that the others keep theirs
 */
export const runTrials = (scenario: Scenario, question: Question, trials: readonly Trial[]): readonly number[] => {
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
  const results: number[] = [];
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
  { agencies, figure, strategy }: Question,
  inputs: readonly RandomInput[],
  trials: readonly Trial[],
): readonly number[] => {
  const byAddress = new Map(inputs.map((input) => [input.address, input]));
  const each = centralWidth(inputs);
  const width = each * trials.length;
  const machine = buildMachine(scenario, [strategy], inputs, width);
  for (const [index, { address, setting }] of trials.entries()) {
    fillCentral(machine.inputs, inputs, each, index * each);
    const columns = machine.inputs.columns.get(byAddress.get(address)?.stream ?? address);
    for (let place = index * each; place < (index + 1) * each; place++) fillSetting(columns, setting, place);
  }
  const book = emptyBook(scenario, [strategy], width);
  machine.run(book, 0, "mark");
  const results = netsOf(scenario, book, 0, { agencies })(figure);
  return trials.map((_, index) => mean(results.subarray(index * each, (index + 1) * each)));
};
