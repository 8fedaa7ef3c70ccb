import { linkedGroups } from "../../base/mathematics/linked-groups.js";
import type { Quantity } from "../../quantity/expression.js";
import type { Dimension, Move } from "./states.js";
import { isAmong } from "./while.js";

/** The most combinations of states of dimensions that move together. */
export const mostJoined = 64;

/** The places of dimensions that move at once: several if hazards of one depend on the states of another. */
export type Joined = readonly number[];

/** A move that is open to people in some combination of states, from one combination of a joined group to another. */
export interface OpenMove {
  readonly from: string;
  readonly to: string;
  readonly kind: Move["kind"];
  /** The rate, and the factors on it that hold there. */
  readonly rates: readonly Quantity[];
  readonly move: Move;
}

/**
 * The dimensions in groups that move together. A hazard with `times` joins its dimension to those of the states it
 * names, if all moves of both are hazards. Each other dimension moves by itself.
 */
export const joinedDimensions = (dimensions: readonly Dimension[]): readonly Joined[] => {
  const isByHazards = dimensions.map(({ moves }) => moves.every(({ kind }) => kind === "hazard"));
  const readsOf = ({ moves }: Dimension): readonly string[] =>
    moves.flatMap(({ times }) => times.map(({ state }) => state));
  const isLinked = (one: number, other: number): boolean =>
    isByHazards[one] &&
    isByHazards[other] &&
    (readsOf(dimensions[one]).some((state) => dimensions[other].states.includes(state)) ||
      readsOf(dimensions[other]).some((state) => dimensions[one].states.includes(state)));
  return linkedGroups([...dimensions.keys()], isLinked);
};

/** The name of what people in a combination of states are in one group: `homeless & using`. */
export const joinedState = (group: Joined, combination: readonly string[]): string =>
  group.map((place) => combination[place]).join(" & ");

/**
 * The moves within a group that are open to people who are in some states of the other dimensions, and have the effects
 * of some interventions.
 */
export const openMoves = (
  cohort: { readonly dimensions: readonly Dimension[] },
  group: Joined,
  combination: readonly string[],
  interventions: readonly string[],
): readonly OpenMove[] => {
  const { dimensions } = cohort;
  return group.flatMap((place) =>
    dimensions[place].moves.flatMap((move) =>
      combinationsWith(dimensions, group, place, combination).flatMap((others): readonly OpenMove[] => {
        const [there, after] = [move.from, move.to].map((state) => others.with(place, state));
        if (!isAmong(cohort, move.while)(there)) return [];
        if (move.of !== undefined && !interventions.includes(move.of)) return [];
        const factors = move.times.filter(({ state }) => there.includes(state));
        return [
          {
            from: joinedState(group, there),
            to: joinedState(group, after),
            kind: move.kind,
            rates: [move.rate, ...factors.map(({ factor }) => factor)],
            move,
          },
        ];
      }),
    ),
  );
};

/** A combination with every choice of states in the dimensions of a group but one. */
const combinationsWith = (
  dimensions: readonly Dimension[],
  group: Joined,
  but: number,
  combination: readonly string[],
): readonly (readonly string[])[] =>
  group
    .filter((place) => place !== but)
    .reduce<readonly (readonly string[])[]>(
      (all, place) => all.flatMap((each) => dimensions[place].states.map((state) => each.with(place, state))),
      [combination],
    );
