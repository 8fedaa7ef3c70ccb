import { at, type Column, copy, emptyColumns } from "../../base/columns/kernels.js";
import type { Room } from "../../base/columns/room.js";
import type { Moment } from "../../base/time.js";
import type { Quantity } from "../../quantity/expression.js";
import type { Reach } from "../../scenario/people/reach.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Program } from "../values/program.js";
import { shareInCycle } from "../values/share-in-cycle.js";
import { momentTolerance } from "../values/strength.js";
import { type Candidate, type CompartmentColumns, candidatesOf, type Member, membersOf } from "./candidates.js";
import { allocateByOdds, takeFromTheTop } from "./dealing.js";

/** An intervention that enrols people: the compartments they pass through, and the numbers of its reach. */
export interface Enrolment {
  readonly intervention: string;
  readonly reach: Reach;
  /** The start of the intervention, in years from the start of the run. */
  readonly startYears: number;
  readonly cyclesPerYear: number;
  readonly members: readonly Member[];
  /** The share of the people in it who leave in a cycle. */
  readonly leaves: Column;
  /** The share of the people who left who lose its effect in a cycle. */
  readonly fades: Column;
  /** Both shares in this cycle, in the room of the people. */
  readonly now: { readonly leaves: Column; readonly fades: Column };
  readonly room: Room;
  /** The compartments people may join from, by segment. The segment with the least need is first. */
  readonly segments: readonly (readonly Candidate[])[];
  /** The most people enrolled at once. */
  readonly people: Column;
  /** The share of the people who are offered a place who take it; undefined if all do. */
  readonly uptake: Column | undefined;
  /** The largest share of the people who would join that do so in a cycle. */
  readonly pace: Column;
  /** People who join per year, if the scenario states a rate. */
  readonly perYear: Column | undefined;
  /** The cycles in which all join, if the scenario states them, from 0 at the intervention's start. */
  readonly period: { readonly first: number; readonly cycles: number } | undefined;
  /** People per worker. */
  readonly caseload: Column | undefined;
  readonly workers: Column | undefined;
  /** The share of people whose need stays the same at a year's end. */
  readonly persistence: Column;
  /** People who join, per cycle of the run (from 0) and draw. */
  readonly joiners: readonly Column[];
  /** The workers paid in this cycle. */
  readonly paid: Column;
  /** The people enrolled before anyone joins in this cycle, if they count. */
  readonly inside: Column;
  readonly takeInside: () => void;
  /** Per draw and segment: the people who may join, then the share of them who are asked. */
  readonly asked: readonly Column[];
  /** Take the people who may join, by segment. */
  readonly takeAsked: readonly (() => void)[];
  /** People of one draw by segment: who would join, who join, and their odds. */
  readonly scratch: { readonly willing: Float64Array; readonly taken: Float64Array; readonly odds: Float64Array };
}

/**
 * What an enrolment takes from its cohort: the compartments, the people in them by compartment, and their persistence.
 */
interface EnrolmentContext extends CompartmentColumns {
  readonly scenario: Scenario;
  readonly persistence: Column;
  readonly room: Room;
  readonly program: Program;
}

/** The columns of a room that an enrolment takes. */
export const columnsOfEnrolment = 2;

/** Builds the enrolment of people of a cohort into an intervention. */
export const buildEnrolment = (
  intervention: string,
  reach: Reach,
  { scenario, cohort, compartments, columns, persistence, room, program }: EnrolmentContext,
): Enrolment => {
  const { cyclesPerYear } = program;
  const column = (quantity: Quantity | null): Column | undefined =>
    quantity ? program.value(quantity).column : undefined;
  const bySegment = () => new Float64Array(compartments.segments.length);
  const members = membersOf(intervention, reach, { cohort, compartments, columns });
  const segments = candidatesOf(intervention, reach, { cohort, compartments, columns });
  const [leaves, fades] = room.columns(columnsOfEnrolment).each;
  const inside = new Float64Array(program.width);
  const asked = emptyColumns(segments.length, program.width);
  return {
    intervention,
    reach,
    startYears: scenario.interventions[intervention].startYears,
    cyclesPerYear,
    members,
    segments,
    leaves: leavesOf(reach, program),
    fades: fadesOf(reach, program),
    now: { leaves, fades },
    room,
    people: program.value(reach.people).column,
    uptake: column(reach.uptake),
    pace: paceOf(reach, program),
    perYear: typeof reach.join === "object" && "perYear" in reach.join ? column(reach.join.perYear) : undefined,
    period: periodOf(reach, cyclesPerYear),
    caseload: column(reach.caseload),
    workers: column(reach.workers),
    persistence,
    joiners: emptyColumns(scenario.time.years * cyclesPerYear, program.width),
    paid: new Float64Array(program.width),
    inside,
    takeInside: room.sum(
      inside,
      1,
      members.flatMap(({ isHere, enrolled }) => (isHere ? enrolled : [])),
    ),
    asked,
    takeAsked: segments.map((candidates, segment) =>
      room.sum(
        asked[segment],
        1,
        candidates.map(({ free }) => free),
      ),
    ),
    scratch: { willing: bySegment(), taken: bySegment(), odds: bySegment() },
  };
};

const paceOf = ({ join }: Reach, program: Program): Column =>
  (typeof join === "object" && "hazardPerYear" in join
    ? shareInCycle(program.value(join.hazardPerYear), program)
    : program.constant(1)
  ).column;

const leavesOf = ({ stay }: Reach, { apply, constant, value, cyclesPerYear }: Program): Column => {
  if (stay === null) return constant(0).column;
  const cycles = apply("multiply", value(stay), constant(cyclesPerYear));
  return apply("min", constant(1), apply("divide", constant(1), cycles)).column;
};

const fadesOf = ({ fade }: Reach, { apply, constant, value, cyclesPerYear }: Program): Column => {
  if (fade === null) return constant(1).column;
  const cycles = apply("multiply", value(fade), constant(cyclesPerYear));
  const remains = apply("pow", constant(2), apply("divide", constant(-1), cycles));
  return apply("subtract", constant(1), remains).column;
};

/** Moves people out of the stay, and out of what remains of its effect. This runs before anyone joins. */
export const stepExits = ({ members, leaves, fades, now, room }: Enrolment): void => {
  copy(now.leaves, leaves);
  copy(now.fades, fades);
  for (const { enrolled, after, left } of members) {
    if (left === undefined) continue;
    if (after) room.moveShare(left, after, now.fades);
    room.moveShare(after ?? left, enrolled, now.leaves);
  }
};

/** Moves the people who join in this cycle, and counts the workers who are paid. */
export const stepJoining = (enrolment: Enrolment, { t, cycle }: Moment): void => {
  const { inside, joiners, paid, cyclesPerYear } = enrolment;
  const sinceStart = Math.round((t - enrolment.startYears) * cyclesPerYear);
  const joining = joiners[cycle - 1];
  enrolment.takeInside();
  if (isOpen(enrolment, sinceStart)) join(enrolment, joining);
  else joining.fill(0);
  for (let draw = 0; draw < paid.length; draw++)
    paid[draw] = paidAt(enrolment, sinceStart, inside[draw] + joining[draw], draw);
};

/** True if people may join in a cycle, from 0 at the intervention's start. */
const isOpen = ({ period }: Enrolment, cycle: number): boolean =>
  cycle >= 0 && (!period || (cycle >= period.first && cycle < period.first + period.cycles));

/**
 * Moves the people who join, and writes how many do. Offers are made until the places are taken or everybody was asked.
 * Who turns one down is not asked again.
 */
const join = (enrolment: Enrolment, joining: Column): void => {
  const { segments, inside, asked, takeAsked, scratch, uptake } = enrolment;
  for (const take of takeAsked) take();
  let isAnyJoining = false;
  for (let draw = 0; draw < joining.length; draw++) {
    const taking = uptake === undefined ? 1 : at(uptake, draw);
    let willing = 0;
    for (let segment = 0; segment < segments.length; segment++) {
      scratch.willing[segment] = taking * asked[segment][draw];
      willing += scratch.willing[segment];
    }
    const room = Math.min(inflowAt(enrolment, draw), placesAt(enrolment, draw) - inside[draw]);
    joining[draw] = pick(enrolment, Math.max(0, Math.min(room, at(enrolment.pace, draw) * willing)), draw);
    for (let segment = 0; segment < segments.length; segment++) {
      const share = joining[draw] === 0 ? 0 : scratch.taken[segment] / scratch.willing[segment];
      asked[segment][draw] = share > 0 ? share : 0;
      if (share > 0) isAnyJoining = true;
    }
  }
  if (!isAnyJoining) return;
  for (const [segment, candidates] of segments.entries())
    for (const candidate of candidates) ask(candidate, asked[segment], uptake);
};

/** Offers a place to a share of some people. Some take it, and the others turn it down. */
const ask = ({ free, enrolled, refused }: Candidate, share: Column, uptake: Column | undefined): void => {
  for (let draw = 0; draw < free.length; draw++) {
    const taking = uptake === undefined ? 1 : at(uptake, draw);
    const asked = free[draw] * share[draw];
    free[draw] -= asked;
    enrolled[draw] += taking * asked;
    if (refused) refused[draw] += (1 - taking) * asked;
  }
};

/** The most people who may join in a cycle in which people join. */
const inflowAt = ({ people, perYear, period, cyclesPerYear }: Enrolment, draw: number): number => {
  if (perYear) return at(perYear, draw) / cyclesPerYear;
  return period ? at(people, draw) / period.cycles : Number.POSITIVE_INFINITY;
};

/** The first cycle of joining, from 0 at the intervention's start, and the number of cycles, at least one. */
const periodOf = ({ join }: Reach, cyclesPerYear: number): Enrolment["period"] => {
  if (typeof join !== "object" || !("fromYears" in join)) return undefined;
  return {
    first: Math.floor(join.fromYears * cyclesPerYear + momentTolerance),
    cycles: Math.max(1, Math.round((join.toYears - join.fromYears) * cyclesPerYear)),
  };
};

/** The number of places: the most people enrolled at once, limited by workers × caseload. */
const placesAt = ({ people, workers, caseload }: Enrolment, draw: number): number =>
  workers === undefined || caseload === undefined
    ? at(people, draw)
    : Math.min(at(people, draw), at(workers, draw) * at(caseload, draw));

/** The workers who are paid: all until the last person has joined, then the workers that the enrolled people need. */
const paidAt = (
  { period, people, caseload, workers }: Enrolment,
  cycle: number,
  enrolled: number,
  draw: number,
): number => {
  if (caseload === undefined) return workers === undefined ? 0 : at(workers, draw);
  const all = workers === undefined ? workersFor(at(people, draw), at(caseload, draw)) : at(workers, draw);
  const areJoining = !period || cycle < period.first + period.cycles;
  return areJoining ? all : Math.min(all, workersFor(enrolled, at(caseload, draw)));
};

// Rounding must not add a worker for a billionth of a person.
const workersFor = (people: number, caseload: number): number => Math.ceil(people / caseload - 1e-9);

/** Picks `joining` willing people by need. Writes the number per segment into `scratch.taken`; returns their sum. */
const pick = ({ reach: { picks }, persistence, scratch }: Enrolment, joining: number, draw: number): number => {
  const { willing, taken, odds } = scratch;
  if (picks === "highest-need") return takeFromTheTop(taken, willing, joining);
  const same = at(persistence, draw);
  for (let segment = 0; segment < odds.length; segment++) odds[segment] = same * (picks[segment] ?? 1) + 1 - same;
  return allocateByOdds(taken, willing, odds, joining);
};
