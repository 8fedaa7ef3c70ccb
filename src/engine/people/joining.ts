import { at, type Column } from "../../base/columns/kernels.js";
import type { Moment } from "../../base/time.js";
import type { Candidate } from "./candidates.js";
import { allocateByOdds, takeFromTheTop } from "./dealing.js";
import type { Enrolment } from "./enrolment.js";

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
