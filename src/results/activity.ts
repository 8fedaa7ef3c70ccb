import { drawsAt } from "../base/cube.js";
import { mean, quantile, sorted } from "../base/statistics.js";
import { queueFigures } from "../engine/axes.js";
import type { Simulation } from "../engine/simulate.js";
import { yearLabel } from "../scenario/time.js";
import { isUpperBound, strategiesOf, yearsOf } from "./figures.js";

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
  const queues = drawn.queues.axes[1].labels;
  const turnedAway = (place: number, service: string, year: number | null): number | null => {
    if (year === null) return null;
    const at = queues.indexOf(service);
    return at < 0 ? 0 : mean(drawsAt(drawn.queues, place, at, queueFigures.indexOf("turned"), year - 1));
  };
  return strategiesOf(simulation).flatMap(([index, strategy]) =>
    Object.entries(scenario.services).flatMap(([service, { unit }], at) => {
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
          turnedAwayWithout: turnedAway(0, service, year),
          turnedAwayWith: turnedAway(index + 1, service, year),
          upperBound: isUpperBound(scenario, strategy),
        };
      };
      const years = yearsOf(scenario).map((year) =>
        row(
          year,
          yearLabel(scenario.time, year),
          drawsAt(drawn.activity, 0, at, year - 1),
          drawsAt(drawn.activity, index + 1, at, year - 1),
        ),
      );
      const underWay = row(null, "under way", drawsAt(drawn.underWay, 0, at), drawsAt(drawn.underWay, index + 1, at));
      return underWay.without === 0 && underWay.with === 0 ? years : [...years, underWay];
    }),
  );
};
