import { mean, quantile, sorted } from "../base/statistics.js";
import { budgetedAgencies, budgetFiguresOf } from "../engine/read-book.js";
import { halfPenny } from "../engine/rounding.js";
import type { Simulation } from "../engine/simulate.js";
import { businessAsUsual } from "../engine/strategy-index.js";
import { withoutName } from "../scenario/interventions/strategy.js";
import { yearLabel } from "../scenario/time.js";
import { yearsOf } from "./model-years.js";
import { strategiesOf } from "./strategies.js";
import { isUpperBound } from "./upper-bounds.js";

/** What an agency spends in a year beside what it has: pounds in the prices of the results, undiscounted. */
export interface BudgetGapRow {
  /** `without` for business as usual. */
  readonly strategy: string;
  readonly agency: string;
  readonly year: number;
  readonly label: string;
  /** What it has to spend: the mean of the draws. */
  readonly budget: number;
  /** What it spends on the modelled services and interventions, and on all else where the scenario says so. */
  readonly spending: number;
  /** The 5th percentile of spending. */
  readonly spendingP5: number;
  /** The 95th percentile of spending. */
  readonly spendingP95: number;
  /** budget − spending: less than 0 where the money does not reach. */
  readonly gap: number;
  /** The share of draws in which it spends more than it has. */
  readonly short: number;
  /** The share of those who come to its services whom it turns away so that its budget reaches, 0 to 1: mean of the draws; null where it does not ration. */
  readonly rationed: number | null;
  /** The share of draws in which it was to overspend even if it turned all of them away; null where it does not ration. */
  readonly beyondRationing: number | null;
  /** The first year whose mean gap is less than 0, by its label: when the money runs out; null where it lasts. */
  readonly runsOut: string | null;
  /** Whether the budget is for the modelled services alone, because nothing says what else it pays for. */
  readonly modelledOnly: boolean;
  /** Measured with nobody to compare with: at most this. */
  readonly upperBound: boolean;
}

/**
 * Spending against budget, year by year, for each agency that has a budget: when the money runs out (what councils call the graph of doom).
 * Spending is what business as usual spends on services, less what leaves the budget as cash and as lower unit costs, plus what is paid for interventions,
 * plus `otherSpending`. An agency that rations (`whenShort`) turns people away in the year after, so that its budget reaches.
 * @param simulation from `simulate`
 * @returns rows by strategy (business as usual first), agency and year; none where no agency has a budget
 * @example budgetGap(simulate(gritting, { draws: 256 })) // => []
 */
export const budgetGap = (simulation: Simulation): readonly BudgetGapRow[] => {
  const { scenario, drawn } = simulation;
  const strategies = [[businessAsUsual, withoutName] as const, ...strategiesOf(simulation)];
  return strategies.flatMap(([index, strategy]) =>
    budgetedAgencies(drawn).flatMap((agency) => {
      const rations = scenario.agencies[agency].whenShort === "ration";
      const years = yearsOf(scenario).map((year) => {
        const { budget, spending, rationed, shortfall } = budgetFiguresOf(drawn, index, agency, year);
        const ascending = sorted(spending);
        return {
          year,
          label: yearLabel(scenario.time, year),
          budget: mean(budget),
          spending: mean(spending),
          spendingP5: quantile(ascending, 0.05),
          spendingP95: quantile(ascending, 0.95),
          gap: mean(budget) - mean(spending),
          short: spending.filter((pounds, draw) => pounds > budget[draw] + halfPenny).length / spending.length,
          rationed: rations ? mean(rationed) : null,
          beyondRationing: rations ? shareAbove(shortfall) : null,
        };
      });
      const runsOut = years.find(({ gap }) => gap < -halfPenny)?.label ?? null;
      const modelledOnly = scenario.agencies[agency].budget?.other === null;
      const upperBound = isUpperBound(scenario, strategy);
      return years.map((row): BudgetGapRow => ({ strategy, agency, ...row, runsOut, modelledOnly, upperBound }));
    }),
  );
};

const shareAbove = (pounds: Float64Array): number =>
  pounds.filter((shortfall) => shortfall > halfPenny).length / pounds.length;
