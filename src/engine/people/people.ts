import { addAllScaled, type Column, clear, emptyColumns } from "../../base/columns/kernels.js";
import { must } from "../../base/records.js";
import type { Moment } from "../../base/time.js";
import { countsIn, isHere } from "../../scenario/people/while.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type Group, groupsOf } from "../book/groups.js";
import { cohortAddress, type Reached } from "../reach.js";
import type { Program } from "../values/program.js";
import { buildCohort, type CohortRun, endCohort, startCohort, stepCohort } from "./cohorts.js";
import { compartmentIndexes, enrollingFrom, isEnrolledIn, type Stratum } from "./compartments.js";
import { type Counters, countersOf, type StartingSizes } from "./counters.js";
import type { Enrolment } from "./enrolment.js";
import { type Note, takeNotes, takePeopleSums } from "./people-sums.js";

/**
 * Head counts of one strategy, by group and draw, refreshed every cycle. Cohorts that it does not reach, their sums and
 * their groups are those of business as usual.
 */
export interface People extends Counters {
  /** The cohorts that the plan runs. */
  readonly cohorts: readonly CohortRun[];
  /** All cohorts, by name. */
  readonly byName: ReadonlyMap<string, CohortRun>;
  readonly enrolments: readonly Enrolment[];
  /** The interventions whose effects some people of a cohort may have, each combination once. */
  readonly enrolling: (cohort: string) => readonly string[];
  readonly starting: StartingSizes;
  /** In business as usual, what writes the starting sizes; in a strategy nothing. */
  readonly startNotes: readonly Note[];
  /** The groups of the cohorts that the plan runs, in the order of the book. */
  readonly groups: readonly GroupCount[];
  readonly cyclesPerYear: number;
}

/**
 * The people of a group: per compartment those of the cycle and the sum over the cycles of the year so far, and the
 * mean of each year from 0.
 */
interface GroupCount {
  readonly group: Group;
  /** The place of the group in the book. */
  readonly place: number;
  readonly counted: readonly Column[];
  readonly lived: readonly Column[];
  readonly years: readonly Column[];
}

/** What the people of a strategy share with other plans. `usual` are those of business as usual. */
interface SharedPeople {
  readonly starting: StartingSizes;
  readonly reached: Reached;
  readonly usual: People | undefined;
}

/** Builds the people of a strategy, given as its list of interventions. */
export const buildPeople = (
  scenario: Scenario,
  interventions: readonly string[],
  program: Program,
  { starting, reached, usual }: SharedPeople,
): People => {
  /** The people of business as usual, if the cohort is not reached. */
  const usualFor = (cohort: string): People | undefined => (reached.has(cohortAddress(cohort)) ? undefined : usual);
  const byName = new Map(
    Object.keys(scenario.cohorts).map((name) => [
      name,
      usualFor(name)?.byName.get(name) ??
        buildCohort(name, scenario, enrollingFrom(scenario, interventions, name), program),
    ]),
  );
  const cohorts = [...byName.values()].filter(({ name }) => !usualFor(name));
  const own = countersOf(byName, starting, program.width);
  return {
    cohorts,
    byName,
    enrolments: cohorts.flatMap((run) => run.enrolments),
    enrolling: (cohort) => enrollingIn(must(byName, cohort)),
    count: (selection, ...how) => (usualFor(selection.cohort) ?? own).count(selection, ...how),
    moved: (selection, ...how) => (usualFor(selection.cohort) ?? own).moved(selection, ...how),
    starting,
    startNotes: usual ? [] : peopleNotes({ byName }, (cohort) => starting.get(cohort)),
    sums: own.sums,
    groups: [...groupsOf(scenario).entries()].flatMap(([place, group]) => {
      if (usualFor(group.cohort)) return [];
      const run = must(byName, group.cohort);
      const places = placesOf(run, group);
      return {
        group,
        place,
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

/** People of whom nothing is computed again. */
export const stillPeople = (people: People): People => {
  const { byName, enrolments, enrolling, count, moved, starting, cyclesPerYear } = people;
  const none = { cohorts: [], startNotes: [], sums: [], groups: [] };
  return { ...none, byName, enrolments, enrolling, count, moved, starting, cyclesPerYear };
};

/** Begins a block: all people are in their starting states. */
export const startPeople = ({ cohorts, groups, startNotes }: People): void => {
  for (const run of cohorts) startCohort(run);
  takeNotes(startNotes);
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
export const peopleNotes = (
  { byName }: Pick<People, "byName">,
  columnFor: (name: string) => Column | undefined,
): readonly Note[] =>
  [...byName.values()].flatMap(({ name, cohort, compartments, before }) => {
    const note = (as: string, states: (states: readonly string[]) => boolean): readonly Note[] => {
      const out = columnFor(as);
      const among = compartmentIndexes(compartments, { strata: () => true, states });
      return out ? [{ out, of: among.map(({ at }) => before.each[at]) }] : [];
    };
    const named = cohort.dimensions.flatMap(({ states }) => states.filter((state) => state !== name));
    return [...note(name, isHere(cohort)), ...named.flatMap((state) => note(state, countsIn(cohort, state)))];
  });
