import { benefitCostRatio, equivalentAnnual, returnOnInvestment } from "../../base/appraisal/appraisal.js";
import { cycleFactors } from "../../base/appraisal/discounting.js";
import { mean, shareError } from "../../base/mathematics/statistics.js";
import { cyclesPerYear } from "../../base/time.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import type { Scenario } from "../../scenario/scenario.js";
import { yearsOf } from "../sums/model-years.js";
import { netsOf } from "../sums/nets.js";
import { checkCall } from "../sums/option-checks.js";
import { type PartyLevel, partiesOf } from "../sums/parties.js";
import { partySumsOf } from "../sums/party-sums.js";
import { paybackOf, paybackTimeOf } from "../sums/payback.js";
import { type Standing, standingsOf } from "../sums/standing.js";
import { strategiesOf } from "../sums/strategies.js";
import { isUpperBound, type StrategyRow } from "../sums/upper-bounds.js";

/**
 * A strategy as a whole, for a body of several agencies, the place, the public purse or society. Amounts are pounds in
 * present value over all
 * years, means over the draws.
 */
export interface AppraisalRow<N extends Names = Names> extends Standing, StrategyRow<N> {
  /** The level that is summed: `place`, `public` or `society`. */
  readonly level: Exclude<PartyLevel, "agency">;
  /** The name for readers. */
  readonly name: string;
  /**
   * What the agencies of the level pay for the interventions, raised by the optimism bias that is asked for. In pounds.
   */
  readonly costs: number;
  /** What else happens to these budgets, in pounds: cash and cheaper, less what costs more, cut by optimism bias. */
  readonly benefits: number;
  /**
   * The Monte Carlo error of chance, one standard error as a share, at most: that of independent draws. Null if chance
   * is null, 0 or 1.
   */
  readonly chanceError: number | null;
  /** benefits / costs. Null if costs are not above 0. */
  readonly benefitCostRatio: number | null;
  /** benefitCostRatio − 1. Null if the ratio is null. */
  readonly returnOnInvestment: number | null;
  /** The equal payment in each year of the run with the same present value as costs: pounds a year. */
  readonly equivalentAnnualCosts: number | null;
  /** The equal payment in each year of the run with the same present value as net: pounds a year. */
  readonly equivalentAnnualNet: number | null;
  /** As paybackYear, in years from the start. Each year's net is assumed to arrive evenly over the year. */
  readonly paybackTime: number | null;
  /** As paybackYear, in undiscounted pounds. */
  readonly paybackYearUndiscounted: number | null;
  /** As paybackTime, in undiscounted pounds. */
  readonly paybackTimeUndiscounted: number | null;
  /** As neverPaysBack, in undiscounted pounds. */
  readonly neverPaysBackUndiscounted: number | null;
}

/**
 * Each strategy as a whole, for a business case: costs, benefits, net present value, ratio, equal annual value,
 * payback. Costs that rise elsewhere are negative benefits, never costs, so that ratios compare (HM Treasury, The Green
 * Book). Payback is the first year from which the cumulative net is 0 or more until the end of the run: the median over
 * the draws.
 * @param simulation from `simulate`
 * @returns one row per strategy, body and level, in pounds of present value
 * @example appraisal(simulate(fdac, { draws: 256 })).map((row) => row.benefitCostRatio?.toFixed(2))[1] // => "1.63"
 */
export function appraisal<N extends Names>(simulation: Simulation<N>): readonly AppraisalRow<N>[];
export function appraisal(simulation: Simulation): readonly AppraisalRow[] {
  checkCall(simulation);
  const { scenario, drawn } = simulation;
  const years = yearsOf(scenario);
  const factors = yearFactors(scenario);
  const drawsThatTell = scenario.calibration?.effectiveDraws ?? drawn.draws;
  return strategiesOf(simulation).flatMap(([index, strategy]) => {
    const standingOf = standingsOf(simulation, index);
    return partiesOf(scenario).flatMap(({ level, name, agencies }) => {
      if (level === "agency") return [];
      const nets = netsOf(scenario, drawn, index, { agencies });
      const plain = netsOf(scenario, drawn, index, { agencies, money: "plain" });
      const standing = standingOf(agencies, partySumsOf(simulation, index, agencies));
      const { net, chance } = standing;
      const costs = mean(nets("pays"));
      const benefits = net + costs;
      const plainByYear = years.map((year) => plain("net", year));
      const undiscounted = paybackOf(plainByYear);
      return {
        strategy,
        level,
        name,
        costs,
        benefits,
        ...standing,
        chanceError: chance === null ? null : (shareError(chance, drawsThatTell) ?? null),
        benefitCostRatio: benefitCostRatio(benefits, costs),
        returnOnInvestment: returnOnInvestment(benefits, costs),
        equivalentAnnualCosts: equivalentAnnual(costs, factors),
        equivalentAnnualNet: equivalentAnnual(net, factors),
        paybackTime: paybackTimeOf(years.map((year) => nets("net", year))),
        paybackYearUndiscounted: undiscounted.year,
        paybackTimeUndiscounted: paybackTimeOf(plainByYear),
        neverPaysBackUndiscounted: chance === null ? null : undiscounted.never,
        upperBound: isUpperBound(scenario, strategy),
      };
    });
  });
}

/** The discount factor of a pound that is spread evenly over a year, by year: the mean of its cycles' factors. */
const yearFactors = ({ money, time }: Pick<Scenario, "money" | "time">): readonly number[] => {
  const perYear = money.discounting.by === "year" ? 1 : cyclesPerYear[time.cycle];
  const { flow } = cycleFactors(money.discounting, perYear, time.years);
  return Array.from({ length: time.years }, (_, year) => mean(flow.subarray(year * perYear, (year + 1) * perYear)));
};
