import { mean } from "../base/statistics.js";
import { peopleIn } from "../engine/read-book.js";
import type { Simulation } from "../engine/simulate.js";
import { businessAsUsual } from "../engine/strategy-index.js";
import { yearLabel } from "../scenario/time.js";
import { comparedIn } from "./compared.js";
import { yearsOf } from "./model-years.js";
import { checkCall } from "./option-checks.js";
import { percentilesOf } from "./percentiles.js";

/** How many people (or cases, homes) a group has in a year: the mean over its cycles. */
export interface PeopleRow {
  /** `without` is business as usual. */
  readonly strategy: string;
  readonly cohort: string;
  /**
   * The state they are in. Null for all states but those that are gone. A gone state has all who are in it; another
   * state has those of its people who are in no gone state.
   */
  readonly state: string | null;
  /** The intervention they are enrolled in. Null for all people, enrolled or not. */
  readonly intervention: string | null;
  /** The model year, from 1. */
  readonly year: number;
  readonly label: string;
  /** The mean over the draws. */
  readonly people: number;
  /** The 5th percentile of people. */
  readonly peopleP5: number;
  /** The 95th percentile of people. */
  readonly peopleP95: number;
}

/**
 * The number of people in each cohort, state and intervention by year, without and with each strategy.
 * @param simulation from `simulate`
 * @returns rows by strategy (business as usual first), cohort, state, intervention and year
 * @example people(simulate(gritting, { draws: 256 })).map((row) => row.people)[0] // => 220000
 */
export const people = (simulation: Simulation): readonly PeopleRow[] => {
  checkCall(simulation);
  const { scenario, drawn } = simulation;
  return comparedIn(simulation).flatMap(({ strategy, index }) => {
    const enrolling: readonly string[] = index === businessAsUsual ? [] : scenario.strategies[strategy].of;
    return drawn.groups.flatMap(({ cohort, state, intervention }) =>
      intervention !== null && !enrolling.includes(intervention)
        ? []
        : yearsOf(scenario).map((year): PeopleRow => {
            const counted = peopleIn(drawn, index, { cohort, state, intervention }, year);
            const { p5, p95 } = percentilesOf(counted);
            return {
              strategy,
              cohort,
              state,
              intervention,
              year,
              label: yearLabel(scenario.time, year),
              people: mean(counted),
              peopleP5: p5,
              peopleP95: p95,
            };
          }),
    );
  });
};
