import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ExactSums,
  joinSums,
  meanIn,
  noSums,
  standardDeviationIn,
  sumsOfOne,
  sumsOfSome,
} from "../../src/base/columns/exact-sums.js";
import { mean, standardDeviation } from "../../src/base/mathematics/statistics.js";

const pounds = fc.double({ min: -1e13, max: 1e13, noNaN: true });
const all = (parts: readonly ExactSums[]): ExactSums => parts.reduce(joinSums, noSums);

test("sums of parts are the same to the bit in any order", () => {
  fc.assert(
    fc.property(fc.array(fc.array(pounds), { maxLength: 8 }), fc.infiniteStream(fc.nat()), (parts, picks) => {
      const left = parts.map(sumsOfSome);
      const inOrder = all(left);
      while (left.length > 1) {
        const take = (): ExactSums => left.splice(picks.next().value % left.length, 1)[0];
        left.push(joinSums(take(), take()));
      }
      expect(all(left)).toEqual(inOrder);
    }),
  );
});

test("their mean and standard deviation are those of the numbers", () => {
  fc.assert(
    fc.property(fc.array(pounds, { minLength: 2 }), (numbers) => {
      const largest = Math.max(1e-3, ...numbers.map(Math.abs));
      for (const sums of [sumsOfSome(numbers), all(numbers.map(sumsOfOne))]) {
        expect(Math.abs(meanIn(sums) - mean(numbers))).toBeLessThanOrEqual(1e-13 * largest);
        expect(Math.abs(standardDeviationIn(sums) - standardDeviation(numbers))).toBeLessThanOrEqual(1e-6 * largest);
      }
    }),
  );
});

test("no bit is lost where floating-point numbers lose all", () => {
  expect(meanIn(all([1e16, 1, -1e16].map(sumsOfOne)))).toBe(1 / 3);
  // 1e9 ± 1e-6: a sum of squares in floating-point numbers has no digit left of the difference.
  expect(standardDeviationIn(all([1e9, 1e9 + 2 ** -20].map(sumsOfOne)))).toBe(2 ** -20 * Math.SQRT1_2);
  expect(standardDeviationIn(all([0.1, 0.1, 0.1].map(sumsOfOne)))).toBe(0);
});

test("of no number there is no mean, and of one no standard deviation", () => {
  expect([meanIn(noSums), standardDeviationIn(sumsOfOne(3))]).toEqual([Number.NaN, Number.NaN]);
});
