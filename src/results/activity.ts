import { mean } from "../base/statistics.js";
import { contactsOf, queueFigureOf, underWayAt } from "../engine/read-book.js";
import type { Simulation } from "../engine/simulate.js";
import { businessAsUsual, type StrategyIndex } from "../engine/strategy-index.js";
import { yearLabel } from "../scenario/time.js";
import { yearsOf } from "./model-years.js";
import { checkCall } from "./option-checks.js";
import { percentilesOf } from "./percentiles.js";
import { strategiesOrUsual } from "./strategies.js";
import { isUpperBound } from "./upper-bounds.js";

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
 * @returns rows in contacts, by strategy, service and year; then the contacts still under way at the end, if any. If
 * there are no strategies, the rows are those of `without`.
 * @example activity(simulate(fdac, { draws: 256 })) // => []
 */
export const activity = (simulation: Simulation): readonly ActivityRow[] => {
  checkCall(simulation);
  const { scenario, drawn } = simulation;
  const turnedAway = (arm: StrategyIndex, service: string, year: number | null): number | null => {
    if (year === null) return null;
    const contacts = queueFigureOf(drawn, arm, service, "turnedAway", year);
    return contacts ? mean(contacts) : 0;
  };
  return strategiesOrUsual(simulation).flatMap(([index, strategy]) =>
    Object.entries(scenario.services).flatMap(([service, { unit }]) => {
      const row = (year: number | null, label: string, without: Float64Array, others: Float64Array): ActivityRow => {
        const difference = others.map((contacts, draw) => contacts - without[draw]);
        const { p5, p95 } = percentilesOf(difference);
        return {
          strategy,
          service,
          unit: unit.one,
          year,
          label,
          without: mean(without),
          with: mean(others),
          difference: mean(difference),
          differenceP5: p5,
          differenceP95: p95,
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
