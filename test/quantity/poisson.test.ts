import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { poissonAbove } from "../../src/base/mathematics/counts.js";
import { between, good, quantileOf, relative } from "./good-parameters.js";

describe("poisson", () => {
  test("is the least count with at least the share at or below it", () => {
    fc.assert(
      fc.property(good.poisson[0], between(1e-9, 1 - 1e-9), (given, u) => {
        const count = quantileOf("poisson", given)(u);
        expect(Number.isInteger(count)).toBe(true);
        expect(1 - poissonAbove(count, Number(given.mean))).toBeGreaterThan(u - 1e-11);
        expect(1 - poissonAbove(count - 1, Number(given.mean))).toBeLessThan(u + 1e-11);
      }),
    );
  });

  test("has its mean as its variance, over evenly spaced shares", () => {
    for (const given of [0.3, 12, 436, 1e6]) {
      const quantile = quantileOf("poisson", { mean: given });
      const counts = Array.from({ length: 1e5 }, (_, index) => quantile((index + 0.5) / 1e5));
      const mean = counts.reduce((sum, count) => sum + count, 0) / 1e5;
      relative(mean, given, 1e-4);
      relative(counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / 1e5, given, 1e-3);
    }
  });

  test("of 0 is always 0", () => {
    const quantile = quantileOf("poisson", { mean: 0 });
    expect([1e-12, 0.5, 1 - 1e-12].map(quantile)).toEqual([0, 0, 0]);
  });

  test.each([
    // SciPy 1.17: poisson.ppf.
    [436, 0.025, 396],
    [436, 0.975, 477],
    [3.5, 0.999, 11],
    [1e6, 1e-6, 995_250],
  ])("of mean %d at %d is %d", (mean, u, count) => expect(quantileOf("poisson", { mean })(u)).toBe(count));
});
