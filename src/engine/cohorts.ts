import { addScaled, at, type Column, type Columns, columnsSideBySide, copy, meanInto } from "../base/kernels.js";
import type { Moment } from "../base/time.js";
import type { Cohort } from "../scenario/people/cohort.js";
import { isHere } from "../scenario/people/while.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Compartments, compartmentsOf } from "./compartments.js";
import { buildEnrolment, type Enrolment, stepExits, stepJoining } from "./enrolment.js";
import { buildMoves, type Moves, startMoves, stepMoves } from "./moves.js";
import type { Program, Value } from "./program.js";

/** A cohort in one strategy: its people by compartment at a cycle's start, at its end, and as they are counted in between. */
export interface CohortRun {
  readonly name: string;
  readonly cohort: Cohort;
  readonly compartments: Compartments;
  readonly before: Columns;
  readonly after: Columns;
  readonly counted: Columns;
  /** Those counted in each cycle of the year so far, added up. */
  readonly lived: Columns;
  readonly size: Value;
  readonly lastSize: Column;
  /** Of those who start or arrive, the share in each combination of states. */
  readonly shares: readonly { readonly state: number; readonly share: Column }[];
  readonly persistence: Column;
  readonly enrolments: readonly Enrolment[];
  readonly moves: Moves | undefined;
}

/** Builds a cohort in which some interventions take people in, in that order. One that is all in one compartment is just its size. */
export const buildCohort = (
  name: string,
  { cohorts, interventions, time }: Scenario,
  takers: readonly string[],
  program: Program,
  cyclesPerYear: number,
): CohortRun => {
  const cohort = cohorts[name];
  const compartments = compartmentsOf(cohort, takers);
  const size = program.value(cohort.size);
  const columns = (): Columns => columnsSideBySide(compartments.count, program.width);
  const before = compartments.count === 1 ? { whole: size.column, each: [size.column] } : columns();
  const canMove = cohort.dimensions.some(({ moves }) => moves.length > 0);
  const after = canMove ? columns() : before;
  const moves = canMove ? buildMoves(name, cohort, compartments, { before, after }, program, cyclesPerYear) : undefined;
  const persistence = (cohort.need ? program.value(cohort.need.persistence) : program.constant(1)).column;
  const counted = time.timing === "start" ? before : time.timing === "end" || !moves ? after : columns();
  return {
    name,
    cohort,
    compartments,
    before,
    after,
    counted,
    lived: columnsSideBySide(compartments.count, counted.each[0].length),
    size,
    lastSize: new Float64Array(program.width),
    shares: sharesOf(cohort, compartments, program),
    persistence,
    enrolments: takers.map((taker) =>
      buildEnrolment(taker, interventions[taker], {
        cohort,
        compartments,
        columns: before.each,
        persistence,
        program,
        cyclesPerYear,
        years: time.years,
      }),
    ),
    moves,
  };
};

const isPlain = ({ compartments }: CohortRun): boolean => compartments.count === 1;

/** The starting shares of the combinations of states, of their sum. */
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

/** Puts everybody where they start, in no intervention. */
export const startCohort = (run: CohortRun): void => {
  const { before, after, size, lastSize, moves } = run;
  if (isPlain(run)) return;
  if (moves) startMoves(moves);
  before.whole.fill(0);
  copy(lastSize, size.column);
  for (let draw = 0; draw < lastSize.length; draw++) arrive(run, draw, lastSize[draw]);
  if (after !== before) after.whole.set(before.whole);
};

/** Adds so many in the starting shares, to those in no intervention. */
const arrive = ({ compartments, before, shares }: CohortRun, draw: number, many: number): void => {
  for (const { state, share } of shares)
    for (let segment = 0; segment < compartments.segments.length; segment++)
      before.each[compartments.at(0, segment, state)][draw] +=
        many * at(share, draw) * compartments.segments[segment].weight;
};

/** One cycle of a cohort: need is dealt anew at a year's start, people arrive or leave, leave and join interventions, and move; then they are counted. */
export const stepCohort = (run: CohortRun, moment: Moment): void => {
  const { before, after, counted, lived, enrolments, moves } = run;
  if (moment.cycleOfYear === 0) lived.whole.fill(0);
  if (!isPlain(run)) {
    // By now formulas find the people there were at the start.
    if (moment.cycle === 1) startCohort(run);
    else {
      if (moment.cycleOfYear === 0) dealNeed(run);
      follow(run);
    }
    for (const enrolment of enrolments) stepExits(enrolment);
    for (const enrolment of enrolments) stepJoining(enrolment, moment);
    if (moves) stepMoves(moves, moment);
    if (counted !== before && counted !== after) meanInto(counted.whole, before.whole, after.whole);
  }
  addScaled(lived.whole, 1, counted.whole);
};

/** At a cycle's end everybody is where they moved to. */
export const endCohort = ({ before, after }: CohortRun): void => {
  if (after !== before) before.whole.set(after.whole);
};

/** At a year's end the need of all but the persistent is dealt anew, whatever state they are in and wherever they are enrolled. */
const dealNeed = ({ compartments, before, persistence }: CohortRun): void => {
  const { strata, segments, states, at: placeOf } = compartments;
  if (segments.length === 1) return;
  for (const stratum of strata.keys())
    for (const state of states.keys()) {
      const places = segments.map((_, segment) => before.each[placeOf(stratum, segment, state)]);
      for (let draw = 0; draw < places[0].length; draw++) {
        let all = 0;
        for (const people of places) all += people[draw];
        const same = at(persistence, draw);
        for (let segment = 0; segment < places.length; segment++)
          places[segment][draw] = same * places[segment][draw] + (1 - same) * segments[segment].weight * all;
      }
    }
};

/** As many arrive as the size has grown since the last cycle; where it fell, so many leave, of everybody who is still counted. */
const follow = (run: CohortRun): void => {
  const { cohort, compartments, before, size, lastSize } = run;
  if (!size.moves) return;
  const here = before.each.filter((_, place) =>
    isHere(cohort)(compartments.states[place % compartments.states.length]),
  );
  for (let draw = 0; draw < lastSize.length; draw++) {
    const change = at(size.column, draw) - lastSize[draw];
    if (change > 0) arrive(run, draw, change);
    if (change >= 0) continue;
    let all = 0;
    for (const people of here) all += people[draw];
    const left = all > 0 ? Math.max(0, (all + change) / all) : 0;
    for (const people of here) people[draw] *= left;
  }
  copy(lastSize, size.column);
};
