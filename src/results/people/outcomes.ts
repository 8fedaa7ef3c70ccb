import { sorted } from "../../base/mathematics/statistics.js";
import { contactsOf } from "../../engine/book/read-book.js";
import { businessAsUsual } from "../../engine/book/strategy-index.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import { yearLabel } from "../../scenario/time/time.js";
import { outcomesIn } from "../sums/compared.js";
import { yearsOf } from "../sums/model-years.js";
import { readerFor } from "../sums/option-checks.js";
import { strategiesOrUsual } from "../sums/strategies.js";
import { isUpperBound } from "../sums/upper-bounds.js";

/**
 * The outcomes of a strategy in a year, such as life years, jobs or homes: without and with it, means over the draws.
 */
export interface OutcomeRow<N extends Names = Names> {
  /** The strategy's name in the scenario. `without` is business as usual. */
  readonly strategy: N["strategy"] | "without";
  /** A service with a `worth`. */
  readonly outcome: N["service"];
  /** What one outcome is called. */
  readonly unit: string;
  /** Who enjoys it: `society` or an agency. */
  readonly worth: string;
  /** The model year, from 1. Null for all years together. */
  readonly year: number | null;
  /** The year by its start, or `all years`. */
  readonly label: string;
  /** Outcomes without the strategy. */
  readonly without: number;
  /** Outcomes with it. */
  readonly with: number;
  /** with − without. Outcomes, in the unit of the service. */
  readonly gain: number;
  /** The 5th percentile of the gain. */
  readonly gainP5: number;
  /** The 95th percentile of the gain. */
  readonly gainP95: number;
  /** Outcomes without the strategy in present value, at the discount rate for outcomes. */
  readonly presentWithout: number;
  /** Outcomes with it in present value. */
  readonly presentWith: number;
  /** presentWith − presentWithout. Outcomes, in the unit of the service. */
  readonly presentGain: number;
  /** True if an effect was measured without a comparison group: the true benefit is then at most this. */
  readonly upperBound: boolean;
}

/**
 * The outcomes of each strategy, without and with it, by year and in total: what the money achieves.
 * @param simulation from `simulate`
 * @returns rows by strategy, outcome and year, then all years; no rows if no service has a `worth`. If there
 * are no strategies, the rows are those of `without`.
 * @example outcomes(simulate(hiv, { draws: 256 })).length // => 21
 */
export function outcomes<N extends Names>(simulation: Simulation<N>): readonly OutcomeRow<N>[];
export function outcomes(simulation: Simulation): readonly OutcomeRow[] {
  const { mean, percentilesOf } = readerFor(simulation);
  const { scenario, drawn } = simulation;
  return strategiesOrUsual(simulation).flatMap(([index, strategy]) =>
    outcomesIn(scenario).flatMap(({ outcome, unit, worth }) =>
      [...yearsOf(scenario), null].map((year): OutcomeRow => {
        const [without, others, presentWithout, presentOthers] = (["plain", "present"] as const).flatMap((money) =>
          [businessAsUsual, index].map((each) => contactsOf(drawn, each, outcome, { year: year ?? undefined, money })),
        );
        const gain = sorted(others.map((amount, draw) => amount - without[draw]));
        const { p5, p95 } = percentilesOf(gain);
        const [meanWithout, meanWith] = [presentWithout, presentOthers].map(mean);
        return {
          strategy,
          outcome,
          unit,
          worth,
          year,
          label: year === null ? "all years" : yearLabel(scenario.time, year),
          without: mean(without),
          with: mean(others),
          gain: mean(gain),
          gainP5: p5,
          gainP95: p95,
          presentWithout: meanWithout,
          presentWith: meanWith,
          presentGain: meanWith - meanWithout,
          upperBound: isUpperBound(scenario, strategy),
        };
      }),
    ),
  );
}
