import fc from "fast-check";
import type { Worlds } from "./worlds.js";

/** A new order of a list: the place that each place takes its thing from. Places beyond the list are left out. */
export interface Reordering {
  readonly order: readonly number[];
}

const mostPlaces = 9;

const everyPlace = Array.from({ length: mostPlaces }, (_, place) => place);

/** Every new order of up to nine things: all permutations, not rotations alone. */
export const reorderings: Worlds<Reordering> = {
  random: fc.shuffledSubarray(everyPlace, { minLength: mostPlaces }).map((order) => ({ order })),
  small: () =>
    [
      [1, 0, 2],
      [0, 2, 1],
      [2, 1, 0],
      [1, 2, 0],
      [2, 0, 1],
    ].map((order) => ({ order })),
  has: ({ order }) => order.length > 1 && new Set(order).size === order.length,
};

/** The new order for a list of some length: places beyond it are left out, and places that are missing stay last. */
export const reordered = (length: number, { order }: Reordering): readonly number[] => {
  const named = order.filter((place) => place < length);
  return [...named, ...everyPlace.slice(0, length).filter((place) => !named.includes(place))];
};
