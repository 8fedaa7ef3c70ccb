import { randomInputsIn } from "../engine/inputs.js";
import { numbersOf } from "../results/drawn.js";
import { isUpperBound } from "../results/upper-bounds.js";
import type { Scenario } from "../scenario/scenario.js";
import { type ExperimentOptions, questionOf, runTrials } from "./trials.js";

/** One bar of a tornado: what the central result becomes when one number goes to the ends of its range. Pounds in present value. */
export interface SensitivityRow {
  readonly strategy: string;
  /** Whose result: a level or an agency. */
  readonly of: string;
  readonly address: string;
  readonly written: string;
  /** The central result, nothing moved. */
  readonly central: number;
  /** The result at the low end of the range (the 2.5th percentile); for traces, splits and rows of counts, the least there is. */
  readonly atLow: number;
  /** The result at the high end (the 97.5th percentile); for the others likewise, the most there is. */
  readonly atHigh: number;
  /** How far the two lie apart. */
  readonly swing: number;
  /** Measured with nobody to compare with: at most this. */
  readonly upperBound: boolean;
}

/**
 * Which uncertain numbers move the result most: each in turn goes to the ends of its range, all others stay central (a tornado; HM Treasury
 * Green Book, one-at-a-time sensitivity). A trace takes each observed year for every year: the worst and the best winter there was.
 * @param scenario from `readScenario` or `defineScenario`
 * @param options whose result (`of`), which figure, which strategy
 * @returns a row a number with a range, the widest swing first
 * @throws ScenarioError where an option names nothing there is
 * @example sensitivity(gritting)[0].address // => "quantities.temperature"
 */
export const sensitivity = (scenario: Scenario, options: ExperimentOptions = {}): readonly SensitivityRow[] => {
  const question = questionOf(scenario, options);
  const numbers = numbersOf(scenario);
  const chances = randomInputsIn(scenario, scenario.strategies[question.strategy].of);
  const trials = chances.flatMap(({ address, ends }) => ends().map((setting) => ({ address, setting })));
  const [central, ...results] = runTrials(scenario, question, [{ address: "", setting: [] }, ...trials]);
  const rows = chances.map(({ address, central: settings }): SensitivityRow => {
    const own = results.filter((_, index) => trials[index].address === address);
    const inOrder = own.length === 2 && settings[0].length === 1 && settings.length === 1;
    const [atLow, atHigh] = inOrder ? own : [Math.min(...own), Math.max(...own)];
    const written = numbers.get(address)?.written ?? "";
    return {
      strategy: question.strategy,
      of: options.of ?? "society",
      address,
      written,
      central,
      atLow,
      atHigh,
      swing: Math.abs(atHigh - atLow),
      upperBound: isUpperBound(scenario, question.strategy),
    };
  });
  return rows.sort((a, b) => b.swing - a.swing || (a.address < b.address ? -1 : 1));
};
