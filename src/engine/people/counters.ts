import type { Column } from "../../base/columns/kernels.js";
import { must } from "../../base/records.js";
import { isAmong, isHere } from "../../scenario/people/while.js";
import type { EnrollingIntervention } from "../values/program.js";
import type { CohortRun } from "./cohorts.js";
import { type CompartmentIndex, compartmentIndexes, isEnrolledIn, type Stratum } from "./compartments.js";
import { buildPeopleSums, type PeopleSum } from "./people-sums.js";

/**
 * A selection of people of a cohort, in some states. `of` limits it to those whom some interventions changed (undefined
 * among them: no intervention), or to those enrolled in one, and of these `among` those whom some changed.
 */
export interface Selection {
  readonly cohort: string;
  readonly while: readonly string[];
  readonly of?: readonly EnrollingIntervention[] | EnrolledIn;
}

interface EnrolledIn {
  readonly enrolledIn: string;
  readonly among?: readonly EnrollingIntervention[];
}

/** How a selection is counted: weighted by need for a service, at the cycle's start, or per person of the start. */
export interface Counting {
  readonly needing?: string;
  readonly atStart?: boolean;
  readonly perStartingPerson?: boolean;
}

/**
 * The people of each cohort at the start, without any intervention: one number per draw. Every strategy divides by
 * these for `per: everyone`.
 */
export type StartingSizes = ReadonlyMap<string, Column>;

/** What counts the people of cohorts, and the sums that it takes for that. */
export interface Counters {
  readonly count: (selection: Selection, counting?: Counting) => Column;
  /**
   * The people of a selection who move from one state to another in a cycle. `as` takes the shares that move from those
   * whom another intervention changes.
   */
  readonly moved: (
    selection: Selection,
    from: string,
    to: string,
    as?: { readonly intervention: EnrollingIntervention },
  ) => Column;
  /** The sums behind `count` and `moved`. */
  readonly sums: readonly PeopleSum[];
}

/** Builds the counters of some cohorts. */
export const countersOf = (
  byName: ReadonlyMap<string, CohortRun>,
  starting: StartingSizes,
  width: number,
): Counters => {
  const { sums, sumOf } = buildPeopleSums(width);
  const count: Counters["count"] = (selection, { needing, atStart, perStartingPerson } = {}) => {
    const run = must(byName, selection.cohort);
    const isScaled = needing !== undefined && run.cohort.need?.services.includes(needing) === true;
    const { each: columns } = atStart ? run.before : run.counted;
    const parts = selected(run, selection).map(({ at, segment }) => ({
      people: columns[at],
      times: isScaled ? run.compartments.segments[segment].multiplier : 1,
    }));
    return sumOf(parts, run.room, perStartingPerson ? starting.get(selection.cohort) : undefined);
  };
  const moved: Counters["moved"] = (selection, from, to, as) => {
    const run = must(byName, selection.cohort);
    const { strata } = run.compartments;
    const place = run.cohort.dimensions.findIndex(({ states }) => states.includes(from));
    // People may have come to the state since the cycle's start. They count if they are not gone where they move from.
    const whenMoving = (states: readonly string[]) => states.map((state, index) => (index === place ? from : state));
    const parts = selected(run, selection, whenMoving).flatMap(({ at, stratum, state }) => {
      const share = run.moves?.timesMade((as ?? strata[stratum]).intervention, state, from, to)?.column;
      return share ? [{ people: run.before.each[at], times: 1, share }] : [];
    });
    return sumOf(parts, run.room);
  };
  return { count, moved, sums };
};

/** The compartments of a selection, by the states people are in, or by others that follow from those. */
const selected = (
  { cohort, compartments }: CohortRun,
  { while: named, of }: Selection,
  statesOf = (states: readonly string[]): readonly string[] => states,
): readonly CompartmentIndex[] => {
  const among = isAmong(cohort, named);
  const here = isHere(cohort);
  const strata = (stratum: Stratum): boolean => {
    if (of === undefined) return true;
    if (!("enrolledIn" in of)) return of.includes(stratum.intervention);
    return isEnrolledIn(stratum, of.enrolledIn) && (of.among?.includes(stratum.intervention) ?? true);
  };
  return compartmentIndexes(compartments, {
    strata,
    states: (states) => here(statesOf(states)) && among(statesOf(states)),
  });
};
