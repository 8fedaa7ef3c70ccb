import { addScaled, at, type Column, emptyColumns } from "../base/kernels.js";
import type { Moment } from "../base/time.js";
import type { Quantity } from "../quantity/expression.js";
import type { Intervention } from "../scenario/interventions/intervention.js";
import type { Cohort } from "../scenario/people/cohort.js";
import type { Reach } from "../scenario/people/reach.js";
import { isAmong, isHere } from "../scenario/people/while.js";
import { type Compartments, compartmentIndexes } from "./compartments.js";
import { deal, takeFromTheTop } from "./dealing.js";
import { momentTolerance } from "./effects.js";
import type { Program } from "./program.js";

/** An intervention that takes people in: the compartments they pass through, its numbers, and what lines of money are counted by. */
export interface Enrolment {
  readonly intervention: string;
  readonly reach: Reach;
  readonly startYears: number;
  readonly cyclesPerYear: number;
  /** The compartments in each stratum, in one order; `eligible` says which of them people may join from, `here` which count. */
  readonly none: readonly Column[];
  readonly enrolled: readonly Column[];
  readonly after: readonly Column[];
  readonly done: readonly Column[];
  readonly eligible: readonly boolean[];
  readonly here: readonly boolean[];
  /** The places of each segment's compartments in that order, least need first. */
  readonly segments: readonly (readonly number[])[];
  readonly people: Column;
  readonly uptake: Column;
  /** How many join a year, where that is said. */
  readonly perYear: Column | undefined;
  /** The cycles in which all join, where that is said. */
  readonly period: { readonly first: number; readonly cycles: number } | undefined;
  readonly caseload: Column | undefined;
  readonly workers: Column | undefined;
  readonly persistence: Column;
  /** Those who join in a cycle, one column for each cycle of the run. */
  readonly joiners: readonly Column[];
  /** The workers who are paid in this cycle. */
  readonly paid: Column;
  /** One draw's people by segment: who waits, who is taken, and their odds. */
  readonly scratch: { readonly waiting: Float64Array; readonly taken: Float64Array; readonly odds: Float64Array };
}

/** Where an enrolment finds people: its cohort's compartments and their columns, its numbers, and how long the run is. */
interface Place {
  readonly cohort: Cohort;
  readonly compartments: Compartments;
  readonly columns: readonly Column[];
  readonly persistence: Column;
  readonly program: Program;
  readonly cyclesPerYear: number;
  readonly years: number;
}

/** Builds what an intervention needs to take people in from a cohort. */
export const buildEnrolment = (
  intervention: string,
  { startYears, reach: perhaps }: Intervention,
  { cohort, compartments, columns, persistence, program, cyclesPerYear, years }: Place,
): Enrolment => {
  const reach = perhaps as Reach;
  const stratum = (kind: string, taker?: string) =>
    compartmentIndexes(compartments, { strata: (one) => one.kind === kind && one.taker === taker, states: () => true });
  const none = stratum("none");
  const columnsOf = (places: readonly { readonly at: number }[]) => places.map(({ at }) => columns[at]);
  const mayJoin = isAmong(cohort, reach.while);
  const here = none.map(({ state }) => isHere(cohort)(compartments.states[state]));
  const column = (quantity: Quantity | null): Column | undefined =>
    quantity ? program.value(quantity).column : undefined;
  const bySegment = () => new Float64Array(compartments.segments.length);
  return {
    intervention,
    reach,
    startYears,
    cyclesPerYear,
    none: columnsOf(none),
    enrolled: columnsOf(stratum("enrolled", intervention)),
    after: columnsOf(stratum("after", intervention)),
    done: columnsOf(stratum("done")),
    eligible: none.map(({ state }, index) => here[index] && mayJoin(compartments.states[state])),
    here,
    segments: compartments.segments.map((_, segment) =>
      none.flatMap((place, index) => (place.segment === segment ? [index] : [])),
    ),
    people: program.value(reach.people).column,
    uptake: program.value(reach.uptake).column,
    perYear: typeof reach.join === "object" && "perYear" in reach.join ? column(reach.join.perYear) : undefined,
    period: periodOf(reach, cyclesPerYear),
    caseload: column(reach.caseload),
    workers: column(reach.workers),
    persistence,
    joiners: emptyColumns(years * cyclesPerYear, program.width),
    paid: new Float64Array(program.width),
    scratch: { waiting: bySegment(), taken: bySegment(), odds: bySegment() },
  };
};

/** Those who leave in this cycle, before anybody joins: out of the stay, and out of what it left behind. */
export const stepExits = ({ reach, cyclesPerYear, enrolled, after, done }: Enrolment): void => {
  const leaves = reach.stayYears === null ? 0 : Math.min(1, 1 / (reach.stayYears * cyclesPerYear));
  const fades = reach.fadeYears === null ? 1 : 1 - 2 ** (-1 / (reach.fadeYears * cyclesPerYear));
  for (const [place, staying] of enrolled.entries()) {
    addScaled(done[place], fades, after[place]);
    addScaled(after[place], -fades, after[place]);
    addScaled(reach.fadeYears === null ? done[place] : after[place], leaves, staying);
    addScaled(staying, -leaves, staying);
  }
};

/** Those who join in this cycle, and the workers who are paid. */
export const stepJoining = (enrolment: Enrolment, { t, cycle }: Moment): void => {
  const { none, enrolled, here, eligible, segments, scratch, joiners, paid, cyclesPerYear } = enrolment;
  const sinceStart = Math.round((t - enrolment.startYears) * cyclesPerYear);
  for (let draw = 0; draw < paid.length; draw++) {
    let inside = 0;
    for (let place = 0; place < none.length; place++) if (here[place]) inside += enrolled[place][draw];
    let waiting = 0;
    for (let segment = 0; segment < segments.length; segment++) {
      scratch.waiting[segment] = 0;
      for (const place of segments[segment]) if (eligible[place]) scratch.waiting[segment] += none[place][draw];
      waiting += scratch.waiting[segment];
    }
    const room = Math.min(inflowAt(enrolment, sinceStart, draw), placesAt(enrolment, draw) - inside);
    const joining = pick(enrolment, Math.max(0, Math.min(room, at(enrolment.uptake, draw) * waiting)), draw);
    for (let segment = 0; segment < segments.length; segment++) {
      const share = joining === 0 ? 0 : scratch.taken[segment] / scratch.waiting[segment];
      if (!(share > 0)) continue;
      for (const place of segments[segment]) {
        if (!eligible[place]) continue;
        const moved = none[place][draw] * share;
        none[place][draw] -= moved;
        enrolled[place][draw] += moved;
      }
    }
    joiners[cycle - 1][draw] = joining;
    paid[draw] = paidAt(enrolment, sinceStart, inside + joining, draw);
  }
};

/** The most who may join in a cycle, counted from 0 at the intervention's start. */
const inflowAt = ({ people, perYear, period, cyclesPerYear }: Enrolment, cycle: number, draw: number): number => {
  if (cycle < 0) return 0;
  if (perYear) return at(perYear, draw) / cyclesPerYear;
  if (!period) return Number.POSITIVE_INFINITY;
  return cycle >= period.first && cycle < period.first + period.cycles ? at(people, draw) / period.cycles : 0;
};

/** The first cycle of a period of joining, counted from 0 at the intervention's start, and how many there are: one where the period is shorter than that. */
const periodOf = ({ join }: Reach, cyclesPerYear: number): Enrolment["period"] => {
  if (typeof join !== "object" || "perYear" in join) return undefined;
  return {
    first: Math.floor(join.fromYears * cyclesPerYear + momentTolerance),
    cycles: Math.max(1, Math.round((join.toYears - join.fromYears) * cyclesPerYear)),
  };
};

/** How many may be enrolled at once: the people, as far as the workers go round. */
const placesAt = ({ people, workers, caseload }: Enrolment, draw: number): number =>
  workers === undefined || caseload === undefined
    ? at(people, draw)
    : Math.min(at(people, draw), at(workers, draw) * at(caseload, draw));

/** The workers who are paid: all until the last have joined, then as many as those enrolled ask for. */
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

// A crumb of a person needs no worker.
const workersFor = (people: number, caseload: number): number => Math.ceil(people / caseload - 1e-9);

/** Picks so many of those waiting, by need; how many there are of each segment is left in `scratch.taken`. */
const pick = ({ reach: { picks }, persistence, scratch }: Enrolment, joining: number, draw: number): number => {
  const { waiting, taken, odds } = scratch;
  if (picks === "highest-need") return takeFromTheTop(taken, waiting, joining);
  const same = at(persistence, draw);
  for (let segment = 0; segment < odds.length; segment++) odds[segment] = same * (picks[segment] ?? 1) + 1 - same;
  return deal(taken, waiting, odds, joining);
};
