import { largestOf, smallestOf } from "../base/largest.js";
import { randomInputsIn } from "../engine/inputs.js";
import { numbersOf } from "../results/numbers.js";
import type { Subject } from "../results/parties.js";
import { isUpperBound, type StrategyRow } from "../results/upper-bounds.js";
import type { Names } from "../scenario/define/names.js";
import { labelOf } from "../scenario/label.js";
import type { Scenario } from "../scenario/scenario.js";
import { type ExperimentOptions, questionOf, runTrials } from "./trials.js";

/**
 * One bar of a tornado chart: the central result with one random input at each end of its range. Pounds in present
 * value.
 */
export interface SensitivityRow<N extends Names = Names> extends StrategyRow<N> {
  /** Whose result: a level or an agency. */
  readonly of: Subject<N>;
  /** The path of the number in the scenario. */
  readonly address: string;
  /** What the number is: its label, or the words of its address. */
  readonly label: string;
  /** The number as the file writes it. */
  readonly written: string;
  /** The central result, with all numbers central. In pounds. */
  readonly central: number;
  /** The result at the low end of the range, the 2.5th percentile. For traces, splits and rows of counts: the least. */
  readonly atLow: number;
  /**
   * The result at the high end of the range, the 97.5th percentile. For traces, splits and rows of counts: the most.
   */
  readonly atHigh: number;
  /** The absolute difference of atLow and atHigh. In pounds. */
  readonly swing: number;
}

/**
 * Which random inputs change the result most: a tornado chart. Each input in turn goes to the ends of its range, and
 * all others stay central (HM Treasury, The Green Book, one-at-a-time sensitivity). A trace uses each of its observed
 * years for every year of the run, such as the worst and the best winter.
 * @param scenario from `readScenario` or `defineScenario`
 * @param options whose result (`of`), which figure, which strategy
 * @returns one row per random input, the widest swing first; no rows if there are no strategies
 * @throws ScenarioError if an option names something that is not there
 * @example sensitivity(gritting)[0].address // => "quantities.temperature"
 */
export function sensitivity<N extends Names>(
  scenario: Scenario<N>,
  options?: ExperimentOptions<N>,
): readonly SensitivityRow<N>[];
export function sensitivity(scenario: Scenario, options: ExperimentOptions = {}): readonly SensitivityRow[] {
  const question = questionOf(scenario, options);
  if (question === undefined) return [];
  const numbers = numbersOf(scenario);
  const inputs = randomInputsIn(scenario, scenario.strategies[question.strategy].of);
  const trials = inputs.flatMap(({ address, ends }) => ends().map((setting) => ({ address, setting })));
  const [central, ...results] = runTrials(scenario, question, [{ address: "", setting: [] }, ...trials]);
  const rows = inputs.map(({ address, central: settings }): SensitivityRow => {
    const own = results.filter((_, index) => trials[index].address === address);
    const inOrder = own.length === 2 && settings[0].length === 1 && settings.length === 1;
    const [atLow, atHigh] = inOrder ? own : [smallestOf(own), largestOf(own)];
    const number = numbers.get(address) ?? { address, written: "" };
    return {
      strategy: question.strategy,
      of: question.of,
      address,
      label: labelOf(number, scenario),
      written: number.written,
      central,
      atLow,
      atHigh,
      swing: Math.abs(atHigh - atLow),
      upperBound: isUpperBound(scenario, question.strategy),
    };
  });
  return rows.sort((a, b) => b.swing - a.swing || (a.address < b.address ? -1 : 1));
}
