import { sumOfColumns } from "../../base/columns/kernels.js";
import { budgetedAgencies, budgetFiguresOf } from "../../engine/book/read-book.js";
import { businessAsUsual } from "../../engine/book/strategy-index.js";
import { halfPenny } from "../../engine/rounding.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import { withoutName } from "../../scenario/names.js";
import { yearLabel } from "../../scenario/time/time.js";
import { shareAhead } from "../sums/draws-reader.js";
import { type YearRow, yearsOf } from "../sums/model-years.js";
import { readerFor } from "../sums/option-checks.js";
import { type AgencyOrBody, agenciesAndBodies } from "../sums/parties.js";
import { strategiesOf } from "../sums/strategies.js";
import { isUpperBound } from "../sums/upper-bounds.js";

/**
 * Spending beside the budget in one year, for an agency or for a body that sums several: undiscounted pounds in the
 * prices of the results.
 */
export interface BudgetGapRow<N extends Names = Names> extends YearRow {
  /** `without` is business as usual. */
  readonly strategy: N["strategy"] | "without";
  /** `agency`, or `body` if the row sums agencies. */
  readonly level: AgencyOrBody["level"];
  /** The agency's name in the scenario. Empty if the row sums the agencies of a body that have a budget. */
  readonly agency: N["agency"] | "";
  /** The name for readers. */
  readonly name: string;
  /** What it has to spend: the mean over the draws. */
  readonly budget: number;
  /**
   * What it spends on the modelled services and interventions, plus `otherSpending` if the scenario gives it. In
   * pounds.
   */
  readonly spending: number;
  /** The 5th percentile of spending. */
  readonly spendingP5: number;
  /** The 95th percentile of spending. */
  readonly spendingP95: number;
  /** budget − spending: below 0 if the budget is too small. In pounds. */
  readonly gap: number;
  /** The share of draws (0 to 1) in which it spends more than its budget. */
  readonly short: number;
  /** The share of contacts (0 to 1) that it turns away to stay within its budget. Null if it does not ration. */
  readonly rationed: number | null;
  /** The share of draws in which turning away every contact would not be enough. Null if it does not ration. */
  readonly beyondRationing: number | null;
  /** The label of the first year whose mean gap is below 0: when the money runs out. Null if it lasts. */
  readonly runsOut: string | null;
  /** True if the budget covers the modelled services alone, because the scenario gives no `otherSpending`. */
  readonly modelledOnly: boolean;
  /** True if an effect was measured without a comparison group: the true benefit is then at most this. */
  readonly upperBound: boolean;
}

/**
 * Spending against budget by year, for each agency with a budget. It shows when the money runs out, which councils call
 * the graph of doom. Spending is what business as usual spends on services, less cash and lower unit costs, plus what
 * the agency pays for interventions, plus `otherSpending`. From year 2, an agency
 * that rations (`whenShort`) turns away the share of contacts that would bring last year's spending within this year's
 * budget.
 * @param simulation from `simulate`
 * @returns rows by strategy (business as usual first), agency or body, and year; no rows if no agency has a budget
 * @example budgetGap(simulate(gritting, { draws: 256 })) // => []
 */
export function budgetGap<N extends Names>(simulation: Simulation<N>): readonly BudgetGapRow<N>[];
export function budgetGap(simulation: Simulation): readonly BudgetGapRow[] {
  const reader = readerFor(simulation);
  const { mean, percentilesOf } = reader;
  const { scenario, drawn } = simulation;
  const strategies = [[businessAsUsual, withoutName] as const, ...strategiesOf(simulation)];
  return strategies.flatMap(([index, strategy]) =>
    agenciesAndBodies(scenario, budgetedAgencies(drawn)).flatMap(({ agencies, ...party }) => {
      const rations = scenario.agencies[party.agency]?.whenShort === "ration";
      const years = yearsOf(scenario).map((year) => {
        const each = agencies.map((agency) => budgetFiguresOf(drawn, index, agency, year));
        const [budget, spending] = [each.map((own) => own.budget), each.map((own) => own.spending)].map(sumOfColumns);
        const [{ rationed, shortfall }] = each;
        const { p5, p95 } = percentilesOf(spending);
        const [meanBudget, meanSpending] = [budget, spending].map(mean);
        return {
          year,
          label: yearLabel(scenario.time, year),
          budget: meanBudget,
          spending: meanSpending,
          spendingP5: p5,
          spendingP95: p95,
          gap: meanBudget - meanSpending,
          short: mean(spending.map((pounds, draw) => (pounds > budget[draw] + halfPenny ? 1 : 0))),
          rationed: rations ? mean(rationed) : null,
          beyondRationing: rations ? shareAhead(shortfall, reader) : null,
        };
      });
      const runsOut = years.find(({ gap }) => gap < -halfPenny)?.label ?? null;
      const modelledOnly = agencies.some((agency) => scenario.agencies[agency].budget?.other === null);
      const upperBound = isUpperBound(scenario, strategy);
      return years.map((row): BudgetGapRow => ({ strategy, ...party, ...row, runsOut, modelledOnly, upperBound }));
    }),
  );
}
