import { contactsInCycle, contactsOf, queueFigureOf, underWayAt } from "../../engine/book/read-book.js";
import { businessAsUsual, type StrategyIndex } from "../../engine/book/strategy-index.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import { readerFor } from "../sums/option-checks.js";
import { type Period, type PeriodOptions, periodsOf } from "../sums/periods.js";
import { strategiesOrUsual } from "../sums/strategies.js";
import { isUpperBound, type StrategyRow } from "../sums/upper-bounds.js";

/** The contacts a service serves in a year or a cycle, without and with a strategy: means over the draws. */
export interface ActivityRow<N extends Names = Names> extends StrategyRow<N> {
  /** The service's name in the scenario. */
  readonly service: N["service"];
  /** What one contact is called. */
  readonly unit: string;
  /**
   * The model year, from 1. Null for contacts that were caused but have not arrived when the run ends; no total counts
   * them.
   */
  readonly year: number | null;
  /** The cycle of the run, from 1. Null for a whole year, and for contacts under way. */
  readonly cycle: number | null;
  /** The year or the cycle by its start. `under way` for contacts that have not arrived. */
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
}

/** When contacts are served: a year or a cycle, or none for contacts under way. */
type When = Pick<ActivityRow, "year" | "cycle" | "label">;

/**
 * How many contacts each service serves by year or cycle, without and with each strategy. The volumes behind the money.
 * @param simulation from `simulate`
 * @param options by year (the default) or by cycle
 * @returns rows in contacts, by strategy, service and year or cycle; then the contacts still under way at the end, if
 * any. If there are no strategies, the rows are those of `without`.
 * @throws ScenarioError if cycles are asked for and were not recorded
 * @example activity(simulate(fdac, { draws: 256 }))[0].without // => 11.5
 */
export function activity<N extends Names>(
  simulation: Simulation<N>,
  options?: PeriodOptions,
): readonly ActivityRow<N>[];
export function activity(simulation: Simulation, options: PeriodOptions = {}): readonly ActivityRow[] {
  const { mean, percentilesOf } = readerFor(simulation, options, ["period"]);
  const { scenario, drawn } = simulation;
  const periods = periodsOf(simulation, options);
  const served = (arm: StrategyIndex, service: string, { year, cycle }: Period): Float64Array =>
    cycle === null ? contactsOf(drawn, arm, service, { year }) : contactsInCycle(drawn, arm, service, "served", cycle);
  const turnedAway = (arm: StrategyIndex, service: string, { year, cycle }: When): number | null => {
    if (year === null) return null;
    if (cycle !== null) return mean(contactsInCycle(drawn, arm, service, "turnedAway", cycle));
    return mean(queueFigureOf(drawn, arm, service, "turnedAway", year));
  };
  return strategiesOrUsual(simulation).flatMap(([index, strategy]) =>
    Object.entries(scenario.services).flatMap(([service, { unit }]) => {
      const row = (when: When, without: Float64Array, others: Float64Array): ActivityRow => {
        const difference = others.map((contacts, draw) => contacts - without[draw]);
        const { p5, p95 } = percentilesOf(difference);
        return {
          strategy,
          service,
          unit: unit.one,
          ...when,
          without: mean(without),
          with: mean(others),
          difference: mean(difference),
          differenceP5: p5,
          differenceP95: p95,
          turnedAwayWithout: turnedAway(businessAsUsual, service, when),
          turnedAwayWith: turnedAway(index, service, when),
          upperBound: isUpperBound(scenario, strategy),
        };
      };
      const rows = periods.map((period) =>
        row(period, served(businessAsUsual, service, period), served(index, service, period)),
      );
      const [without, others] = [businessAsUsual, index].map((arm) => underWayAt(drawn, arm, service));
      const underWay = row({ year: null, cycle: null, label: "under way" }, without, others);
      return underWay.without === 0 && underWay.with === 0 ? rows : [...rows, underWay];
    }),
  );
}
