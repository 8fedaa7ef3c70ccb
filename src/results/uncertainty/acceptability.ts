import { acceptabilityCurves } from "../../base/appraisal/cost-effectiveness.js";
import { mean } from "../../base/mathematics/statistics.js";
import { leastPounds } from "../../engine/rounding.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import { type CostOptions, comparedIn, netCostDraws, outcomesIn, presentOutcomes } from "../sums/compared.js";
import { checkCall } from "../sums/option-checks.js";
import type { Subject } from "../sums/parties.js";
import type { Measure } from "../sums/sums.js";
import { isUpperBound } from "../sums/upper-bounds.js";
import { defaultWillingness, refuseManyWorths } from "./willingness-to-pay.js";

/** Which strategies are compared, and how much one more outcome may be worth. */
export interface AcceptabilityOptions<N extends Names = Names> extends CostOptions<N> {
  /**
   * What the decider would pay for one more outcome, in pounds, each 0 or more.
   * Default: 0, 10,000, 20,000, 30,000, 50,000, 70,000 and 100,000.
   */
  readonly willingnessToPay?: readonly number[];
}

/** How likely a strategy is to be the best choice at one willingness to pay. */
export interface AcceptabilityRow<N extends Names = Names> {
  /** `without` is business as usual. */
  readonly strategy: N["strategy"] | "without";
  /** The outcome's name in the scenario: a service with a worth. */
  readonly outcome: N["service"];
  /** Whose cost: a level or an agency. */
  readonly of: Subject<N>;
  /** What lowers the cost: all that is avoided (`netAvoided`), or what budgets gain (`net`). */
  readonly figure: Measure;
  /** Pounds for one more outcome. */
  readonly willingnessToPay: number;
  /**
   * The share of draws (0 to 1) in which it has the greatest net benefit among those that are no upper bounds.
   * Strategies that tie in a draw share it. Null for an upper bound, and if nothing else is compared.
   */
  readonly share: number | null;
  /**
   * The mean over the draws of willingnessToPay × outcomes − cost, in pounds of present value.
   */
  readonly netBenefit: number;
  /**
   * True for the strategy with the greatest netBenefit among those that are no upper bounds, and so for the best choice
   * on the mean. Its share is the acceptability frontier: how likely that choice is to be right.
   */
  readonly isBest: boolean;
  /** True if an effect was measured without a comparison group: the true benefit is then at most this. */
  readonly upperBound: boolean;
}

/**
 * How likely each strategy is to be the best choice, by what an outcome is worth to the decider: cost-effectiveness
 * acceptability curves and their frontier (Fenwick, Claxton and Sculpher 2001). The most likely strategy is not always
 * the best on the mean: `isBest` says which to choose, and its share is the frontier.
 * @param simulation from `simulate`
 * @param options the outcome, the values of an outcome in pounds, whose cost, and which strategies are compared
 * @returns rows by outcome, willingness to pay and strategy. The shares of one outcome and willingness to pay sum to 1.
 * There are no rows if no service has a `worth`, and none of readings.
 * @throws ScenarioError if an option names something that is not there, or a willingness to pay is below 0 or infinite
 * @example
 * const rows = acceptability(simulate(hiv, { draws: 256 }), { willingnessToPay: [20000] });
 * rows.map((row) => row.share) // => [0, 1]
 */
export function acceptability<N extends Names>(
  simulation: Simulation<N>,
  options?: AcceptabilityOptions<N>,
): readonly AcceptabilityRow<N>[];
export function acceptability(simulation: Simulation, options: AcceptabilityOptions = {}): readonly AcceptabilityRow[] {
  checkCall(simulation, options, ["outcome", "of", "strategies", "willingnessToPay", "figure"]);
  const {
    outcome,
    of: whose = "public",
    strategies,
    willingnessToPay = defaultWillingness,
    figure = "netAvoided",
  } = options;
  const compared = comparedIn(simulation, strategies);
  refuseManyWorths(compared.length, willingnessToPay.length, simulation.drawn.draws);
  const isBound = (strategy: string): boolean => isUpperBound(simulation.scenario, strategy);
  const fair = compared.filter(({ strategy }) => !isBound(strategy));
  const isCompared = fair.length > 1 || fair.length === compared.length;
  const columns = (columnOf: (index: number) => Float64Array) =>
    Object.fromEntries(compared.map(({ strategy, index }) => [strategy, columnOf(index)]));
  const costs = columns((index) => netCostDraws(simulation, index, whose, figure));
  const fairOnly = (all: Readonly<Record<string, Float64Array>>) =>
    Object.fromEntries(fair.map(({ strategy }) => [strategy, all[strategy]]));
  return outcomesIn(simulation.scenario, outcome).flatMap((each) => {
    const outcomes = columns((index) => presentOutcomes(simulation, index, each));
    const shares = acceptabilityCurves(fairOnly(costs), fairOnly(outcomes), willingnessToPay);
    return willingnessToPay.flatMap((pounds, at) => {
      const rows = compared.map(({ strategy }) => {
        const own = shares.slice(at * fair.length, (at + 1) * fair.length).find(({ name }) => name === strategy);
        return {
          strategy,
          outcome: each.outcome,
          of: whose,
          figure,
          willingnessToPay: pounds,
          share: isCompared && own !== undefined ? own.share : null,
          netBenefit: pounds * mean(outcomes[strategy]) - mean(costs[strategy]),
          upperBound: isBound(strategy),
        };
      });
      const candidates = rows.filter((row) => !isCompared || !row.upperBound);
      const best = candidates.reduce(
        (most, row) => (row.netBenefit > most.netBenefit + leastPounds ? row : most),
        candidates[0],
      );
      return rows.map((row): AcceptabilityRow => ({ ...row, isBest: row === best }));
    });
  });
}
