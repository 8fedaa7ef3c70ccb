import type { Cohort } from "../scenario/people/cohort.js";
import type { Segment } from "../scenario/people/need.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Taker } from "./program.js";

/** Where people stand towards the interventions of a strategy: in none yet, enrolled in one, left it with its effect still on them, or done. */
export interface Stratum {
  readonly kind: "none" | "enrolled" | "after" | "done";
  readonly taker: Taker;
}

/** The compartments of a cohort in a strategy: every combination of stratum, segment of need, and states. */
export interface Compartments {
  readonly strata: readonly Stratum[];
  readonly segments: readonly Segment[];
  /** Every combination of one state of each dimension. */
  readonly states: readonly (readonly string[])[];
  readonly count: number;
  readonly at: (stratum: number, segment: number, state: number) => number;
}

/** Which compartments are meant: those of some strata, in some states. */
export interface Where {
  readonly strata: (stratum: Stratum) => boolean;
  readonly states: (states: readonly string[]) => boolean;
}

/** The compartments of a cohort where some interventions may take people in. */
export const compartmentsOf = ({ dimensions, need }: Cohort, takers: readonly string[]): Compartments => {
  const strata: readonly Stratum[] = [
    { kind: "none", taker: undefined },
    ...takers.flatMap((taker) => [
      { kind: "enrolled" as const, taker },
      { kind: "after" as const, taker },
    ]),
    ...(takers.length > 0 ? [{ kind: "done" as const, taker: undefined }] : []),
  ];
  // Where nobody is picked by need, its segments stay in proportion, and sum to one.
  const segments = need !== null && takers.length > 0 ? need.segments : [{ weight: 1, multiplier: 1 }];
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

/** The interventions of a strategy that take people in from a cohort, in the strategy's order. */
export const takersOf = ({ interventions }: Scenario, of: readonly string[], cohort: string): readonly string[] =>
  of.filter((name) => interventions[name].reach?.cohort === cohort);

/** Every compartment that is meant, with the places of its stratum, segment and states. */
export const compartmentIndexes = (
  { strata, segments, states, at }: Compartments,
  where: Where,
): readonly { readonly at: number; readonly stratum: number; readonly segment: number; readonly state: number }[] =>
  strata.flatMap((stratum, s) =>
    where.strata(stratum)
      ? [...segments.keys()].flatMap((segment) =>
          [...states.keys()]
            .filter((state) => where.states(states[state]))
            .map((state) => ({ at: at(s, segment, state), stratum: s, segment, state })),
        )
      : [],
  );
