import { halfPenny, roundingShare } from "../../engine/rounding.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import { outcomesIn, presentOutcomes } from "../sums/compared.js";
import { netsOf } from "../sums/nets.js";
import { readerFor } from "../sums/option-checks.js";
import { type PartyLevel, partiesOf } from "../sums/parties.js";
import { strategiesOf } from "../sums/strategies.js";
import { isUpperBound, type StrategyRow } from "../sums/upper-bounds.js";

/** The money of a strategy beside its outcomes: present values over all years, means over the draws. */
export interface ValueForMoneyRow<N extends Names = Names> extends StrategyRow<N> {
  /** A service with a `worth`. */
  readonly outcome: N["service"];
  /** What one outcome is called. */
  readonly unit: string;
  /** The level that is summed: `place`, `public` or `society`. */
  readonly level: Exclude<PartyLevel, "agency">;
  /** The name for readers. */
  readonly name: string;
  /** Net of the level, in pounds: what its budgets gain. */
  readonly net: number;
  /** The 5th percentile of net. Null if nothing that is uncertain moves net. */
  readonly netP5: number | null;
  /** The 95th percentile of net. Null if nothing that is uncertain moves net. */
  readonly netP95: number | null;
  /** Outcomes with the strategy less outcomes without it. */
  readonly gain: number;
  /** The 5th percentile of the gain. */
  readonly gainP5: number;
  /** The 95th percentile of the gain. */
  readonly gainP95: number;
  /**
   * The share of draws (0 to 1) with more outcomes and a net of more than half a penny: better outcomes at less cost.
   * Null for an upper bound, and if nothing that is uncertain moves net or the gain.
   */
  readonly betterForLess: number | null;
  /** The share of draws with more outcomes, whatever the cost. Null for an upper bound or a certain gain. */
  readonly better: number | null;
}

/**
 * Better outcomes at less cost? The money beside the outcome for each strategy, outcome and level, and how often both
 * are better at once. That is the south-east quadrant of the cost-effectiveness plane (Black 1990, Medical Decision
 * Making 10:212).
 * @param simulation from `simulate`
 * @returns rows by strategy, outcome, body and level; no rows if no service has a `worth`
 * @example valueForMoney(simulate(hiv, { draws: 256 })).map((row) => row.better) // => [1]
 */
export function valueForMoney<N extends Names>(simulation: Simulation<N>): readonly ValueForMoneyRow<N>[];
export function valueForMoney(simulation: Simulation): readonly ValueForMoneyRow[] {
  const { mean, standardDeviation, rangeOf, percentilesOf } = readerFor(simulation);
  const { scenario, drawn } = simulation;
  return strategiesOf(simulation).flatMap(([index, strategy]) => {
    const upperBound = isUpperBound(scenario, strategy);
    const outcomes = outcomesIn(scenario);
    if (outcomes.length === 0) return [];
    const parties = partiesOf(scenario).flatMap(({ level, name, agencies }) =>
      level === "agency" ? [] : [{ level, name, net: netsOf(scenario, drawn, index, { agencies })("net") }],
    );
    return outcomes.flatMap((each) => {
      const usual = presentOutcomes(simulation, -1, each);
      const gain = presentOutcomes(simulation, index, each).map((amount, draw) => amount - usual[draw]);
      const isCertain = standardDeviation(gain) <= roundingShare * Math.abs(mean(usual));
      const isBetter = gain.map((outcomes, draw) => Number(outcomes > roundingShare * Math.abs(usual[draw])));
      return parties.map(({ level, name, net }): ValueForMoneyRow => {
        const [nets, gains] = [rangeOf(net), percentilesOf(gain)];
        const better = mean(isBetter);
        const betterForLess = mean(isBetter.map((is, draw) => (net[draw] > halfPenny ? is : 0)));
        return {
          strategy,
          outcome: each.outcome,
          unit: each.unit,
          level,
          name,
          net: mean(net),
          netP5: nets.p5,
          netP95: nets.p95,
          gain: mean(gain),
          gainP5: gains.p5,
          gainP95: gains.p95,
          betterForLess: upperBound || (nets.p5 === null && isCertain) ? null : betterForLess,
          better: upperBound || isCertain ? null : better,
          upperBound,
        };
      });
    });
  });
}
