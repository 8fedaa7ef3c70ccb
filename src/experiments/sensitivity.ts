import { largestOf, smallestOf } from "../base/mathematics/largest.js";
import { leastPounds } from "../engine/rounding.js";
import { randomInputsIn } from "../engine/values/inputs.js";
import type { Subject } from "../results/sums/parties.js";
import type { Measure } from "../results/sums/sums.js";
import { isUpperBound, type StrategyRow } from "../results/sums/upper-bounds.js";
import { numbersOf } from "../results/uncertainty/numbers.js";
import type { Names } from "../scenario/define/names.js";
import { labelOf } from "../scenario/label.js";
import type { Scenario } from "../scenario/scenario.js";
import { questionOf, runTrials, type SensitivityOptions, type TrialResult } from "./trials.js";

/**
 * Whether one more outcome has a cost, over business as usual. `ratio`: the strategy costs more and gives more, so one
 * more has a cost. `dominant`: it costs no more and gives no less. `dominated`: it costs no less and gives no more.
 * `cheaper`: it costs less and gives less. `none`: it changes neither.
 */
export type RatioStatus = "ratio" | "dominant" | "dominated" | "cheaper" | "none";

/**
 * One bar of a tornado chart: the central result with one random input at each end of its range, in present value.
 * A result is pounds of money, a number of outcomes, or the pounds that one more outcome costs; `Value` is null where
 * the last is no ratio, and so never null if no outcome is asked for.
 */
export interface SensitivityRow<N extends Names = Names, Value extends number | null = number> extends StrategyRow<N> {
  /** Whose result: a level or an agency. */
  readonly of: Subject<N>;
  /**
   * What the row is about: `money` in pounds; `outcomes`, the number gained over business as usual; or `icer`, the
   * pounds that one more outcome costs: the net lost, divided by the outcomes gained.
   */
  readonly result: "money" | "outcomes" | "icer";
  /** The outcome, by its name in the scenario. Null for money. */
  readonly outcome: N["service"] | null;
  /** What counts as money: what budgets gain (`net`), or all that is avoided (`netAvoided`). */
  readonly figure: Measure;
  /** The path of the number in the scenario. */
  readonly address: string;
  /** What the number is: its label, or the words of its address. */
  readonly label: string;
  /** The number as the file writes it. */
  readonly written: string;
  /** The central result, with all numbers central. In pounds, or in outcomes. Null of an `icer` that is no ratio. */
  readonly central: Value;
  /**
   * The result at the low end of the range, the 2.5th percentile. For traces, splits and rows of counts: the least.
   * Null of an `icer` that is no ratio.
   */
  readonly atLow: Value;
  /**
   * The result at the high end of the range, the 97.5th percentile. For traces, splits and rows of counts: the most.
   * Null of an `icer` that is no ratio.
   */
  readonly atHigh: Value;
  /**
   * The absolute difference of atLow and atHigh. In pounds, or in outcomes. Of an `icer` that is no ratio at an end: 0
   * if both ends have the same status, else null.
   */
  readonly swing: Value;
  /** Of an `icer`: whether the central result is a ratio, and if not, why. Null for other rows. */
  readonly centralStatus: RatioStatus | null;
  /** The same at the low end. */
  readonly lowStatus: RatioStatus | null;
  /** The same at the high end. */
  readonly highStatus: RatioStatus | null;
}

/**
 * Which random inputs change the result most: a tornado chart. Each input in turn goes to the ends of its range, and
 * all others stay central (HM Treasury, The Green Book, one-at-a-time sensitivity). A trace uses each of its observed
 * years for every year of the run, such as the worst and the best winter. The result is money, or with `outcome` that
 * outcome, and what one more costs.
 * @param scenario from `readScenario` or `defineScenario`
 * @param options whose result (`of`), which figure, which strategy, which outcome
 * @returns one row per result and random input: results one after the other, the widest swing first, and before it
 * inputs at an end of which there is no ratio; no rows if there are no strategies
 * @throws ScenarioError if an option names something that is not there
 * @example sensitivity(gritting)[0].address // => "quantities.temperature"
 * @example sensitivity(hiv, { outcome: "lifeYear" }).at(-1).result // => "icer"
 */
export function sensitivity<N extends Names, Outcome extends N["service"] = never>(
  scenario: Scenario<N>,
  options?: SensitivityOptions<N, Outcome>,
): readonly SensitivityRow<N, [Outcome] extends [never] ? number : number | null>[];
export function sensitivity(scenario: Scenario, options: SensitivityOptions = {}): readonly AnyRow[] {
  const question = questionOf(scenario, options, ["of", "figure", "strategy", "outcome", "signal"]);
  if (question === undefined) return [];
  const { strategy, of, figure, outcome = null } = question;
  const numbers = numbersOf(scenario);
  const inputs = randomInputsIn(scenario, scenario.strategies[strategy].of);
  const trials = inputs.flatMap(({ address, ends }) => ends().map((setting) => ({ address, setting })));
  const [central, ...results] = runTrials(scenario, question, [{ address: "", setting: [] }, ...trials]);
  const rowsOf = (result: AnyRow["result"]): readonly AnyRow[] => {
    const read = readings[result];
    const middle = read(central);
    const rows = inputs.map(({ address, central: settings }): AnyRow => {
      const own = results.filter((_, index) => trials[index].address === address).map(read);
      const orders = own.map(({ order }) => order);
      const at = (end: number): Reading => own[orders.findIndex((order) => Object.is(order, end))];
      const inOrder = own.length === 2 && settings[0].length === 1 && settings.length === 1;
      const [low, high] = inOrder ? own : [at(smallestOf(orders)), at(largestOf(orders))];
      const number = numbers.get(address) ?? { address, written: "" };
      return {
        strategy,
        of,
        result,
        outcome,
        figure,
        address,
        label: labelOf(number, scenario),
        written: number.written,
        central: middle.value,
        atLow: low.value,
        atHigh: high.value,
        swing: swingOf(low, high),
        centralStatus: middle.status,
        lowStatus: low.status,
        highStatus: high.status,
        upperBound: isUpperBound(scenario, strategy),
      };
    });
    const width = ({ swing }: AnyRow): number => swing ?? Number.MAX_VALUE;
    return rows.sort((a, b) => width(b) - width(a) || (a.address < b.address ? -1 : 1));
  };
  return outcome === null ? rowsOf("money") : [...rowsOf("outcomes"), ...rowsOf("icer")];
}

type AnyRow = SensitivityRow<Names, number | null>;

/** A result of a trial, and where it stands among others: a higher cost of one more outcome is the worse. */
interface Reading {
  readonly value: number | null;
  readonly order: number;
  readonly status: RatioStatus | null;
}

const numberRead = (value: number): Reading => ({ value, order: value, status: null });

const [better, worse] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

const ratioOf = ({ net, gain }: TrialResult): Reading => {
  const cost = Math.abs(net) < leastPounds ? 0 : -net;
  if (cost > 0 && gain > 0) return { ...numberRead(cost / gain), status: "ratio" };
  const noRatio = (order: number, status: RatioStatus): Reading => ({ value: null, order, status });
  if (cost === 0 && gain === 0) return noRatio(worse, "none");
  if (cost <= 0 && gain >= 0) return noRatio(better, "dominant");
  return noRatio(worse, cost < 0 ? "cheaper" : "dominated");
};

const readings: Readonly<Record<AnyRow["result"], (trial: TrialResult) => Reading>> = {
  money: ({ net }) => numberRead(net),
  outcomes: ({ gain }) => numberRead(gain),
  icer: ratioOf,
};

/** What a number moves from end to end: null if only one end is a ratio, 0 if none is, for the same reason. */
const swingOf = (low: Reading, high: Reading): number | null => {
  if (low.value !== null && high.value !== null) return Math.abs(high.value - low.value);
  return low.status === high.status ? 0 : null;
};
