import { addScaled, type Column } from "./kernels.js";

/**
 * The Shapley value of each player of a game: what it adds to what others are worth, averaged over all orders in which they might come
 * (Shapley 1953). Its parts sum to the worth of all, and a player that adds nothing gets nothing.
 * @param players how many there are
 * @param worths what each set of players is worth, a column each: the place of a set is the sum of 2^player over its players, the empty set first
 * @returns a column for each player, in the unit of the worths
 * @example shapleyValues(2, [0, 10, 20, 40].map((worth) => Float64Array.of(worth))).map(([value]) => value) // => [15, 25]
 */
export const shapleyValues = (players: number, worths: readonly Column[]): readonly Column[] =>
  Array.from({ length: players }, (_, player) => {
    const value = new Float64Array(worths[0].length);
    for (let set = 0; set < worths.length; set++) {
      if ((set >> player) & 1) continue;
      const weight = orderWeight(sizeOf(set), players);
      addScaled(value, weight, worths[set | (1 << player)]);
      addScaled(value, -weight, worths[set]);
    }
    return value;
  });

const sizeOf = (set: number): number => set.toString(2).replaceAll("0", "").length;

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** The share of all orders in which exactly so many players come before this one. */
export const orderWeight = (before: number, players: number): number =>
  (factorial(before) * factorial(players - 1 - before)) / factorial(players);
