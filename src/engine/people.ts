import { addProduct, addScaled, type Column, clear, divide, emptyColumns } from "../base/kernels.js";
import { cyclesPerYear, type Moment } from "../base/time.js";
import { isAmong, isHere } from "../scenario/people/while.js";
import type { Scenario } from "../scenario/scenario.js";
import { groupsOf } from "./axes.js";
import { buildCohort, type CohortRun, endCohort, startCohort, stepCohort } from "./cohorts.js";
import { compartmentIndexes, type Stratum, takersOf } from "./compartments.js";
import type { Enrolment } from "./enrolment.js";
import type { Program, Taker } from "./program.js";

/** Which people of a cohort: in some states, and those of some takers (undefined: of none), or enrolled in one. */
export interface Selection {
  readonly cohort: string;
  readonly while: readonly string[];
  readonly of?: readonly Taker[] | { readonly enrolledIn: string };
}

/** How the people of a selection are counted: by the need their service scales by, at the cycle's start, or for each starting person. */
export interface Counting {
  readonly needing?: string;
  readonly atStart?: boolean;
  readonly perStartingPerson?: boolean;
}

/** The people of one strategy: columns that hold, in each cycle, how many there are of whom. */
export interface People {
  readonly cohorts: readonly CohortRun[];
  readonly enrolments: readonly Enrolment[];
  readonly count: (selection: Selection, counting?: Counting) => Column;
  /** How many of a selection moved in the cycle from one state to another, as they do or as those of a taker would. */
  readonly moved: (selection: Selection, from: string, to: string, as?: { readonly taker: Taker }) => Column;
  readonly starting: StartingSizes;
  readonly sums: readonly Sum[];
  /** The mean number of each group of the book, by year: of what was lived in its compartments. */
  readonly groups: readonly { readonly lived: readonly Column[]; readonly years: readonly Column[] }[];
  readonly cyclesPerYear: number;
}

/** A sum over compartments, taken once a cycle. */
interface Sum {
  readonly out: Column;
  readonly of: readonly { readonly people: Column; readonly times: number; readonly share?: Column }[];
  readonly dividedBy?: Column;
}

/** The people of each cohort at the start, without any intervention: what `per: everyone` divides by in every strategy. */
export type StartingSizes = ReadonlyMap<string, Column>;

/** Builds the people of a strategy. */
export const buildPeople = (
  scenario: Scenario,
  of: readonly string[],
  program: Program,
  startingSizes: StartingSizes,
): People => {
  const perYear = cyclesPerYear[scenario.time.cycle];
  const runs = new Map(
    Object.keys(scenario.cohorts).map((name) => [
      name,
      buildCohort(name, scenario, takersOf(scenario, of, name), program, perYear),
    ]),
  );
  const sums: Sum[] = [];
  const made = new Map<string, Column>();
  const summed = (key: string, parts: Sum["of"], dividedBy?: Column): Column => {
    const [only] = parts;
    if (parts.length === 1 && only.times === 1 && !only.share && !dividedBy) return only.people;
    const out = made.get(key) ?? new Float64Array(program.width);
    if (!made.has(key)) sums.push({ out, of: parts, ...(dividedBy ? { dividedBy } : {}) });
    made.set(key, out);
    return out;
  };
  const count: People["count"] = (selection, { needing, atStart, perStartingPerson } = {}) => {
    const run = runs.get(selection.cohort) as CohortRun;
    const isScaled = needing !== undefined && run.cohort.need?.services.includes(needing) === true;
    const { each: columns } = atStart ? run.before : run.counted;
    const parts = selected(run, selection).map(({ at, segment }) => ({
      people: columns[at],
      times: isScaled ? run.compartments.segments[segment].multiplier : 1,
    }));
    const key = JSON.stringify(["count", selection, isScaled, atStart === true, perStartingPerson === true]);
    return summed(key, parts, perStartingPerson ? startingSizes.get(selection.cohort) : undefined);
  };
  const moved: People["moved"] = (selection, from, to, as) => {
    const run = runs.get(selection.cohort) as CohortRun;
    const { strata, states } = run.compartments;
    const parts = selected(run, { ...selection, while: [from] }).flatMap(({ at, stratum, state }) => {
      const ways = run.moves?.ways((as ?? strata[stratum]).taker, state) ?? [];
      const way = ways[states[state].indexOf(from)]?.find((one) => one.to === to);
      return way ? [{ people: run.before.each[at], times: 1, share: way.share.column }] : [];
    });
    return summed(JSON.stringify(["moved", selection, from, to, as]), parts);
  };
  const groups = groupsOf(scenario).map(({ cohort, state, intervention }) => {
    const run = runs.get(cohort) as CohortRun;
    const inState = state === null ? isHere(run.cohort) : (states: readonly string[]) => states.includes(state);
    const inStratum = ({ kind, taker }: Stratum): boolean =>
      intervention === null || (kind === "enrolled" && taker === intervention);
    const places = compartmentIndexes(run.compartments, { strata: inStratum, states: inState });
    return {
      lived: places.map(({ at }) => run.lived.each[at]),
      years: emptyColumns(scenario.time.years, program.width),
    };
  });
  const enrolments = [...runs.values()].flatMap((run) => run.enrolments);
  return {
    cohorts: [...runs.values()],
    enrolments,
    count,
    moved,
    starting: startingSizes,
    sums,
    groups,
    cyclesPerYear: perYear,
  };
};

/** The compartments of a selection. */
const selected = ({ cohort, compartments }: CohortRun, { while: named, of }: Selection) => {
  const among = isAmong(cohort, named);
  const here = isHere(cohort);
  const strata = ({ kind, taker }: Stratum): boolean => {
    if (of === undefined) return true;
    return "enrolledIn" in of ? kind === "enrolled" && taker === of.enrolledIn : of.includes(taker);
  };
  return compartmentIndexes(compartments, { strata, states: (states) => here(states) && among(states) });
};

/** Begins: everybody is where they start. */
export const startPeople = ({ cohorts, groups }: People): void => {
  for (const run of cohorts) startCohort(run);
  for (const { years } of groups) clear(years);
};

/** One cycle: people arrive, leave and join interventions, and move; then they are counted. */
export const stepPeople = ({ cohorts, sums, groups, cyclesPerYear }: People, moment: Moment): void => {
  for (const run of cohorts) stepCohort(run, moment);
  for (const { out, of, dividedBy } of sums) {
    out.fill(0);
    for (const { people, times, share } of of)
      if (share) addProduct(out, times, people, share);
      else addScaled(out, times, people);
    if (dividedBy) divide(out, out, dividedBy);
  }
  if (moment.cycleOfYear < cyclesPerYear - 1) return;
  for (const { lived, years } of groups)
    for (const people of lived) addScaled(years[moment.year - 1], 1 / cyclesPerYear, people);
};

/** At a cycle's end: everybody is where they moved to. */
export const endPeople = ({ cohorts }: People): void => {
  for (const run of cohorts) endCohort(run);
};

/** Notes how many people there are at a cycle's start, of a cohort (those who are still counted) or in a state, where somebody asks for it. */
export const notePeople = ({ cohorts }: People, into: (name: string) => Column | undefined): void => {
  for (const { name, cohort, compartments, before } of cohorts) {
    const note = (asked: string, states: (states: readonly string[]) => boolean): void => {
      const out = into(asked);
      if (!out) return;
      out.fill(0);
      for (const { at } of compartmentIndexes(compartments, { strata: () => true, states }))
        addScaled(out, 1, before.each[at]);
    };
    note(name, isHere(cohort));
    for (const { states } of cohort.dimensions)
      for (const state of states) if (state !== name) note(state, (combination) => combination.includes(state));
  }
};
