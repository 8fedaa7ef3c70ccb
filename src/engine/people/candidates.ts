import type { Column } from "../../base/columns/kernels.js";
import type { Cohort } from "../../scenario/people/cohort.js";
import type { Reach } from "../../scenario/people/reach.js";
import { isAmong, isHere } from "../../scenario/people/while.js";
import { type Compartments, compartmentIndexes, isEnrolledIn, type Stratum, stratumWith } from "./compartments.js";

/** The people of one state and segment whom an intervention enrolled: per draw, by how far they have come. */
export interface Member {
  readonly enrolled: Column;
  /** People who left with some effect remaining. Undefined if it ends with the stay. */
  readonly after: Column | undefined;
  /** People who left without any remaining effect. Undefined if there is nowhere to leave to. */
  readonly left: Column | undefined;
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
  const { strata, at: compartmentAt } = compartments;
  const place = groupOf(intervention, compartments);
  const enrolled = compartmentIndexes(compartments, {
    strata: (stratum) => isEnrolledIn(stratum, intervention),
    states: () => true,
  });
  return enrolled.map(({ at, stratum, segment, state }) => {
    const beside = (isMeant: Parameters<typeof stratumWith>[3], there: number): Column | undefined => {
      const other = stratumWith(compartments, strata[stratum], place, isMeant);
      return other < 0 ? undefined : columns[compartmentAt(other, segment, there)];
    };
    return {
      enrolled: columns[at],
      after: beside(({ kind, intervention: of }) => kind === "after" && of === intervention, state),
      left: beside(
        ({ kind, refused }) => kind === (isOpenAgain ? "none" : "done") && refused.length === 0,
        timeEnded(intervention, cohort, compartments, state),
      ),
      isHere: isHere(cohort)(compartments.states[state]),
    };
  });
};

/** The combination of states of people whose time in an intervention ends: they are in its first stage again. */
const timeEnded = (intervention: string, { dimensions }: Cohort, { states }: Compartments, from: number): number => {
  const place = dimensions.findIndex(({ timeIn }) => timeIn === intervention);
  if (place < 0) return from;
  const first = states[from].with(place, dimensions[place].states[0]);
  return states.findIndex((combination) => combination.every((state, index) => state === first[index]));
};

/** The group of interventions that an intervention is in. */
const groupOf = (intervention: string, { strata }: Compartments): number =>
  strata[0].standings.findIndex((_, place) =>
    strata.some(({ standings }) => standings[place].intervention === intervention),
  );

/** The people whom an intervention may enrol, by segment. */
export const candidatesOf = (
  intervention: string,
  { while: named, uptake }: Reach,
  { cohort, compartments, columns }: CompartmentColumns,
): readonly (readonly Candidate[])[] => {
  const { strata, segments, at: compartmentAt } = compartments;
  const [mayJoin, here] = [isAmong(cohort, named), isHere(cohort)];
  const place = groupOf(intervention, compartments);
  const enrolledAt = (before: Stratum): number =>
    stratumWith(
      compartments,
      before,
      place,
      ({ kind, intervention: of }) => kind === "enrolled" && of === intervention,
    );
  const refusedAt = (before: Stratum): number => {
    const asked = [...before.standings[place].refused, intervention];
    return stratumWith(
      compartments,
      before,
      place,
      ({ kind, refused }) =>
        kind === "none" && refused.length === asked.length && asked.every((each) => refused.includes(each)),
    );
  };
  const free = compartmentIndexes(compartments, {
    strata: ({ standings }) => standings[place].kind === "none" && !standings[place].refused.includes(intervention),
    states: (states) => here(states) && mayJoin(states),
  });
  return segments.map((_, of) =>
    free
      .filter(({ segment }) => segment === of)
      .map(({ at, stratum, segment, state }) => ({
        free: columns[at],
        enrolled: columns[compartmentAt(enrolledAt(strata[stratum]), segment, state)],
        refused: uptake === null ? undefined : columns[compartmentAt(refusedAt(strata[stratum]), segment, state)],
      })),
  );
};
