import { mean, quantile, sorted } from "../base/statistics.js";
import { contactsOf } from "../engine/read-book.js";
import type { Simulation } from "../engine/simulate.js";
import { businessAsUsual } from "../engine/strategy-index.js";
import { yearLabel } from "../scenario/time.js";
import { outcomesIn } from "./compared.js";
import { yearsOf } from "./model-years.js";
import { strategiesOf } from "./strategies.js";
import { isUpperBound } from "./upper-bounds.js";

/** What comes of a strategy in a year besides money: life years, jobs, homes, without and with. Means of the draws. */
export interface OutcomeRow {
  readonly strategy: string;
  /** The service with a worth. */
  readonly outcome: string;
  /** What one of it is called. */
  readonly unit: string;
  /** Who enjoys it: `society` or an agency. */
  readonly worth: string;
  /** The model year; null for all years together. */
  readonly year: number | null;
  readonly label: string;
  readonly without: number;
  readonly with: number;
  /** with − without. */
  readonly gain: number;
  /** The 5th percentile of the gain. */
  readonly gainP5: number;
  /** The 95th percentile of the gain. */
  readonly gainP95: number;
  /** Without, in present value, as outcomes are discounted. */
  readonly presentWithout: number;
  readonly presentWith: number;
  readonly presentGain: number;
  /** Measured with nobody to compare with: at most this. */
  readonly upperBound: boolean;
}

/**
 * The outcomes of each strategy, without and with, by year and in all: what there is to show for the money.
 * @param simulation from `simulate`
 * @returns rows by strategy, outcome and year, then all years; none where no service has a worth
 * @example outcomes(simulate(hiv, { draws: 256 })).length // => 21
 */
export const outcomes = (simulation: Simulation): readonly OutcomeRow[] => {
  const { scenario, drawn } = simulation;
  return strategiesOf(simulation).flatMap(([index, strategy]) =>
    outcomesIn(scenario).flatMap(({ outcome, unit, worth }) =>
      [...yearsOf(scenario), null].map((year): OutcomeRow => {
        const [without, others, presentWithout, presentOthers] = (["plain", "present"] as const).flatMap((money) =>
          [businessAsUsual, index].map((each) => contactsOf(drawn, each, outcome, { year: year ?? undefined, money })),
        );
        const ascending = sorted(others.map((each, draw) => each - without[draw]));
        return {
          strategy,
          outcome,
          unit,
          worth,
          year,
          label: year === null ? "all years" : yearLabel(scenario.time, year),
          without: mean(without),
          with: mean(others),
          gain: mean(ascending),
          gainP5: quantile(ascending, 0.05),
          gainP95: quantile(ascending, 0.95),
          presentWithout: mean(presentWithout),
          presentWith: mean(presentOthers),
          presentGain: mean(presentOthers) - mean(presentWithout),
          upperBound: isUpperBound(scenario, strategy),
        };
      }),
    ),
  );
};
