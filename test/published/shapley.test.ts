import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shapleyValues } from "../../src/base/shapley.js";
import published from "./shapley.json" with { type: "json" };

/** All sets of players except the empty one, in the order of the printed worths. A set is the sum of 2^player. */
const setsInOrder = (players: number): readonly number[] => {
  const members = (set: number) => Array.from({ length: players }, (_, player) => player).filter((p) => (set >> p) & 1);
  const sets = Array.from({ length: 2 ** players - 1 }, (_, index) => index + 1);
  return sets.sort((a, b) => {
    const [first, second] = [members(a), members(b)];
    return first.length - second.length || (first.join() < second.join() ? -1 : 1);
  });
};

const valuesOf = (players: number, worths: readonly number[]): readonly number[] =>
  shapleyValues(
    players,
    worths.map((worth) => Float64Array.of(worth)),
  ).map(([value]) => value);

const printedGames = published.games.map(({ name, players, worths, values }) => {
  const worthOf = new Float64Array(2 ** players);
  for (const [index, set] of setsInOrder(players).entries()) worthOf[set] = worths[index];
  return { name, players, worths: [...worthOf], values };
});

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const near = (values: readonly number[]): unknown => values.map((value) => expect.closeTo(value, 9));

/** Games of four players: the worth of each set. The empty set has worth 0. */
const worth = fc.integer({ min: -1000, max: 1000 });
const game = fc.array(worth, { minLength: 15, maxLength: 15 }).map((worths) => [0, ...worths]);
const without = (set: number, player: number): number => set & ~(1 << player);
const swapped = (set: number): number => (set & ~3) | ((set & 1) << 1) | ((set >> 1) & 1);

describe("shapleyValues(players, worths)", () => {
  test.each(printedGames)("of $name are the printed ones", ({ players, worths, values }) => {
    for (const [player, value] of valuesOf(players, worths).entries()) expect(value).toBeCloseTo(values[player], 5);
  });

  test("sum to the worth of all", () => {
    fc.assert(
      fc.property(game, (worths) => {
        expect(sum(valuesOf(4, worths))).toBeCloseTo(worths[15], 9);
      }),
    );
  });

  test("give a player that adds the same to every set exactly that", () => {
    fc.assert(
      fc.property(game, worth, (worths, alone) => {
        const dummy = worths.map((_, set) => worths[without(set, 2)] + ((set >> 2) & 1) * alone);
        expect(valuesOf(4, dummy)[2]).toBeCloseTo(alone, 9);
      }),
    );
  });

  test("do not depend on the order of players, and are equal for two players that add the same", () => {
    fc.assert(
      fc.property(game, (worths) => {
        const [first, second, ...others] = valuesOf(4, worths);
        const renamed = worths.map((_, set) => worths[swapped(set)]);
        expect(valuesOf(4, renamed)).toEqual(near([second, first, ...others]));
        const alike = worths.map((each, set) => each + renamed[set]);
        const [one, other] = valuesOf(4, alike);
        expect(one).toBeCloseTo(other, 9);
      }),
    );
  });

  test("of two games played together are the sums of both", () => {
    fc.assert(
      fc.property(game, game, (one, other) => {
        const [first, second] = [valuesOf(4, one), valuesOf(4, other)];
        const both = one.map((each, set) => each + other[set]);
        expect(valuesOf(4, both)).toEqual(near(first.map((value, player) => value + second[player])));
      }),
    );
  });
});
