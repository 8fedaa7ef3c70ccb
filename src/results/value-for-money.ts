import { mean, quantile, sorted } from "../base/statistics.js";
import { halfPenny, roundingShare } from "../engine/rounding.js";
import type { Simulation } from "../engine/simulate.js";
import type { Level } from "../scenario/agencies/level.js";
import { outcomesIn, presentOutcomes } from "./compared.js";
import { partiesOf } from "./parties.js";
import { strategiesOf } from "./strategies.js";
import { figureOf } from "./sums.js";
import { isUpperBound } from "./upper-bounds.js";

/** The money of a strategy beside what comes of it: present values over all years, means of the draws. */
export interface ValueForMoneyRow {
  readonly strategy: string;
  /** The service with a worth. */
  readonly outcome: string;
  /** What one of it is called. */
  readonly unit: string;
  readonly level: Level;
  readonly name: string;
  /** Net of the level, in pounds. */
  readonly net: number;
  readonly netP5: number;
  readonly netP95: number;
  /** Outcomes more than without. */
  readonly gain: number;
  readonly gainP5: number;
  readonly gainP95: number;
  /** The share of draws in which outcomes are better and net is more than half a penny: better outcomes at less cost. */
  readonly betterForLess: number;
  /** The share of draws in which outcomes are better, whatever the cost. */
  readonly better: number;
  /** Measured with nobody to compare with: at most this. */
  readonly upperBound: boolean;
}

/**
 * Better outcomes at less cost? For each strategy, outcome and level the money beside the outcome, and how often both are better at once (the
 * south-east quadrant of the cost-effectiveness plane; Black 1990, Medical Decision Making 10:212).
 * @param simulation from `simulate`
 * @returns rows by strategy, outcome and level; none where no service has a worth
 * @example valueForMoney(simulate(hiv, { draws: 256 })).map((row) => row.better) // => [1]
 */
export const valueForMoney = (simulation: Simulation): readonly ValueForMoneyRow[] =>
  strategiesOf(simulation).flatMap(([index, strategy]) =>
    outcomesIn(simulation.scenario).flatMap((each) => {
      const usual = presentOutcomes(simulation, -1, each);
      const gain = presentOutcomes(simulation, index, each).map((amount, draw) => amount - usual[draw]);
      const isBetter = gain.map((more, draw) => Number(more > roundingShare * Math.abs(usual[draw])));
      return partiesOf(simulation.scenario).flatMap(({ level, name, agencies }): readonly ValueForMoneyRow[] => {
        if (level === "agency") return [];
        const net = figureOf(simulation.drawn, index, "net", { agencies });
        const [nets, gains] = [sorted(net), sorted(gain)];
        return [
          {
            strategy,
            outcome: each.outcome,
            unit: each.unit,
            level,
            name,
            net: mean(net),
            netP5: quantile(nets, 0.05),
            netP95: quantile(nets, 0.95),
            gain: mean(gain),
            gainP5: quantile(gains, 0.05),
            gainP95: quantile(gains, 0.95),
            betterForLess: mean(isBetter.map((better, draw) => (net[draw] > halfPenny ? better : 0))),
            better: mean(isBetter),
            upperBound: isUpperBound(simulation.scenario, strategy),
          },
        ];
      });
    }),
  );
