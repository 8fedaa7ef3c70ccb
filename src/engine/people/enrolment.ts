import { type Column, copy, emptyColumns } from "../../base/columns/kernels.js";
import type { Room } from "../../base/columns/room.js";
import type { Quantity } from "../../quantity/expression.js";
import type { Reach } from "../../scenario/people/reach.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Program } from "../values/program.js";
import { shareInCycle } from "../values/share-in-cycle.js";
import { momentTolerance } from "../values/strength.js";
import { type Candidate, type CompartmentColumns, candidatesOf, type Member, membersOf } from "./candidates.js";

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

/** The first cycle of joining, from 0 at the intervention's start, and the number of cycles, at least one. */
const periodOf = ({ join }: Reach, cyclesPerYear: number): Enrolment["period"] => {
  if (typeof join !== "object" || !("fromYears" in join)) return undefined;
  return {
    first: Math.floor(join.fromYears * cyclesPerYear + momentTolerance),
    cycles: Math.max(1, Math.round((join.toYears - join.fromYears) * cyclesPerYear)),
  };
};

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
