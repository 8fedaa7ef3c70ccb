import { power } from "../../base/mathematics/power.js";
import { exclusiveGroups } from "../../scenario/interventions/exclusive.js";
import type { Cohort } from "../../scenario/people/cohort.js";
import type { Segment } from "../../scenario/people/need.js";
import type { Reach } from "../../scenario/people/reach.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type EnrollingIntervention, together } from "../values/program.js";

/**
 * How people are related to a group of interventions of which they are in one at most: free to join, enrolled in one,
 * left it with some effect remaining, or left without any. `intervention` is undefined if none changes them. `refused`
 * are those that people who are free to join have turned down.
 */
interface Standing {
  readonly kind: "none" | "enrolled" | "after" | "done";
  readonly intervention: string | undefined;
  readonly refused: readonly string[];
}

/** How people are related to the interventions of a strategy: a standing in each group of them. */
export interface Stratum {
  readonly standings: readonly Standing[];
  /** The interventions whose effects people have. */
  readonly intervention: EnrollingIntervention;
}

/** True if people of a stratum are enrolled in an intervention. */
export const isEnrolledIn = ({ standings }: Stratum, name: string): boolean =>
  standings.some(({ kind, intervention }) => kind === "enrolled" && intervention === name);

/** The compartments of a cohort in a strategy: one per combination of stratum, segment of need and states. */
export interface Compartments {
  readonly strata: readonly Stratum[];
  readonly segments: readonly Segment[];
  /** Every combination of one state per dimension. */
  readonly states: readonly (readonly string[])[];
  readonly count: number;
  /** The index of a compartment, from the indexes of its stratum, segment and states. All are from 0. */
  readonly at: (stratum: number, segment: number, state: number) => number;
}

/** A choice of compartments: those of some strata, in some states. */
export interface CompartmentFilter {
  readonly strata: (stratum: Stratum) => boolean;
  readonly states: (states: readonly string[]) => boolean;
}

/** The index of a compartment, and those of its stratum, segment and states. All are from 0. */
export interface CompartmentIndex {
  readonly at: number;
  readonly stratum: number;
  readonly segment: number;
  readonly state: number;
}

/** The compartments of a cohort from which some interventions may enrol people. */
export const compartmentsOf = (
  { dimensions, need }: Cohort,
  enrolling: readonly string[],
  interventions: Scenario["interventions"],
): Compartments => {
  const groups = exclusiveGroups(enrolling, interventions);
  const strata = groups
    .map((group) => standingsIn(group, interventions))
    .reduce<readonly (readonly Standing[])[]>(
      (combinations, standings) => combinations.flatMap((before) => standings.map((each) => [...before, each])),
      [[]],
    )
    .map((standings) => ({ standings, intervention: together(standings.map(({ intervention }) => intervention)) }));
  // If no intervention enrols people, the segments stay in proportion and their weights sum to 1.
  const segments = need !== null && groups.length > 0 ? need.segments : [{ weight: 1, multiplier: 1 }];
  const states = dimensions.reduce<readonly (readonly string[])[]>(
    (combinations, dimension) => combinations.flatMap((before) => dimension.states.map((state) => [...before, state])),
    [[]],
  );
  return {
    strata,
    segments,
    states,
    count: strata.length * segments.length * states.length,
    at: (stratum, segment, state) => (stratum * segments.length + segment) * states.length + state,
  };
};

/**
 * The standings of people in a group of interventions of which they are in one at most: only those that somebody may
 * come to. Everybody begins in the first. People may turn down the interventions that are offered, in any combination.
 */
const standingsIn = (group: readonly string[], interventions: Scenario["interventions"]): readonly Standing[] => {
  const among = (isMeant: (reach: Partial<Reach>) => unknown): readonly string[] =>
    group.filter((name) => isMeant(interventions[name].reach ?? {}));
  const offers = among(({ uptake }) => uptake);
  const fading = among(({ stay, fade }) => stay && fade);
  const ending = among(({ stay, isOpenAgain }) => stay && !isOpenAgain);
  const one = (kind: Standing["kind"], intervention?: string, refused: readonly string[] = []): Standing => ({
    kind,
    intervention,
    refused,
  });
  return [
    ...Array.from({ length: power(2, offers.length) }, (_, set) =>
      one(
        "none",
        undefined,
        offers.filter((__, at) => (set >> at) % 2 === 1),
      ),
    ),
    ...group.flatMap((name) => [one("enrolled", name), ...(fading.includes(name) ? [one("after", name)] : [])]),
    ...(ending.length > 0 ? [one("done")] : []),
  ];
};

/** The index of the stratum that differs from one in the standing at a place alone, which passes; -1 if none. */
export const stratumWith = (
  { strata }: Compartments,
  { standings }: Stratum,
  place: number,
  isMeant: (standing: Standing) => boolean,
): number =>
  strata.findIndex((other) =>
    other.standings.every((standing, at) => (at === place ? isMeant(standing) : standing === standings[at])),
  );

/** The interventions of a strategy that enrol people from a cohort, in the strategy's order. */
export const enrollingFrom = (
  { interventions }: Scenario,
  ofStrategy: readonly string[],
  cohort: string,
): readonly string[] => ofStrategy.filter((name) => interventions[name].reach?.cohort === cohort);

/** Every compartment that passes the filter. */
export const compartmentIndexes = (
  { strata, segments, states, at }: Compartments,
  filter: CompartmentFilter,
): readonly CompartmentIndex[] =>
  strata.flatMap((stratum, s) =>
    filter.strata(stratum)
      ? [...segments.keys()].flatMap((segment) =>
          [...states.keys()]
            .filter((state) => filter.states(states[state]))
            .map((state) => ({ at: at(s, segment, state), stratum: s, segment, state })),
        )
      : [],
  );
