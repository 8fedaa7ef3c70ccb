import { addScaled, type Column } from "./columns/kernels.js";

/**
 * The Shapley value of each player of a game: what a player adds to the players before it, averaged over all orders
 * (Shapley 1953). The values sum to the worth of all players together. A player that adds nothing has the value 0.
 * @param players the number of players
 * @param worths one column per set of players: its worth. The index of a set is the sum of 2^player over its players
 * (players from 0), so the empty set is first
 * @returns one column per player, in the unit of the worths
 * @example
 * const worths = [0, 10, 20, 40].map((worth) => Float64Array.of(worth));
 * shapleyValues(2, worths).map(([value]) => value) // => [15, 25]
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

/** The share of all orders in which a given set of `before` players, and no others, are before a given player. */
export const orderWeight = (before: number, players: number): number =>
  (factorial(before) * factorial(players - 1 - before)) / factorial(players);
