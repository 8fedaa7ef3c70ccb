import { mean, quantile, sorted } from "../base/statistics.js";
import { peopleIn } from "../engine/read-book.js";
import type { Simulation } from "../engine/simulate.js";
import { businessAsUsual } from "../engine/strategy-index.js";
import { yearLabel } from "../scenario/time.js";
import { comparedIn } from "./compared.js";
import { yearsOf } from "./model-years.js";

/** How many people (or cases, homes) are counted in a year: the mean over its cycles. */
export interface PeopleRow {
  /** `without` is business as usual. */
  readonly strategy: string;
  readonly cohort: string;
  /** Those in this state; null: all who are not gone. */
  readonly state: string | null;
  /** Those whom this intervention has taken in and still holds; null: whether in one or not. */
  readonly intervention: string | null;
  readonly year: number;
  readonly label: string;
  /** The mean of the draws. */
  readonly people: number;
  readonly peopleP5: number;
  readonly peopleP95: number;
}

/**
 * Who there is: the people of each cohort, in each of its states and in each intervention, without and with, by year.
 * @param simulation from `simulate`
 * @returns rows by strategy (business as usual first), cohort, state, intervention and year
 * @example people(simulate(gritting, { draws: 256 })).map((row) => row.people)[0] // => 220000
 */
export const people = (simulation: Simulation): readonly PeopleRow[] => {
  const { scenario, drawn } = simulation;
  return comparedIn(simulation).flatMap(({ strategy, index }) => {
    const taking: readonly string[] = index === businessAsUsual ? [] : scenario.strategies[strategy].of;
    return drawn.groups.flatMap(({ cohort, state, intervention }) =>
      intervention !== null && !taking.includes(intervention)
        ? []
        : yearsOf(scenario).map((year): PeopleRow => {
            const counted = peopleIn(drawn, index, { cohort, state, intervention }, year);
            const ascending = sorted(counted);
            return {
              strategy,
              cohort,
              state,
              intervention,
              year,
              label: yearLabel(scenario.time, year),
              people: mean(counted),
              peopleP5: quantile(ascending, 0.05),
              peopleP95: quantile(ascending, 0.95),
            };
          }),
    );
  });
};
