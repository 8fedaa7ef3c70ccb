import type { Cohort } from "../../src/scenario/people/cohort.js";
import type { Moment } from "./moment.js";
import { valueAt } from "./values.js";

/** A kind of people in a cohort: their state per dimension, their stratum, and their segment of need. */
export interface Alike {
  readonly states: readonly string[];
  /** What they have to do with interventions, sorted: `in NAME`, `after NAME`, `left NAME`, `refused NAME`. */
  readonly stratum: string;
  readonly segment: number;
}

/** The number of people of each kind, by a key. */
export type Crowd = Map<string, Alike & { readonly people: number }>;

/** The stratum of people who never had to do with an intervention. */
export const untouched = "";

interface Fact {
  readonly is: string;
  readonly of: string;
}

const factsOfStrata = new Map<string, readonly Fact[]>();

/** The facts of a stratum: what people have to do with each intervention. A stratum is taken apart once. */
export const factsOf = ({ stratum }: Pick<Alike, "stratum">): readonly Fact[] => {
  const known = factsOfStrata.get(stratum);
  if (known !== undefined) return known;
  const facts = stratum.split(" | ").flatMap((fact) => {
    const [is, of] = fact.split(" ");
    return of === undefined ? [] : [{ is, of }];
  });
  factsOfStrata.set(stratum, facts);
  return facts;
};

/** The stratum with other facts about an intervention: none if `is` is undefined. */
export const withFact = (alike: Pick<Alike, "stratum">, of: string, is: string | undefined): string =>
  [...factsOf(alike).filter((fact) => fact.of !== of), ...(is === undefined ? [] : [{ is, of }])]
    .map((fact) => `${fact.is} ${fact.of}`)
    .sort()
    .join(" | ");

/** True if people are enrolled in an intervention. */
export const isEnrolled = (alike: Pick<Alike, "stratum">, intervention: string): boolean =>
  factsOf(alike).some(({ is, of }) => is === "in" && of === intervention);

/** The interventions whose effects people have. */
export const membersOf = (alike: Pick<Alike, "stratum">): string[] =>
  factsOf(alike).flatMap(({ is, of }) => (is === "in" || is === "after" ? [of] : []));

/** Adds people to a crowd, if there are any. */
export const put = (crowd: Crowd, { states, stratum, segment }: Alike, people: number): void => {
  if (people === 0) return;
  const key = [...states, stratum, segment].join(" | ");
  crowd.set(key, { states, stratum, segment, people: (crowd.get(key)?.people ?? 0) + people });
};

/** The number of people of a crowd that pass. */
export const count = (crowd: Crowd, isCounted: (alike: Alike) => boolean): number => {
  let sum = 0;
  for (const alike of crowd.values()) if (isCounted(alike)) sum += alike.people;
  return sum;
};

/** True if people are in a state that is not counted. */
export const isGone = ({ gone }: Cohort, { states }: Pick<Alike, "states">): boolean =>
  states.some((state) => gone.includes(state));

/** True if people count as people in a state: those in a gone state, or those in a state of the living who live. */
export const isCountedIn = (cohort: Cohort, state: string, alike: Pick<Alike, "states">): boolean =>
  alike.states.includes(state) && (cohort.gone.includes(state) || !isGone(cohort, alike));

/** True if people are in one of the named states of every dimension that has a named state. */
export const isIn = ({ dimensions }: Cohort, named: readonly string[], { states }: Pick<Alike, "states">): boolean =>
  dimensions.every((dimension, index) => {
    const ofIt = named.filter((state) => dimension.states.includes(state));
    return ofIt.length === 0 || ofIt.includes(states[index]);
  });

/** The share of a cohort that starts in each combination of states, divided by their sum. */
const startingShares = ({ start }: Cohort, moment: Moment) => {
  const shares = start.map(({ states, shares: parts }) => ({
    states,
    share: parts.reduce((share, quantity) => share * valueAt(quantity, moment), 1),
  }));
  const sum = shares.reduce((total, { share }) => total + share, 0);
  return shares.map(({ states, share }) => ({ states, share: share / sum }));
};

/** Adds people to a cohort in the starting shares, never enrolled, with need spread as over all. */
export const arrive = (crowd: Crowd, cohort: Cohort, people: number, moment: Moment): void => {
  const weights = cohort.need?.segments.map(({ weight }) => weight) ?? [1];
  for (const { states, share } of startingShares(cohort, moment))
    for (const [segment, weight] of weights.entries())
      put(crowd, { states, stratum: untouched, segment }, people * share * weight);
};

/**
 * Adds people to a cohort who arrive in named states. In a dimension without a name they are in each state with its
 * share among all who start.
 */
export const arriveIn = (crowd: Crowd, cohort: Cohort, named: readonly string[], people: number, moment: Moment) => {
  if (named.length === 0) return arrive(crowd, cohort, people, moment);
  const start = startingShares(cohort, moment);
  let kinds: { states: string[]; share: number }[] = [{ states: [], share: 1 }];
  for (const { states } of cohort.dimensions) {
    const own = states.filter((state) => named.includes(state));
    const shareOf = (state: string) =>
      own.length > 0 ? 1 : start.reduce((sum, each) => sum + (each.states.includes(state) ? each.share : 0), 0);
    kinds = kinds.flatMap((kind) =>
      (own.length > 0 ? own : states).map((state) => ({
        states: [...kind.states, state],
        share: kind.share * shareOf(state),
      })),
    );
  }
  for (const { states, share } of kinds)
    for (const [segment, weight] of (cohort.need?.segments.map((each) => each.weight) ?? [1]).entries())
      put(crowd, { states, stratum: untouched, segment }, people * share * weight);
};

/** Removes people from a cohort, in proportion from all who are not gone. */
export const leave = (crowd: Crowd, cohort: Cohort, people: number): Crowd => {
  const there = count(crowd, (alike) => !isGone(cohort, alike));
  const stay = there === 0 ? 1 : Math.max(0, (there - people) / there);
  const left: Crowd = new Map();
  for (const alike of crowd.values()) put(left, alike, alike.people * (isGone(cohort, alike) ? 1 : stay));
  return left;
};

/** At a year's end, a share of the people of each kind keeps its need. The others get one anew. */
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

/** The mean of some crowds. */
export const meanOf = (...crowds: readonly Crowd[]): Crowd => {
  const mean: Crowd = new Map();
  for (const crowd of crowds) for (const alike of crowd.values()) put(mean, alike, alike.people / crowds.length);
  return mean;
};
