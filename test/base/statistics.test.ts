import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  mean,
  monteCarloError,
  quantile,
  shareError,
  sorted,
  standardDeviation,
} from "../../src/base/mathematics/statistics.js";

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });

describe("mean(values)", () => {
  test("is the sum ÷ the count, by hand", () => expect(mean(Float64Array.of(1, 2, 6))).toBe(3));
  test("of no values is NaN", () => expect(mean([])).toBeNaN());
});

describe("standardDeviation(values)", () => {
  test("divides by n − 1", () => expect(standardDeviation([1, 2, 3, 4])).toBe(Math.sqrt(5 / 3))); // by hand
  test("of one value is NaN", () => expect(standardDeviation([1])).toBeNaN());
});

describe("sorted(values)", () => {
  test("sorts numbers as numbers, and does not change the values", () => {
    const values = [10, 9, -1, 100];
    expect([...sorted(values)]).toEqual([-1, 9, 10, 100]);
    expect(values).toEqual([10, 9, -1, 100]);
  });
});

describe("quantile(ascending, p)", () => {
  test.each([
    // NumPy 2: quantile([1, 2, 4, 8, 16], p), whose default, linear, is type 7.
    [0.05, 1.2],
    [0.25, 2],
    [0.4, 3.2],
    [0.95, 14.4],
  ])("at %d is NumPy's %d", (p, expected) => expect(quantile([1, 2, 4, 8, 16], p)).toBeCloseTo(expected, 14));

  test("is the least at 0, the most at 1, and never falls between", () => {
    fc.assert(
      fc.property(
        numbers,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, p, q) => {
          const ascending = sorted(values);
          expect(quantile(ascending, 0)).toBe(Math.min(...values));
          expect(quantile(ascending, 1)).toBe(Math.max(...values));
          expect(quantile(ascending, Math.min(p, q))).toBeLessThanOrEqual(quantile(ascending, Math.max(p, q)) + 1e-9);
        },
      ),
    );
  });

  test("of one value is that value, of equal infinities infinity, of no values NaN", () => {
    expect([quantile([7], 0.3), quantile([Infinity, Infinity], 0.5), quantile([], 0.5)]).toEqual([
      7,
      Infinity,
      Number.NaN,
    ]);
  });
});

describe("monteCarloError(values, blockSize)", () => {
  test("is the sd of the means of whole blocks ÷ √blocks; an incomplete block is left out", () => {
    // Block means 1 to 8: sample variance 6, so √(6 / 8).
    const values = Array.from({ length: 17 }, (_, i) =>
      i === 16 ? 1e9 : Math.floor(i / 2) + (i % 2 === 0 ? 1.5 : 0.5),
    );
    expect(monteCarloError(values, 2)).toBeCloseTo(Math.sqrt(6 / 8), 14);
  });

  test("is undefined with fewer than 8 whole blocks of 256", () => {
    expect(monteCarloError(new Float64Array(8 * 256 - 1))).toBeUndefined();
    expect(monteCarloError(new Float64Array(8 * 256))).toBe(0);
  });

  test("is far below sd / √draws if blocks are stratified", () => {
    const stratified = Array.from({ length: 2048 }, (_, i) => (i * 2 ** 0.5) % 1).map((u, i) => ((i % 256) + u) / 256);
    const naive = standardDeviation(stratified) / Math.sqrt(2048);
    expect(monteCarloError(stratified)).toBeLessThan(naive / 10);
  });
});

describe("shareError(share, draws)", () => {
  test("is the binomial error of one draw fewer; undefined for a share that shows none", () => {
    expect(shareError(0.2, 101)).toBeCloseTo(0.04, 14); // √(0.2 × 0.8 / 100)
    expect([shareError(0, 100), shareError(1, 100), shareError(Number.NaN, 100)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
