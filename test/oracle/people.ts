import type { Cohort } from "../../src/scenario/people/cohort.js";
import { type Moment, valueAt } from "./values.js";

/** People of a cohort who are alike: their state in each dimension, what they are to interventions, and their segment of need. */
export interface Alike {
  readonly states: readonly string[];
  /** `none`, `in NAME`, `after NAME` or `done`. */
  readonly stratum: string;
  readonly segment: number;
}

/** How many people there are of each kind, by a text that says what they are. */
export type Crowd = Map<string, Alike & { readonly people: number }>;

/** People whom no intervention has taken in yet. */
export const untouched = "none";

/** Those who were enrolled and whose effect has faded. */
export const done = "done";

/** Those enrolled in an intervention. */
export const enrolledIn = (intervention: string): string => `in ${intervention}`;

/** Those who have left an intervention, with what is left of its effect. */
export const afterwards = (intervention: string): string => `after ${intervention}`;

/** The intervention whose effects hold for people, if any. */
export const memberOf = ({ stratum }: Alike): string | undefined => /^(?:in|after) (.*)$/s.exec(stratum)?.[1];

/** Puts some people into a crowd. */
export const put = (crowd: Crowd, { states, stratum, segment }: Alike, people: number): void => {
  const key = [...states, stratum, segment].join(" | ");
  crowd.set(key, { states, stratum, segment, people: (crowd.get(key)?.people ?? 0) + people });
};

/** How many people of a crowd are of some kind. */
export const count = (crowd: Crowd, isCounted: (alike: Alike) => boolean): number => {
  let sum = 0;
  for (const alike of crowd.values()) if (isCounted(alike)) sum += alike.people;
  return sum;
};

/** Whether people are in a state whose people are no longer counted. */
export const isGone = ({ gone }: Cohort, { states }: Pick<Alike, "states">): boolean =>
  states.some((state) => gone.includes(state));

/** Whether people are in some states: in one of those named of each dimension of which any is named. */
export const isIn = ({ dimensions }: Cohort, named: readonly string[], { states }: Pick<Alike, "states">): boolean =>
  dimensions.every((dimension, index) => {
    const ofIt = named.filter((state) => dimension.states.includes(state));
    return ofIt.length === 0 || ofIt.includes(states[index]);
  });

/** The share of a cohort that starts in each state, as it is at a moment; of all who start, where the shares do not sum to 1. */
const startingShares = ({ start }: Cohort, moment: Moment) => {
  const shares = start.map(({ states, shares: parts }) => ({
    states,
    share: parts.reduce((share, quantity) => share * valueAt(quantity, moment), 1),
  }));
  const sum = shares.reduce((total, { share }) => total + share, 0);
  return shares.map(({ states, share }) => ({ states, share: share / sum }));
};

/** So many people come into a cohort: in the starting shares, in no intervention, with need as it is spread over all. */
export const arrive = (crowd: Crowd, cohort: Cohort, people: number, moment: Moment): void => {
  const weights = cohort.need?.segments.map(({ weight }) => weight) ?? [1];
  for (const { states, share } of startingShares(cohort, moment))
    for (const [segment, weight] of weights.entries())
      put(crowd, { states, stratum: untouched, segment }, people * share * weight);
};

/** So many people leave a cohort, out of all who are not gone alike. */
export const leave = (crowd: Crowd, cohort: Cohort, people: number): Crowd => {
  const there = count(crowd, (alike) => !isGone(cohort, alike));
  const stay = there === 0 ? 1 : Math.max(0, (there - people) / there);
  const left: Crowd = new Map();
  for (const alike of crowd.values()) put(left, alike, alike.people * (isGone(cohort, alike) ? 1 : stay));
  return left;
};

/** At a year's end, a part of the people of each state have the need they had, and the others one dealt anew. */
export const dealNeedAnew = (crowd: Crowd, { need }: Cohort, moment: Moment): Crowd => {
  if (need === null) return crowd;
  const persistence = valueAt(need.persistence, moment);
  const dealt: Crowd = new Map();
  for (const alike of crowd.values()) {
    put(dealt, alike, alike.people * persistence);
    for (const [segment, { weight }] of need.segments.entries())
      put(dealt, { ...alike, segment }, alike.people * (1 - persistence) * weight);
  }
  return dealt;
};

/** The mean of two crowds. */
export const meanOf = (one: Crowd, other: Crowd): Crowd => {
  const mean: Crowd = new Map();
  for (const alike of [...one.values(), ...other.values()]) put(mean, alike, alike.people / 2);
  return mean;
};
