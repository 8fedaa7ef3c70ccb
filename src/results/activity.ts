import { drawsAt } from "../base/cube.js";
import { mean } from "../base/statistics.js";
import { queueFigures } from "../engine/axes.js";
import type { Simulation } from "../engine/simulate.js";
import { yearLabel } from "../scenario/time.js";
import { isUpperBound, strategiesOf, yearsOf } from "./figures.js";
import { percentilesOf } from "./percentiles.js";

/** The contacts a service serves in a year, without and with a strategy: means over the draws. */
export interface ActivityRow {
  readonly strategy: string;
  readonly service: string;
  /** What one contact is called. */
  readonly unit: string;
  /**
   * The model year, from 1. Null for contacts that were caused but have not arrived when the run ends; no total counts
   * them.
   */
  readonly year: number | null;
  readonly label: string;
  /** Contacts without the strategy. */
  readonly without: number;
  /** Contacts with it. */
  readonly with: number;
  /** with − without: below 0 if contacts are averted. */
  readonly difference: number;
  /** The 5th percentile of the difference. */
  readonly differenceP5: number;
  /** The 95th percentile of the difference. */
  readonly differenceP95: number;
  /** Contacts turned away without the strategy, for lack of capacity or money. Null if the year is null. */
  readonly turnedAwayWithout: number | null;
  /** Contacts turned away with it. */
  readonly turnedAwayWith: number | null;
  /** True if an effect was measured without a comparison group: the true benefit is then at most this. */
  readonly upperBound: boolean;
}

/**
 * How many contacts each service serves by year, without and with each strategy. The volumes behind the money.
 * @param simulation from `simulate`
 * @returns rows in contacts, by strategy, service and year; then the contacts still under way at the end, if any
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
        const { p5, p95 } = percentilesOf(difference);
        return {
          strategy,
          service,
          unit,
          year,
          label,
          without: mean(without),
          with: mean(others),
          difference: mean(difference),
          differenceP5: p5,
          differenceP95: p95,
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
