import { drawsAt } from "../base/cube.js";
import { addScaled } from "../base/kernels.js";
import { mean, quantile, sorted } from "../base/statistics.js";
import type { Simulation } from "../engine/simulate.js";
import { withoutName } from "../scenario/strategy.js";
import { yearLabel } from "../scenario/time.js";
import { figuresOf, halfPenny, isUpperBound, spendOf, strategiesOf, yearsOf } from "./figures.js";

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
 * plus `otherSpending`.
 * @param simulation from `simulate`
 * @returns rows by strategy (business as usual first), agency and year; none where no agency has a budget
 * @example budgetGap(simulate(gritting, { draws: 256 })) // => []
 */
export const budgetGap = (simulation: Simulation): readonly BudgetGapRow[] => {
  const { scenario, drawn } = simulation;
  const strategies = [[-1, withoutName] as const, ...strategiesOf(simulation)];
  return strategies.flatMap(([index, strategy]) =>
    drawn.budgets.axes[0].labels.flatMap((agency, at) => {
      const figure = figuresOf(drawn, Math.max(0, index), { agencies: [agency], money: "plain" });
      const years = yearsOf(scenario).map((year) => {
        const [budget, other] = [0, 1].map((side) => drawsAt(drawn.budgets, at, side, year - 1));
        const spending = spendOf(drawn, { agencies: [agency], year, money: "plain" });
        addScaled(spending, 1, other);
        if (index >= 0) addScaled(spending, -1, figure("netCash", year));
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
        };
      });
      const runsOut = years.find(({ gap }) => gap < -halfPenny)?.label ?? null;
      const modelledOnly = scenario.agencies[agency].budget?.other === null;
      const upperBound = isUpperBound(scenario, strategy);
      return years.map((row): BudgetGapRow => ({ strategy, agency, ...row, runsOut, modelledOnly, upperBound }));
    }),
  );
};
