import { addScaled, at, type Column, type Columns, columnsSideBySide, copy, meanInto } from "../base/kernels.js";
import type { Moment } from "../base/time.js";
import type { Cohort } from "../scenario/people/cohort.js";
import { isHere } from "../scenario/people/while.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Compartments, compartmentsOf } from "./compartments.js";
import { buildEnrolment, type Enrolment, stepExits, stepJoining } from "./enrolment.js";
import { buildMoves, type Moves, stepMoves } from "./moves.js";
import type { Program } from "./program.js";
import type { ProgramValue } from "./value-pool.js";

/** The people of a cohort in one strategy: head counts per compartment and draw. */
export interface CohortRun {
  readonly name: string;
  readonly cohort: Cohort;
  readonly compartments: Compartments;
  /** People at the start of a cycle. */
  readonly before: Columns;
  /** People at the end of a cycle. Without moves these are the columns of `before`, to save a copy per cycle. */
  readonly after: Columns;
  /** People as they are counted. These are columns of their own only if `isCountedHalfway`. */
  readonly counted: Columns;
  /** True if people are counted as the mean of the start and the end of a cycle. */
  readonly isCountedHalfway: boolean;
  /** The sum of `counted` over the cycles of the year so far. */
  readonly lived: Columns;
  readonly size: ProgramValue;
  /** The size in the cycle before. */
  readonly lastSize: Column;
  /** The share of arrivals in each combination of states (index into `compartments.states`). They sum to 1. */
  readonly shares: readonly { readonly state: number; readonly share: Column }[];
  /** The share of people whose need stays the same at a year's end. */
  readonly persistence: Column;
  readonly enrolments: readonly Enrolment[];
  /** Undefined if no move is possible. */
  readonly moves: Moves | undefined;
}

/** Builds a cohort from which some interventions enrol people, in that order. */
export const buildCohort = (
  name: string,
  scenario: Scenario,
  enrolling: readonly string[],
  program: Program,
): CohortRun => {
  const cohort = scenario.cohorts[name];
  const { timing, hazards } = scenario.time;
  const offered = enrolling.filter(
    (intervention) => (scenario.interventions[intervention].reach?.uptake ?? null) !== null,
  );
  const compartments = compartmentsOf(cohort, enrolling, offered);
  const size = program.value(cohort.size);
  const columns = (): Columns => columnsSideBySide(compartments.count, program.width);
  // A cohort that is one compartment needs no columns of its own: its people are its size.
  const before = compartments.count === 1 ? { whole: size.column, each: [size.column] } : columns();
  const canMove = cohort.dimensions.some(({ moves }) => moves.length > 0);
  const after = canMove ? columns() : before;
  const moves = canMove ? buildMoves(name, cohort, { hazards, compartments, before, after }, program) : undefined;
  const persistence = (cohort.need ? program.value(cohort.need.persistence) : program.constant(1)).column;
  const isCountedHalfway = canMove && timing !== "start" && timing !== "end";
  const counted = timing === "start" ? before : timing === "end" || !moves ? after : columns();
  const context = { scenario, cohort, compartments, columns: before.each, persistence, program };
  return {
    name,
    cohort,
    compartments,
    before,
    after,
    counted,
    isCountedHalfway,
    lived: columnsSideBySide(compartments.count, counted.each[0].length),
    size,
    lastSize: new Float64Array(program.width),
    shares: sharesOf(cohort, compartments, program),
    persistence,
    enrolments: enrolling.flatMap((intervention) => {
      const { reach } = scenario.interventions[intervention];
      return reach ? [buildEnrolment(intervention, reach, context)] : [];
    }),
    moves,
  };
};

const isOneCompartment = ({ compartments }: CohortRun): boolean => compartments.count === 1;

/** The starting shares of the combinations of states, divided by their sum. */
const sharesOf = ({ start }: Cohort, { states }: Compartments, program: Program): CohortRun["shares"] => {
  const { apply } = program;
  const one = program.constant(1);
  const shares = start.map(({ shares }) =>
    shares.map((share) => program.value(share)).reduce((product, share) => apply("multiply", product, share), one),
  );
  const sum = shares.reduce((total, share) => apply("add", total, share));
  return start.map(({ states: named }, index) => ({
    state: states.findIndex((combination) => combination.every((state, place) => state === named[place])),
    share: apply("divide", shares[index], sum).column,
  }));
};

/** Puts all people into their starting states, enrolled in no intervention. */
export const startCohort = (run: CohortRun): void => {
  const { before, after, size, lastSize, moves } = run;
  if (isOneCompartment(run)) return;
  before.whole.fill(0);
  copy(lastSize, size.column);
  for (let draw = 0; draw < lastSize.length; draw++) arrive(run, draw, lastSize[draw]);
  if (moves) after.whole.set(before.whole);
};

/** Adds `many` people in the starting shares, enrolled in no intervention. */
const arrive = ({ compartments, before, shares }: CohortRun, draw: number, many: number): void => {
  for (const { state, share } of shares)
    for (let segment = 0; segment < compartments.segments.length; segment++)
      before.each[compartments.at(0, segment, state)][draw] +=
        many * at(share, draw) * compartments.segments[segment].weight;
};

/**
 * One cycle: need changes at a year's start; people arrive or leave, exit and join interventions, move; then all count.
 */
export const stepCohort = (run: CohortRun, moment: Moment): void => {
  const { before, after, counted, isCountedHalfway, lived, enrolments, moves } = run;
  if (moment.cycleOfYear === 0) lived.whole.fill(0);
  if (!isOneCompartment(run)) {
    // Formulas have read the people at the start by now, so the size of the first cycle is known.
    if (moment.cycle === 1) startCohort(run);
    else {
      if (moment.cycleOfYear === 0) dealNeed(run);
      followSize(run);
    }
    for (const enrolment of enrolments) stepExits(enrolment);
    for (const enrolment of enrolments) stepJoining(enrolment, moment);
    if (moves) stepMoves(moves, moment);
    if (isCountedHalfway) meanInto(counted.whole, before.whole, after.whole);
  }
  addScaled(lived.whole, 1, counted.whole);
};

/** At a cycle's end the people after their moves become the people before the next ones. */
export const endCohort = ({ before, after, moves }: CohortRun): void => {
  if (moves) before.whole.set(after.whole);
};

/** At a year's end, need is allocated anew to all but the persistent share, in every state and stratum. */
const dealNeed = ({ compartments, before, persistence }: CohortRun): void => {
  const { strata, segments, states, at: compartmentAt } = compartments;
  if (segments.length === 1) return;
  for (const stratum of strata.keys())
    for (const state of states.keys()) {
      const places = segments.map((_, segment) => before.each[compartmentAt(stratum, segment, state)]);
      for (let draw = 0; draw < places[0].length; draw++) {
        let all = 0;
        for (const people of places) all += people[draw];
        const same = at(persistence, draw);
        for (let segment = 0; segment < places.length; segment++)
          places[segment][draw] = same * places[segment][draw] + (1 - same) * segments[segment].weight * all;
      }
    }
};

/** If the size grew, adds the difference as arrivals. If it fell, removes people who count, in proportion. */
const followSize = (run: CohortRun): void => {
  const { cohort, compartments, before, size, lastSize } = run;
  if (!size.varies) return;
  const here = before.each.filter((_, place) =>
    isHere(cohort)(compartments.states[place % compartments.states.length]),
  );
  for (let draw = 0; draw < lastSize.length; draw++) {
    const change = at(size.column, draw) - lastSize[draw];
    if (change > 0) arrive(run, draw, change);
    if (change >= 0) continue;
    let all = 0;
    for (const people of here) all += people[draw];
    const stay = all > 0 ? Math.max(0, (all + change) / all) : 0;
    for (const people of here) people[draw] *= stay;
  }
  copy(lastSize, size.column);
};
