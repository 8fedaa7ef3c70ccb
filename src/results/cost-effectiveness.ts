import { type FrontierRow, frontier } from "../base/cost-effectiveness.js";
import { mean } from "../base/statistics.js";
import { roundingShare } from "../engine/rounding.js";
import type { Simulation } from "../engine/simulate.js";
import { type CompareOptions, comparedIn, netCostDraws, outcomesIn, presentOutcomes } from "./compared.js";
import { isUpperBound } from "./upper-bounds.js";

/** A strategy among others: what it costs, what comes of it, and what each outcome more costs. Present values over all years, means of the draws. */
export interface CostEffectivenessRow {
  /** `without` is business as usual. */
  readonly strategy: string;
  /** The service with a worth. */
  readonly outcome: string;
  /** What one of it is called. */
  readonly unit: string;
  /** Whose cost: a level or an agency. */
  readonly of: string;
  /** All that is spent on services and interventions, in pounds: what business as usual spends, less the strategy's net. */
  readonly cost: number;
  /** How many outcomes there are. */
  readonly outcomes: number;
  /** Cost beyond that of the next cheaper strategy of the frontier; null for the cheapest, and off the frontier. */
  readonly incrementalCost: number | null;
  readonly incrementalOutcomes: number | null;
  /** Pounds for each outcome more: incrementalCost / incrementalOutcomes. */
  readonly icer: number | null;
  /** `frontier`: worth choosing for some worth of an outcome; `dominated` by one other, or (`extended`) by a mixture of two. */
  readonly status: FrontierRow["status"];
  /** Measured with nobody to compare with: at most this. */
  readonly upperBound: boolean;
}

/**
 * What each strategy costs and what comes of it, and what an outcome more costs along the strategies worth choosing. For a choice among several
 * where the outcome is no money. Ratios are of means (Drummond and others 2015, Methods for the Economic Evaluation of Health Care Programmes).
 * @param simulation from `simulate`
 * @param options the outcome (a service with a `worth`), whose cost, and which strategies are compared
 * @returns rows by outcome, the cheapest strategy first: pounds and outcomes in present value; none where no service has a worth
 * @throws ScenarioError where an option names nothing there is
 * @example costEffectiveness(simulate(hiv, { draws: 256 })).map((row) => row.strategy) // => ["without", "lamivudine"]
 */
export const costEffectiveness = (
  simulation: Simulation,
  { outcome, of = "public", strategies }: CompareOptions = {},
): readonly CostEffectivenessRow[] => {
  const compared = comparedIn(simulation, strategies);
  const costs = settled(compared.map(({ index }) => mean(netCostDraws(simulation, index, of))));
  return outcomesIn(simulation.scenario, outcome).flatMap((each) => {
    const amounts = settled(compared.map(({ index }) => mean(presentOutcomes(simulation, index, each))));
    const options = compared.map(({ strategy }, at) => ({ name: strategy, cost: costs[at], outcome: amounts[at] }));
    return frontier(options).map(
      ({ name, cost, outcome: outcomes, incrementalCost, incrementalOutcome, icer, status }): CostEffectivenessRow => ({
        strategy: name,
        outcome: each.outcome,
        unit: each.unit,
        of,
        cost,
        outcomes,
        incrementalCost,
        incrementalOutcomes: incrementalOutcome,
        icer,
        status,
        upperBound: isUpperBound(simulation.scenario, name),
      }),
    );
  });
};

/** Numbers of which those that differ by no more than the roundingShare of sums are the same: it makes no strategy better than another. */
const settled = (values: readonly number[]): readonly number[] => {
  const kept: number[] = [];
  for (const value of values)
    kept.push(kept.find((other) => Math.abs(value - other) <= roundingShare * Math.abs(other)) ?? value);
  return kept;
};
