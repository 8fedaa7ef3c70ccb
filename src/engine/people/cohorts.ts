import { at, type Column, type Columns, columnsSideBySide, copy } from "../../base/columns/kernels.js";
import { plainRoom, type Room } from "../../base/columns/room.js";
import type { Moment } from "../../base/time.js";
import type { Cohort } from "../../scenario/people/cohort.js";
import { isHere } from "../../scenario/people/while.js";
import type { Scenario } from "../../scenario/scenario.js";
import { endWeightsOf } from "../../scenario/time/time.js";
import type { Program } from "../values/program.js";
import type { ProgramValue } from "../values/program-value.js";
import { type Compartments, compartmentsOf } from "./compartments.js";
import { buildEnrolment, type Enrolment, stepExits } from "./enrolment.js";
import { stepJoining } from "./joining.js";
import { buildMoves, type Moves, stepMoves } from "./moves.js";

/** A combination of states (index into `compartments.states`), and the share of people who arrive in it. */
interface StateShare {
  readonly state: number;
  readonly share: Column;
}

/** The people of a cohort in one strategy: head counts per compartment and draw. */
export interface CohortRun {
  readonly name: string;
  readonly cohort: Cohort;
  readonly compartments: Compartments;
  /** People at the start of a cycle. */
  readonly before: Columns;
  /** People at the end of a cycle. Without moves these are the columns of `before`, to save a copy per cycle. */
  readonly after: Columns;
  /** People as they are counted. These are columns of their own only if both ends of a cycle weigh something. */
  readonly counted: Columns;
  /** The weight of a cycle's end in `counted`, by turns. */
  readonly endWeights: readonly number[];
  /** The sum of `counted` over the cycles of the year so far. */
  readonly lived: Columns;
  readonly size: ProgramValue;
  /** The size in the cycle before. */
  readonly lastSize: Column;
  /** The starting shares of the combinations of states. They sum to 1. */
  readonly shares: readonly StateShare[];
  /** People who arrive at each year's start from the second on, and the share of them in each combination of states. */
  readonly entrants: readonly { readonly people: Column; readonly shares: readonly StateShare[] }[];
  /** The share of people whose need stays the same at a year's end. */
  readonly persistence: Column;
  readonly enrolments: readonly Enrolment[];
  /** Undefined if no move is possible. */
  readonly moves: Moves | undefined;
  /** The loops over these people. */
  readonly room: Room;
}

/** Builds a cohort from which some interventions enrol people, in that order. */
export const buildCohort = (
  name: string,
  scenario: Scenario,
  enrolling: readonly string[],
  program: Program,
): CohortRun => {
  const cohort = scenario.cohorts[name];
  const { hazards } = scenario.time;
  const compartments = compartmentsOf(cohort, enrolling, scenario.interventions);
  const size = program.value(cohort.size);
  const columns = (): Columns => columnsSideBySide(compartments.count, program.width);
  const canMove = cohort.dimensions.some(({ moves }) => moves.length > 0);
  const people = { hazards, compartments, enrolments: enrolling.length };
  const moves = canMove ? buildMoves(name, cohort, people, program) : undefined;
  const room = moves?.room ?? plainRoom({ columns: 0, width: program.width });
  // A cohort that is one compartment, to which none arrive, needs no columns of its own: its people are its size.
  const ownSize = { whole: size.column, each: [size.column] };
  const before = moves?.before ?? (isItsSize({ cohort, compartments }) ? ownSize : columns());
  const after = moves?.after ?? before;
  const persistence = (cohort.need ? program.value(cohort.need.persistence) : program.constant(1)).column;
  const endWeights = endWeightsOf(scenario.time);
  const [first] = endWeights;
  const counted = first === 0 ? before : first === 1 || !moves ? after : room.columns(compartments.count);
  const context = { scenario, cohort, compartments, columns: before.each, persistence, room, program };
  return {
    name,
    cohort,
    compartments,
    before,
    after,
    counted,
    endWeights,
    lived: moves?.room.columns(compartments.count) ?? columnsSideBySide(compartments.count, counted.each[0].length),
    size,
    lastSize: new Float64Array(program.width),
    shares: sharesOf(cohort, compartments, program),
    entrants: entrantsOf(cohort, compartments, program),
    persistence,
    enrolments: enrolling.flatMap((intervention) => {
      const { reach } = scenario.interventions[intervention];
      return reach ? [buildEnrolment(intervention, reach, context)] : [];
    }),
    moves,
    room,
  };
};

const isItsSize = ({ cohort, compartments }: Pick<CohortRun, "cohort" | "compartments">): boolean =>
  compartments.count === 1 && cohort.entrants.length === 0;

const entrantsOf = (cohort: Cohort, compartments: Compartments, program: Program): CohortRun["entrants"] =>
  cohort.entrants.map(({ states, people }) => ({
    people: program.value(people).column,
    shares:
      states.length === 0 ? sharesOf(cohort, compartments, program) : sharesIn(states, cohort, compartments, program),
  }));

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

/** The shares of people who arrive in named states: in the dimensions without a name they have the starting shares. */
const sharesIn = (
  named: readonly string[],
  { dimensions, start }: Cohort,
  { states }: Compartments,
  program: Program,
): readonly StateShare[] => {
  const { apply, constant } = program;
  const shares = start.map(({ shares: parts, states: of }) => ({
    of,
    share: parts
      .map((part) => program.value(part))
      .reduce((product, part) => apply("multiply", product, part), constant(1)),
  }));
  const sumOf = (state?: string) =>
    shares
      .filter(({ of }) => state === undefined || of.includes(state))
      .reduce((sum, { share }) => apply("add", sum, share), constant(0));
  const others = dimensions.flatMap(({ states: own }, place) =>
    own.some((state) => named.includes(state)) ? [] : [place],
  );
  return states.flatMap((combination, state) =>
    named.every((each) => combination.includes(each))
      ? [
          {
            state,
            share: others.reduce(
              (share, place) => apply("multiply", share, apply("divide", sumOf(combination[place]), sumOf())),
              constant(1),
            ).column,
          },
        ]
      : [],
  );
};

/** Puts all people into their starting states, enrolled in no intervention. */
export const startCohort = (run: CohortRun): void => {
  const { before, after, size, lastSize, moves } = run;
  if (isItsSize(run)) return;
  before.whole.fill(0);
  copy(lastSize, size.column);
  for (let draw = 0; draw < lastSize.length; draw++) arrive(run, draw, lastSize[draw], run.shares);
  if (moves) after.whole.set(before.whole);
};

/** Adds the people who arrive at a year's start. */
const takeEntrants = (run: CohortRun): void => {
  for (const { people, shares } of run.entrants)
    for (let draw = 0; draw < run.lastSize.length; draw++) arrive(run, draw, at(people, draw), shares);
};

/** Adds `many` people in some shares of the states, enrolled in no intervention. */
const arrive = ({ compartments, before }: CohortRun, draw: number, many: number, shares: CohortRun["shares"]): void => {
  for (const { state, share } of shares)
    for (let segment = 0; segment < compartments.segments.length; segment++)
      before.each[compartments.at(0, segment, state)][draw] +=
        many * at(share, draw) * compartments.segments[segment].weight;
};

/**
 * One cycle: need changes at a year's start; people arrive or leave, exit and join interventions, move; then all count.
 */
export const stepCohort = (run: CohortRun, moment: Moment): void => {
  const { before, after, counted, endWeights, lived, enrolments, moves, room } = run;
  if (moment.cycleOfYear === 0) lived.whole.fill(0);
  if (!isItsSize(run)) {
    // Formulas have read the people at the start by now, so the size of the first cycle is known.
    if (moment.cycle === 1) startCohort(run);
    else {
      if (moment.cycleOfYear === 0) dealNeed(run);
      followSize(run);
      if (moment.cycleOfYear === 0) takeEntrants(run);
    }
    for (const enrolment of enrolments) stepExits(enrolment);
    for (const enrolment of enrolments) stepJoining(enrolment, moment);
    if (moves) stepMoves(moves, moment);
    if (moves && counted !== before && counted !== after) {
      const endWeight = endWeights[(moment.cycle - 1) % endWeights.length];
      room.mixInto(counted.whole, before.whole, after.whole, endWeight);
    }
  }
  room.addTo(lived.whole, counted.whole);
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
    if (change > 0) arrive(run, draw, change, run.shares);
    if (change >= 0) continue;
    let all = 0;
    for (const people of here) all += people[draw];
    const stay = all > 0 ? Math.max(0, (all + change) / all) : 0;
    for (const people of here) people[draw] *= stay;
  }
  copy(lastSize, size.column);
};
