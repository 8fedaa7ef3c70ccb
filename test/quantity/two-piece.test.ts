import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distributionLaws } from "../../src/laws/index.js";
import type { Parameters } from "../../src/quantity/distributions/distribution.js";
import { families } from "../../src/quantity/distributions/index.js";
import { between, good, keeps, quantileOf, relative } from "./good-parameters.js";

describe("two-piece", () => {
  test("value is the median, to the bit", () => {
    keeps(distributionLaws.medianIsTheValue, "two-piece", good["two-piece"][0]);
    expect(quantileOf("two-piece", { value: 0.1, low: 0.01, high: 0.7, share: true })(0.5)).toBe(0.1);
  });

  test("stays within 0 and 1 for a share, above 0 if low is, and is otherwise unlimited", () => {
    const ends = (given: Parameters) => [1e-12, 1 - 1e-12].map(quantileOf("two-piece", given));
    const [least, most] = ends({ value: 0.4, low: 0.01, high: 0.99, share: true });
    expect(least > 0 && most < 1).toBe(true);
    expect(ends({ value: 10, low: 1, high: 12 })[0]).toBeGreaterThan(0);
    expect(ends({ value: 10, low: 0, high: 12 })[0]).toBeLessThan(0);
  });

  test("symmetrical on its scale, it is the logit-normal, the lognormal or the normal", () => {
    fc.assert(
      fc.property(between(1e-6, 1 - 1e-6), between(1, 50), between(1.1, 5), (u, value, times) => {
        const [low, high] = [value / times, value * times];
        relative(quantileOf("two-piece", { value, low, high })(u), quantileOf("lognormal", { low, high })(u), 1e-12);
        const plain = quantileOf("two-piece", { value: 0, low: -value, high: value })(u);
        expect(plain).toBeCloseTo(quantileOf("normal", { low: -value, high: value })(u), 9);
      }),
    );
  });

  test("the mark of a share can be a number", () => {
    expect(families["two-piece"].problem({ value: 0.1, low: 0, high: 0.4, share: 1 })).toBeDefined();
    expect(families["two-piece"].problem({ value: 0.1, low: 0, high: 0.4, share: 0 })).toBeUndefined();
  });
});
