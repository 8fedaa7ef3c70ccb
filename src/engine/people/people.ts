import { addAllScaled, type Column, clear, emptyColumns } from "../../base/columns/kernels.js";
import { must } from "../../base/records.js";
import type { Moment } from "../../base/time.js";
import { countsIn, isAmong, isHere } from "../../scenario/people/while.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type Group, groupsOf } from "../book/groups.js";
import type { EnrollingIntervention, Program } from "../values/program.js";
import { buildCohort, type CohortRun, endCohort, startCohort, stepCohort } from "./cohorts.js";
import {
  type CompartmentIndex,
  compartmentIndexes,
  enrollingFrom,
  isEnrolledIn,
  type Stratum,
} from "./compartments.js";
import type { Enrolment } from "./enrolment.js";
import { buildPeopleSums, type Note, type PeopleSum, takePeopleSums } from "./people-sums.js";

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

/** Head counts of one strategy, by group and draw, refreshed every cycle. */
export interface People {
  readonly cohorts: readonly CohortRun[];
  readonly enrolments: readonly Enrolment[];
  /** The interventions whose effects some people of a cohort may have, each combination once. */
  readonly enrolling: (cohort: string) => readonly string[];
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
  readonly starting: StartingSizes;
  /** The sums behind `count` and `moved`. */
  readonly sums: readonly PeopleSum[];
  /** The groups of the book, in its order. */
  readonly groups: readonly GroupCount[];
  readonly cyclesPerYear: number;
}

/**
 * The people of a group: per compartment those of the cycle and the sum over the cycles of the year so far, and the
 * mean of each year from 0.
 */
interface GroupCount {
  readonly group: Group;
  readonly counted: readonly Column[];
  readonly lived: readonly Column[];
  readonly years: readonly Column[];
}

/**
 * The people of each cohort at the start, without any intervention: one number per draw. Every strategy divides by
 * these for `per: everyone`.
 */
export type StartingSizes = ReadonlyMap<string, Column>;

/** Builds the people of a strategy, given as its list of interventions. */
export const buildPeople = (
  scenario: Scenario,
  interventions: readonly string[],
  program: Program,
  starting: StartingSizes,
): People => {
  const runs = new Map(
    Object.keys(scenario.cohorts).map((name) => [
      name,
      buildCohort(name, scenario, enrollingFrom(scenario, interventions, name), program),
    ]),
  );
  const { sums, sumOf } = buildPeopleSums(program.width);
  const count: People["count"] = (selection, { needing, atStart, perStartingPerson } = {}) => {
    const run = must(runs, selection.cohort);
    const isScaled = needing !== undefined && run.cohort.need?.services.includes(needing) === true;
    const { each: columns } = atStart ? run.before : run.counted;
    const parts = () =>
      selected(run, selection).map(({ at, segment }) => ({
        people: columns[at],
        times: isScaled ? run.compartments.segments[segment].multiplier : 1,
      }));
    const key = JSON.stringify(["count", selection, isScaled, atStart === true, perStartingPerson === true]);
    return sumOf(key, parts, perStartingPerson ? starting.get(selection.cohort) : undefined);
  };
  const moved: People["moved"] = (selection, from, to, as) => {
    const run = must(runs, selection.cohort);
    const { strata } = run.compartments;
    const place = run.cohort.dimensions.findIndex(({ states }) => states.includes(from));
    // People may have come to the state since the cycle's start. They count if they are not gone where they move from.
    const whenMoving = (states: readonly string[]) => states.map((state, index) => (index === place ? from : state));
    const parts = () =>
      selected(run, selection, whenMoving).flatMap(({ at, stratum, state }) => {
        const share = run.moves?.timesMade((as ?? strata[stratum]).intervention, state, from, to)?.column;
        return share ? [{ people: run.before.each[at], times: 1, share }] : [];
      });
    return sumOf(JSON.stringify(["moved", selection, from, to, as]), parts);
  };
  return {
    cohorts: [...runs.values()],
    enrolments: [...runs.values()].flatMap((run) => run.enrolments),
    enrolling: (cohort) => enrollingIn(must(runs, cohort)),
    count,
    moved,
    starting,
    sums,
    groups: groupsOf(scenario).map((group) => {
      const run = must(runs, group.cohort);
      const places = placesOf(run, group);
      return {
        group,
        counted: places.map((at) => run.counted.each[at]),
        lived: places.map((at) => run.lived.each[at]),
        years: emptyColumns(scenario.time.years, program.width),
      };
    }),
    cyclesPerYear: program.cyclesPerYear,
  };
};

/** The compartments of a group. */
const placesOf = ({ cohort, compartments }: CohortRun, { state, intervention }: Group): readonly number[] => {
  const states = state === null ? isHere(cohort) : countsIn(cohort, state);
  const strata = (stratum: Stratum): boolean => intervention === null || isEnrolledIn(stratum, intervention);
  return compartmentIndexes(compartments, { strata, states }).map(({ at }) => at);
};

/** The interventions whose effects some people of a cohort may have. */
const enrollingIn = ({ compartments: { strata } }: CohortRun): readonly string[] => [
  ...new Set(strata.flatMap(({ intervention }) => intervention ?? [])),
];

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

/** People of whom nothing is computed again. */
export const stillPeople = ({ enrolments, enrolling, count, moved, starting, cyclesPerYear }: People): People => ({
  cohorts: [],
  enrolments,
  enrolling,
  count,
  moved,
  starting,
  sums: [],
  groups: [],
  cyclesPerYear,
});

/** Begins a block: all people are in their starting states. */
export const startPeople = ({ cohorts, groups }: People): void => {
  for (const run of cohorts) startCohort(run);
  for (const { years } of groups) clear(years);
};

/** One cycle: people arrive, leave and join interventions, and move. Then they are counted. */
export const stepPeople = ({ cohorts, sums, groups, cyclesPerYear }: People, moment: Moment): void => {
  for (const run of cohorts) stepCohort(run, moment);
  takePeopleSums(sums);
  if (moment.cycleOfYear < cyclesPerYear - 1) return;
  for (const { lived, years } of groups) addAllScaled(years[moment.year - 1], 1 / cyclesPerYear, lived);
};

/** At a cycle's end, people are where they moved to. */
export const endPeople = ({ cohorts }: People): void => {
  for (const run of cohorts) endCohort(run);
};

/**
 * The sums of the people at a cycle's start: of each cohort (who are not gone) and of each state. `columnFor` gives the
 * column for the name of a cohort or state, or undefined if none is needed.
 */
export const peopleNotes = ({ cohorts }: People, columnFor: (name: string) => Column | undefined): readonly Note[] =>
  cohorts.flatMap(({ name, cohort, compartments, before }) => {
    const note = (as: string, states: (states: readonly string[]) => boolean): readonly Note[] => {
      const out = columnFor(as);
      const among = compartmentIndexes(compartments, { strata: () => true, states });
      return out ? [{ out, of: among.map(({ at }) => before.each[at]) }] : [];
    };
    const named = cohort.dimensions.flatMap(({ states }) => states.filter((state) => state !== name));
    return [...note(name, isHere(cohort)), ...named.flatMap((state) => note(state, countsIn(cohort, state)))];
  });
