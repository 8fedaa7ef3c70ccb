import { benefitCostRatio, equivalentAnnual, returnOnInvestment } from "../base/appraisal.js";
import { cycleFactors } from "../base/discounting.js";
import { mean, monteCarloError } from "../base/statistics.js";
import { cyclesPerYear } from "../base/time.js";
import type { Simulation } from "../engine/simulate.js";
import type { Level } from "../scenario/agencies/level.js";
import type { Scenario } from "../scenario/scenario.js";
import { yearsOf } from "./model-years.js";
import { partiesOf } from "./parties.js";
import { paybackOf } from "./payback.js";
import { type Standing, standingOf } from "./standing.js";
import { strategiesOf } from "./strategies.js";
import { figuresOf } from "./sums.js";
import { isUpperBound } from "./upper-bounds.js";

/** A strategy as a whole, for the place, the public purse or society: pounds in present value, means of the draws. */
export interface AppraisalRow extends Standing {
  readonly strategy: string;
  readonly level: Level;
  readonly name: string;
  /** What the agencies of the level pay for the interventions. */
  readonly costs: number;
  /** All consequences for them: what they avoid and what is cheaper, less what costs more. */
  readonly benefits: number;
  /** One standard error of net by the draws alone; null with fewer than 8 blocks of 256. */
  readonly netError: number | null;
  /** benefits / costs; null where costs are not above 0. */
  readonly benefitCostRatio: number | null;
  /** benefitCostRatio − 1; null where that is. */
  readonly returnOnInvestment: number | null;
  /** The same amount in every year of the run that is worth as much as costs: pounds a year. */
  readonly equivalentAnnualCosts: number | null;
  /** The same amount in every year of the run that is worth as much as net: pounds a year. */
  readonly equivalentAnnualNet: number | null;
  /** As paybackYear, in years from the start: a year's net is taken to arrive evenly over it. */
  readonly paybackTime: number | null;
  /** As paybackYear, of pounds that are not discounted. */
  readonly paybackYearUndiscounted: number | null;
  /** As paybackTime, of pounds that are not discounted. */
  readonly paybackTimeUndiscounted: number | null;
  /** As neverPaysBack, of pounds that are not discounted. */
  readonly neverPaysBackUndiscounted: number;
  /** Measured with nobody to compare with: at most this. */
  readonly upperBound: boolean;
}

/**
 * Each strategy as a whole: costs, benefits, net present value, ratio, what it comes to a year, payback. For a business case.
 * Consequences of more demand elsewhere are benefits below 0, never costs, so that ratios compare (HM Treasury Green Book).
 * Payback is when the sum of net so far is 0 or more and stays so to the end of the run: the median of the draws.
 * @param simulation from `simulate`
 * @returns a row a strategy and level, pounds in present value
 * @example appraisal(simulate(fdac, { draws: 256 })).map((row) => row.benefitCostRatio?.toFixed(2))[1] // => "2.30"
 */
export const appraisal = (simulation: Simulation): readonly AppraisalRow[] => {
  const { scenario, drawn } = simulation;
  const years = yearsOf(scenario);
  const factors = yearFactors(scenario);
  return strategiesOf(simulation).flatMap(([index, strategy]) =>
    partiesOf(scenario).flatMap(({ level, name, agencies }) => {
      if (level === "agency") return [];
      const figure = figuresOf(drawn, index, { agencies });
      const plain = figuresOf(drawn, index, { agencies, money: "plain" });
      const standing = standingOf(simulation, index, agencies, figure);
      const { net, netP5, netP95, netCash, netCentral, chance, paybackYear, neverPaysBack } = standing;
      const costs = mean(figure("pays"));
      const benefits = net + costs;
      const undiscounted = paybackOf(years.map((year) => plain("net", year)));
      return {
        strategy,
        level,
        name,
        costs,
        benefits,
        net,
        netP5,
        netP95,
        netError: monteCarloError(figure("net")) ?? null,
        netCash,
        netCentral,
        chance,
        benefitCostRatio: benefitCostRatio(benefits, costs),
        returnOnInvestment: returnOnInvestment(benefits, costs),
        equivalentAnnualCosts: equivalentAnnual(costs, factors),
        equivalentAnnualNet: equivalentAnnual(net, factors),
        paybackYear,
        paybackTime: paybackOf(years.map((year) => figure("net", year))).time,
        neverPaysBack,
        paybackYearUndiscounted: undiscounted.year,
        paybackTimeUndiscounted: undiscounted.time,
        neverPaysBackUndiscounted: undiscounted.never,
        upperBound: isUpperBound(scenario, strategy),
      };
    }),
  );
};

/** What a pound that falls evenly over each year is worth: the mean of the factors of the year's cycles. */
const yearFactors = ({ money, time }: Pick<Scenario, "money" | "time">): readonly number[] => {
  const perYear = money.discounting.by === "year" ? 1 : cyclesPerYear[time.cycle];
  const { flow } = cycleFactors(money.discounting, perYear, time.years);
  return Array.from({ length: time.years }, (_, year) => mean(flow.subarray(year * perYear, (year + 1) * perYear)));
};
