import type { Per } from "../../src/scenario/people/per.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import type { Cause } from "../../src/scenario/services/demand.js";
import { exit, join, takingIn } from "./enrolment.js";
import { cyclesAYear, type Last, type Moment } from "./moment.js";
import { type Moved, move } from "./moves.js";
import {
  type Alike,
  arrive,
  arriveIn,
  type Crowd,
  count,
  dealNeedAnew,
  isCountedIn,
  isGone,
  isIn,
  leave,
  meanOf,
  membersOf,
} from "./people.js";
import { memberFactor, valueAt } from "./values.js";

/** A cohort in a cycle. */
export interface Lived {
  /** Its size. People arrive or leave as it changes. */
  readonly size: number;
  /** Its people after some joined and left interventions, before they move. */
  readonly before: Crowd;
  /** Its people after they moved. */
  readonly after: Crowd;
  /** Its people as they are counted. */
  readonly counted: Crowd;
  readonly moved: readonly Moved[];
  /** The people who joined, by intervention. */
  readonly joined: Readonly<Record<string, number>>;
}

/** Runs one cycle of a cohort, from its people in the last cycle, or from none. */
export const liveCohort = (name: string, last: Lived | undefined, moment: Moment): Lived => {
  const cohort = moment.scenario.cohorts[name];
  const size = valueAt(cohort.size, moment);
  let crowd: Crowd = new Map(last?.after);
  if (last && (moment.cycle - 1) % cyclesAYear(moment.scenario) === 0) crowd = dealNeedAnew(crowd, cohort, moment);
  const more = size - (last?.size ?? 0);
  if (more > 0) arrive(crowd, cohort, more, moment);
  if (more < 0) crowd = leave(crowd, cohort, -more);
  if (last && (moment.cycle - 1) % cyclesAYear(moment.scenario) === 0)
    for (const { states, people } of cohort.entrants) arriveIn(crowd, cohort, states, valueAt(people, moment), moment);
  const taking = takingIn(moment, name);
  crowd = exit(crowd, cohort, taking, moment);
  const joined: Record<string, number> = {};
  for (const each of taking) {
    const after = join(crowd, cohort, each, moment);
    crowd = after.crowd;
    joined[each.name] = after.joined;
  }
  const { crowd: after, moved } = move(crowd, cohort, moment);
  const { timing } = moment.scenario.time;
  const third = moment.cycle % 2 === 1 ? meanOf(crowd, after, after) : meanOf(crowd, crowd, after);
  const counted =
    timing === "start" ? crowd : timing === "end" ? after : timing === "simpson" ? third : meanOf(crowd, after);
  return { size, before: crowd, after, counted, moved, joined };
};

/** The people that formulas read, by the name of a cohort (people not gone) or of a state that only one cohort has. */
export const readingsOf = ({ cohorts }: Scenario, crowds: Readonly<Record<string, Crowd>>): Last["people"] => {
  const people: Record<string, number> = {};
  const statesOf = (name: string) => cohorts[name].dimensions.flatMap(({ states }) => states);
  for (const name of Object.keys(cohorts)) {
    const others = Object.keys(cohorts).filter((other) => other !== name);
    for (const state of statesOf(name))
      if (!others.some((other) => statesOf(other).includes(state)))
        people[state] = count(crowds[name], (alike) => isCountedIn(cohorts[name], state, alike));
  }
  for (const [name, cohort] of Object.entries(cohorts))
    people[name] = count(crowds[name], (alike) => !isGone(cohort, alike));
  return people;
};

/** The people before the first cycle, when formulas have read no numbers yet. */
export const startingCrowds = (moment: Moment): Record<string, Crowd> => {
  const crowds: Record<string, Crowd> = {};
  for (const [name, cohort] of Object.entries(moment.scenario.cohorts)) {
    crowds[name] = new Map();
    arrive(crowds[name], cohort, valueAt(cohort.size, moment), moment);
  }
  return crowds;
};

/** The number of people that a number is counted per. */
export const divisorOf = ({ cohort, people }: Per, starting: Last["people"]): number =>
  people === "everyone" ? starting[cohort] : people;

/** The contacts that people bring in a cycle by a cause: by being in a state, or by a move. */
export const broughtBy = (
  { to, contacts, by, isLatent }: Cause,
  lived: Readonly<Record<string, Lived>>,
  starting: Last["people"],
  moment: Moment,
): number => {
  if ("each" in by || "unmet" in by) return 0;
  const { scenario } = moment;
  const rates = new Map<string, number>();
  const rateOf = (alike: Alike): number => {
    const known = rates.get(alike.stratum);
    if (known !== undefined) return known;
    const member = { ...moment, members: membersOf(alike) };
    const isCut = member.members.length > 0 && !isLatent;
    const rate = valueAt(contacts, member) * (isCut ? memberFactor(to, member) : 1);
    rates.set(alike.stratum, rate);
    return rate;
  };
  let brought = 0;
  if ("move" in by) {
    for (const { from, to: there, who, people } of lived[by.move.cohort].moved)
      if (from === by.move.from && there === by.move.to) brought += people * rateOf(who);
    return brought;
  }
  const cohort = scenario.cohorts[by.per.cohort];
  const segments = cohort.need?.services.includes(to) ? cohort.need.segments : null;
  for (const alike of lived[by.per.cohort].counted.values())
    if (isIn(cohort, by.while, alike) && !isGone(cohort, alike))
      brought += alike.people * (segments?.[alike.segment].multiplier ?? 1) * rateOf(alike);
  return brought / (cyclesAYear(scenario) * by.everyYears * divisorOf(by.per, starting));
};
