import { type FrontierOption, type FrontierRow, frontier } from "../../base/appraisal/cost-effectiveness.js";
import { mean } from "../../base/mathematics/statistics.js";
import { roundingShare } from "../../engine/rounding.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import { withoutName } from "../../scenario/names.js";
import { type CostOptions, comparedIn, netCostDraws, outcomesIn, presentOutcomes } from "../sums/compared.js";
import { checkCall } from "../sums/option-checks.js";
import type { Subject } from "../sums/parties.js";
import { isReading } from "../sums/strategies.js";
import type { Measure } from "../sums/sums.js";
import { isUpperBound } from "../sums/upper-bounds.js";

/** The cost and the outcomes of a strategy, beside the others. Present values over all years, means over the draws. */
export interface CostEffectivenessRow<N extends Names = Names> {
  /** `without` is business as usual. */
  readonly strategy: N["strategy"] | "without";
  /** A service with a `worth`. */
  readonly outcome: N["service"];
  /** What one outcome is called. */
  readonly unit: string;
  /** Whose cost: a level or an agency. */
  readonly of: Subject<N>;
  /** What lowers the cost: all that is avoided (`netAvoided`), or what budgets gain (`net`). */
  readonly figure: Measure;
  /** Spending on services and interventions in pounds: what business as usual spends, less that figure. */
  readonly cost: number;
  /** The number of outcomes, discounted. */
  readonly outcomes: number;
  /**
   * Cost beyond that of the next cheaper strategy on the frontier, in pounds. Null for the cheapest, and off the
   * frontier.
   */
  readonly incrementalCost: number | null;
  /** Outcomes beyond those of that strategy. Null as `incrementalCost`. */
  readonly incrementalOutcomes: number | null;
  /** Pounds for one more outcome: incrementalCost / incrementalOutcomes. */
  readonly icer: number | null;
  /**
   * `frontier`: the best choice at some value of an outcome. `dominated`: another strategy costs no more and gives no
   * less. `extended`: a mixture of two others does so. `reading`: no option, and not compared with others.
   */
  readonly status: FrontierRow["status"] | "reading";
  /** True if an effect was measured without a comparison group: the true benefit is then at most this. */
  readonly upperBound: boolean;
}

/**
 * The cost and the outcomes of each strategy, and what one more outcome costs along the strategies worth choosing. For
 * a choice among several strategies whose outcome is not money. Ratios are ratios of means (Drummond and others 2015,
 * Methods for the Economic Evaluation of Health Care Programmes).
 * @param simulation from `simulate`
 * @param options the outcome (a service with a `worth`), whose cost, and which strategies are compared
 * @returns rows by outcome, the cheapest strategy first and readings last: pounds and outcomes in present value. There
 * are no rows if no service has a `worth`.
 * @throws ScenarioError if an option names something that is not there
 * @example costEffectiveness(simulate(hiv, { draws: 256 })).map((row) => row.strategy) // => ["without", "lamivudine"]
 */
export function costEffectiveness<N extends Names>(
  simulation: Simulation<N>,
  options?: CostOptions<N>,
): readonly CostEffectivenessRow<N>[];
export function costEffectiveness(simulation: Simulation, options: CostOptions = {}): readonly CostEffectivenessRow[] {
  checkCall(simulation, options, ["outcome", "of", "strategies", "figure"]);
  const { outcome, of: whose = "public", strategies, figure = "netAvoided" } = options;
  const compared = comparedIn(simulation, strategies ?? [withoutName, ...simulation.settings.strategies]);
  const costs = withoutRounding(compared.map(({ index }) => mean(netCostDraws(simulation, index, whose, figure))));
  return outcomesIn(simulation.scenario, outcome).flatMap((each) => {
    const amounts = withoutRounding(compared.map(({ index }) => mean(presentOutcomes(simulation, index, each))));
    const options = compared.map(({ strategy }, at) => ({ name: strategy, cost: costs[at], outcome: amounts[at] }));
    const isRead = ({ name }: FrontierOption): boolean => isReading(simulation.scenario, name);
    const readings = options.filter(isRead).map((option) => ({ ...option, ...unranked }));
    return [...frontier(options.filter((option) => !isRead(option))), ...readings].map(
      ({ name, cost, outcome: outcomes, incrementalCost, incrementalOutcome, icer, status }): CostEffectivenessRow => ({
        strategy: name,
        outcome: each.outcome,
        unit: each.unit,
        of: whose,
        figure,
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
}

const unranked = { status: "reading", incrementalCost: null, incrementalOutcome: null, icer: null } as const;

/** Replaces numbers that differ only by rounding with one number, so that rounding makes no strategy the better. */
const withoutRounding = (values: readonly number[]): readonly number[] => {
  const out: number[] = [];
  for (const value of values)
    out.push(out.find((other) => Math.abs(value - other) <= roundingShare * Math.abs(other)) ?? value);
  return out;
};
