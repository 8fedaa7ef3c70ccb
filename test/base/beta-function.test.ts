import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaCdf, betaQuantile } from "../../src/base/mathematics/beta-function.js";
import { probability, relative, shape } from "./relative.js";

describe("betaCdf(x, alpha, beta)", () => {
  test("is a polynomial for whole parameters", () => {
    for (const x of [0.01, 0.3, 0.5, 0.9, 0.999]) {
      expect(betaCdf(x, 2, 2)).toBeCloseTo(3 * x ** 2 - 2 * x ** 3, 14);
      expect(betaCdf(x, 3, 1)).toBeCloseTo(x ** 3, 14);
    }
  });

  test("is 0 up to 0 and 1 from 1", () => {
    expect([-1, 0, 1, 2].map((x) => betaCdf(x, 2, 3))).toEqual([0, 0, 1, 1]);
  });
});

describe("betaQuantile(p, alpha, beta)", () => {
  test("has a closed form if a parameter is 1, and is the arc sine if both are ½", () => {
    fc.assert(
      fc.property(probability, shape, (p, a) => {
        relative(betaQuantile(p, 1, a), -Math.expm1(Math.log1p(-p) / a), 1e-11);
        relative(betaQuantile(p, a, 1) + 1e-300, p ** (1 / a) + 1e-300, 1e-11);
        relative(betaQuantile(p, 0.5, 0.5), Math.sin((Math.PI * p) / 2) ** 2, 1e-11);
      }),
    );
  });

  test.each([
    // mpmath 1.3 at 40 digits, by root finding on betainc; the last by quadrature of the density.
    [0.025, 20, 80, 0.12798473260926363],
    [1e-6, 300, 700, 0.2343261299246947],
    [0.2, 0.05, 3, 2.4117740837691417e-15],
    [0.975, 0.3, 50, 0.03754862746922292],
    [0.975, 1e4, 1e4, 0.5069292729974502],
  ])("of %d with %d and %d is %d", (p, a, b, x) => relative(betaQuantile(p, a, b), x, 1e-12));

  test("is the inverse of betaCdf, if 1 − x is not rounded to 1", () => {
    fc.assert(
      fc.property(probability, shape, shape, (p, a, b) => {
        const x = betaQuantile(p, a, b);
        if (x > 1e-300 && x < 0.999) relative(betaCdf(x, a, b), p, 1e-10);
      }),
      { numRuns: 1000 },
    );
  });

  test("is mirrored if alpha and beta are exchanged", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 16 - 1 }), shape, shape, (k, a, b) => {
        const p = k / 2 ** 16;
        expect(betaQuantile(p, a, b)).toBeCloseTo(1 - betaQuantile(1 - p, b, a), 10);
      }),
    );
  });

  test("is 0 and 1 at the ends, and stays between for parameters of any size", () => {
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
    for (const a of [1e-6, 1e-3, 1, 1e8])
      for (const b of [1e-6, 1e-3, 1, 1e8])
        for (const p of [1e-12, 0.5, 1 - 1e-12]) {
          const x = betaQuantile(p, a, b);
          expect(x >= 0 && x <= 1).toBe(true);
        }
  });
});
