import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaCdf } from "../../src/base/mathematics/beta-function.js";
import { mean, standardDeviation } from "../../src/base/mathematics/statistics.js";
import type { RandomInput } from "../../src/quantity/random-input.js";
import { randomInputsOf } from "../../src/quantity/random-input.js";
import { drawnBy } from "../support/drawn.js";
import { unevenSpread } from "../support/evenness.js";

const inputOf = (counts: readonly number[], part = 0): RandomInput =>
  randomInputsOf({ kind: "row", address: "cohorts.people.moves.well", counts, part }, 1)[0];

/** Some blocks of draws, end to end: one column per part. */
const drawsOf = (counts: readonly number[], blocks: number, seed = "seed"): readonly Float64Array[] => {
  const drawn = Array.from({ length: blocks }, (_, block) => drawnBy(inputOf(counts), seed, block));
  return counts.map((_, part) => Float64Array.from(drawn.flatMap((columns) => [...columns[part]])));
};

const countsOf = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 500 }), fc.double({ min: 0.05, max: 2, noNaN: true })), {
    minLength: 1,
    maxLength: 8,
  })
  .filter((counts) => counts.some((count) => count > 0));

describe("a row of counted probabilities", () => {
  test("sums to 1 in each draw, and a count of 0 gives exactly 0", () => {
    fc.assert(
      fc.property(countsOf, fc.nat(100), (counts, block) => {
        const columns = drawnBy(inputOf(counts), "seed", block);
        expect(columns).toHaveLength(counts.length);
        const sums = columns[0].map((_, draw) => columns.reduce((sum, column) => sum + column[draw], 0));
        expect(sums.every((sum) => Math.abs(sum - 1) < 1e-13)).toBe(true);
        const isShare = (share: number, part: number): boolean =>
          counts[part] === 0 ? share === 0 : share >= 0 && share <= 1;
        expect(columns.every((column, part) => column.every((share) => isShare(share, part)))).toBe(true);
      }),
    );
  });

  test.each([[[350, 12, 3, 40]], [[1, 1]], [[0.5, 0.5, 2]], [[0, 5, 0.1, 30]]])(
    "of %j has Dirichlet's means, standard deviations and correlations",
    (counts) => {
      const columns = drawsOf(counts, 400);
      const total = counts.reduce((sum, count) => sum + count, 0);
      for (const [part, count] of counts.entries()) {
        const share = count / total;
        const sd = Math.sqrt((share * (1 - share)) / (total + 1));
        // Four and a half standard errors of 102,400 draws; the sd's own error grows with the tails, so it has more
        // room.
        expect(Math.abs(mean(columns[part]) - share)).toBeLessThanOrEqual((4.5 * sd) / 320);
        expect(Math.abs(standardDeviation(columns[part]) - sd)).toBeLessThanOrEqual(0.04 * sd);
      }
      const [a, b] = [counts.length - 2, counts.length - 1];
      const products = columns[a].map((x, draw) => x * columns[b][draw]);
      // E[ab] = ab / (n (n + 1)).
      expect(mean(products) / ((counts[a] * counts[b]) / (total * (total + 1)))).toBeCloseTo(1, 1);
    },
  );

  test.each([
    [3, 9],
    [0.3, 0.6],
    [1, 400],
  ])("of two parts %d and %d is a beta: its shares below a number are evenly spread", (alpha, beta) => {
    const [column] = drawsOf([alpha, beta], 400);
    expect(unevenSpread(column.map((share) => betaCdf(share, alpha, beta)))).toBeLessThan(1.95);
  });

  test("the same seed, address and block give the same bits, in any order; others give others", () => {
    const input = inputOf([3, 9, 1]);
    const [later] = drawnBy(input, "seed", 7);
    drawnBy(input, "other", 1);
    expect(drawnBy(inputOf([3, 9, 1], 2), "seed", 7)[0]).toEqual(later);
    expect(drawnBy(input, "seed", 8)[0]).not.toEqual(later);
    // Written down on 2026-11-30: if these bits change, so does every result that depends on counts.
    expect([...drawnBy(input, "seed", 0)].map((column) => column[0])).toEqual([
      0.2321935241470486, 0.7075368270423097, 0.06026964881064177,
    ]);
  });

  test("its parts are columns of one stream", () => {
    const parts = [0, 1].map((part) => inputOf([3, 9], part));
    expect(parts.map(({ stream, address }) => [stream, address])).toEqual([
      ["cohorts.people.moves.well", "cohorts.people.moves.well"],
      ["cohorts.people.moves.well", "cohorts.people.moves.well"],
    ]);
  });

  test("the central run takes the counted shares; each end has one part at a percentile", () => {
    const { central, ends } = inputOf([30, 10, 0]);
    expect(central).toEqual([[0.75, 0.25, 0]]);
    expect(ends()).toHaveLength(4);
    for (const [index, setting] of ends().entries()) {
      const part = Math.floor(index / 2);
      expect(setting.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 13);
      expect(betaCdf(setting[part], [30, 10][part], [10, 30][part])).toBeCloseTo([0.025, 0.975][index % 2], 10);
      expect(setting[2]).toBe(0);
    }
    const [low] = inputOf([20, 10, 30]).ends();
    expect(low[1] / low[2]).toBeCloseTo(1 / 3, 12);
  });

  test("with one count above 0, that part is always 1", () => {
    const input = inputOf([0, 8]);
    const { central, ends } = input;
    expect([central, ends()]).toEqual([[[0, 1]], [[0, 1]]]);
    expect(drawnBy(input, "seed", 0).map((column) => [Math.min(...column), Math.max(...column)])).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  test("counts so small that every gamma underflows give the counted shares", () => {
    const columns = drawnBy(inputOf([1e-6, 3e-6]), "seed", 0);
    for (let draw = 0; draw < 256; draw++) expect(columns[0][draw] + columns[1][draw]).toBe(1);
  });
});
