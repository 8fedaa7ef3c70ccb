import { mean, quantile, sorted } from "../base/statistics.js";
import { contactsOf, queueFigureOf, underWayAt } from "../engine/read-book.js";
import type { Simulation } from "../engine/simulate.js";
import { businessAsUsual, type StrategyIndex } from "../engine/strategy-index.js";
import { yearLabel } from "../scenario/time.js";
import { yearsOf } from "./model-years.js";
import { strategiesOf } from "./strategies.js";
import { isUpperBound } from "./upper-bounds.js";

/** The contacts of a service in a year, without and with a strategy: means of the draws. */
export interface ActivityRow {
  readonly strategy: string;
  readonly service: string;
  /** What one contact is called. */
  readonly unit: string;
  /** The model year; null for contacts caused but not yet arrived when the run ends, which no total counts. */
  readonly year: number | null;
  readonly label: string;
  readonly without: number;
  readonly with: number;
  /** with − without: less than 0 where contacts are averted. */
  readonly difference: number;
  /** The 5th percentile of the difference. */
  readonly differenceP5: number;
  /** The 95th percentile of the difference. */
  readonly differenceP95: number;
  /** Those turned away without the strategy, for want of room or of money; null for contacts under way. */
  readonly turnedAwayWithout: number | null;
  /** Those turned away with it. */
  readonly turnedAwayWith: number | null;
  /** Measured with nobody to compare with: at most this. */
  readonly upperBound: boolean;
}

/**
 * How many contacts each service has, without and with each strategy, by year. What the money is made of.
 * @param simulation from `simulate`
 * @returns rows in contacts by strategy, service and year, then what is still under way at the end
 * @example activity(simulate(fdac, { draws: 256 })) // => []
 */
export const activity = (simulation: Simulation): readonly ActivityRow[] => {
  const { scenario, drawn } = simulation;
  const turnedAway = (arm: StrategyIndex, service: string, year: number | null): number | null => {
    if (year === null) return null;
    const contacts = queueFigureOf(drawn, arm, service, "turnedAway", year);
    return contacts ? mean(contacts) : 0;
  };
  return strategiesOf(simulation).flatMap(([index, strategy]) =>
    Object.entries(scenario.services).flatMap(([service, { unit }]) => {
      const row = (year: number | null, label: string, without: Float64Array, others: Float64Array): ActivityRow => {
        const difference = others.map((contacts, draw) => contacts - without[draw]);
        const ascending = sorted(difference);
        return {
          strategy,
          service,
          unit,
          year,
          label,
          without: mean(without),
          with: mean(others),
          difference: mean(difference),
          differenceP5: quantile(ascending, 0.05),
          differenceP95: quantile(ascending, 0.95),
          turnedAwayWithout: turnedAway(businessAsUsual, service, year),
          turnedAwayWith: turnedAway(index, service, year),
          upperBound: isUpperBound(scenario, strategy),
        };
      };
      const years = yearsOf(scenario).map((year) =>
        row(
          year,
          yearLabel(scenario.time, year),
          contactsOf(drawn, businessAsUsual, service, { year }),
          contactsOf(drawn, index, service, { year }),
        ),
      );
      const [without, others] = [businessAsUsual, index].map((arm) => underWayAt(drawn, arm, service));
      const underWay = row(null, "under way", without, others);
      return underWay.without === 0 && underWay.with === 0 ? years : [...years, underWay];
    }),
  );
};
