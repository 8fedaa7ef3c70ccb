import { peopleIn, peopleInCycle } from "../../engine/book/read-book.js";
import { businessAsUsual } from "../../engine/book/strategy-index.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import { comparedIn } from "../sums/compared.js";
import { readerFor } from "../sums/option-checks.js";
import { type PeriodOptions, periodsOf } from "../sums/periods.js";

/** How many people (or cases, homes) a group has in a year, the mean over its cycles; or in one cycle. */
export interface PeopleRow<N extends Names = Names> {
  /** `without` is business as usual. */
  readonly strategy: N["strategy"] | "without";
  /** The cohort's name in the scenario. */
  readonly cohort: N["cohort"];
  /**
   * The state they are in. Null for all states but those that are gone. A gone state has all who are in it; another
   * state has those of its people who are in no gone state.
   */
  readonly state: string | null;
  /** The intervention they are enrolled in. Null for all people, enrolled or not. */
  readonly intervention: N["intervention"] | null;
  /** The model year, from 1. */
  readonly year: number;
  /** The cycle of the run, from 1. Null for a whole year. */
  readonly cycle: number | null;
  /** The year or the cycle by its start. */
  readonly label: string;
  /** The mean over the draws. */
  readonly people: number;
  /** The 5th percentile of people. */
  readonly peopleP5: number;
  /** The 95th percentile of people. */
  readonly peopleP95: number;
}

/**
 * The number of people in each cohort, state and intervention by year or cycle, without and with each strategy.
 * @param simulation from `simulate`
 * @param options by year (the default) or by cycle
 * @returns rows by strategy (business as usual first), cohort, state, intervention and year or cycle
 * @throws ScenarioError if cycles are asked for and were not recorded
 * @example people(simulate(gritting, { draws: 256 })).map((row) => row.people)[0] // => 220000
 */
export function people<N extends Names>(simulation: Simulation<N>, options?: PeriodOptions): readonly PeopleRow<N>[];
export function people(simulation: Simulation, options: PeriodOptions = {}): readonly PeopleRow[] {
  const { mean, percentilesOf } = readerFor(simulation, options, ["period"]);
  const { scenario, drawn } = simulation;
  const periods = periodsOf(simulation, options);
  return comparedIn(simulation).flatMap(({ strategy, index }) => {
    const enrolling: readonly string[] = index === businessAsUsual ? [] : scenario.strategies[strategy].of;
    return drawn.groups.flatMap(({ cohort, state, intervention }) =>
      intervention !== null && !enrolling.includes(intervention)
        ? []
        : periods.map(({ year, cycle, label }): PeopleRow => {
            const group = { cohort, state, intervention };
            const counted =
              cycle === null ? peopleIn(drawn, index, group, year) : peopleInCycle(drawn, index, group, cycle);
            const { p5, p95 } = percentilesOf(counted);
            return {
              strategy,
              cohort,
              state,
              intervention,
              year,
              cycle,
              label,
              people: mean(counted),
              peopleP5: p5,
              peopleP95: p95,
            };
          }),
    );
  });
}
