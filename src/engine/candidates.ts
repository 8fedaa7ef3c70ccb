import type { Column } from "../base/kernels.js";
import type { Cohort } from "../scenario/people/cohort.js";
import type { Reach } from "../scenario/people/reach.js";
import { isAmong, isHere } from "../scenario/people/while.js";
import { type Compartments, compartmentIndexes, type Stratum } from "./compartments.js";
import type { EnrollingIntervention } from "./program.js";

/** The people of one state and segment whom an intervention enrolled: per draw, by how far they have come. */
export interface Member {
  readonly enrolled: Column;
  readonly after: Column;
  /** People who left without any remaining effect. */
  readonly left: Column;
  /** True if people in this state are counted. */
  readonly isHere: boolean;
}

/** People of one state and segment who may join, and where they go: per draw. */
export interface Candidate {
  readonly free: Column;
  readonly enrolled: Column;
  /** Undefined if nobody turns down a place. */
  readonly refused: Column | undefined;
}

/** The compartments of a cohort, and the people in them by compartment. */
export interface CompartmentColumns {
  readonly cohort: Cohort;
  readonly compartments: Compartments;
  readonly columns: readonly Column[];
}

/** The people whom an intervention enrolled, by segment and state. */
export const membersOf = (
  intervention: string,
  { isOpenAgain }: Reach,
  { cohort, compartments, columns }: CompartmentColumns,
): readonly Member[] => {
  const { strata, segments, states, at: compartmentAt } = compartments;
  const columnsOf = (kind: Stratum["kind"], of: EnrollingIntervention): readonly Column[] => {
    const stratum = strata.findIndex((each) => each.kind === kind && each.intervention === of);
    return segments.flatMap((_, segment) => states.map((__, state) => columns[compartmentAt(stratum, segment, state)]));
  };
  const [after, left] = [columnsOf("after", intervention), columnsOf(isOpenAgain ? "none" : "done", undefined)];
  return columnsOf("enrolled", intervention).map((enrolled, place) => ({
    enrolled,
    after: after[place],
    left: left[place],
    isHere: isHere(cohort)(states[place % states.length]),
  }));
};

/** The people whom an intervention may enrol, by segment. */
export const candidatesOf = (
  intervention: string,
  { while: named, uptake }: Reach,
  { cohort, compartments, columns }: CompartmentColumns,
): readonly (readonly Candidate[])[] => {
  const { strata, segments, at: compartmentAt } = compartments;
  const [mayJoin, here] = [isAmong(cohort, named), isHere(cohort)];
  const enrolledAt = strata.findIndex(({ kind, intervention: of }) => kind === "enrolled" && of === intervention);
  const refusedAt = (before: Stratum): number =>
    strata.findIndex(
      ({ kind, refused }) =>
        kind === "none" &&
        refused.length === before.refused.length + 1 &&
        [...before.refused, intervention].every((each) => refused.includes(each)),
    );
  const free = compartmentIndexes(compartments, {
    strata: ({ kind, refused }) => kind === "none" && !refused.includes(intervention),
    states: (states) => here(states) && mayJoin(states),
  });
  return segments.map((_, of) =>
    free
      .filter(({ segment }) => segment === of)
      .map(({ at: place, stratum, segment, state }) => ({
        free: columns[place],
        enrolled: columns[compartmentAt(enrolledAt, segment, state)],
        refused: uptake === null ? undefined : columns[compartmentAt(refusedAt(strata[stratum]), segment, state)],
      })),
  );
};
