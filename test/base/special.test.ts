import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalCdf, normalQuantile } from "../../src/base/mathematics/special.js";
import { relative } from "./relative.js";

describe("normalQuantile(p)", () => {
  test.each([
    // Wichura (1988), the three test values of AS 241; the same by mpmath 1.3 at 30 digits.
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.262340089798409],
    // mpmath 1.3 at 30 digits, by root finding on ncdf.
    [0.975, 1.959963984540054],
    [1e-10, -6.361340902404056],
  ])("of %d is the published %d", (p, z) => relative(normalQuantile(p), z, 1e-15));

  test("is 0 in the middle, infinite at the ends, and NaN outside", () => {
    expect([0.5, 0, 1, -0.1, 1.1].map(normalQuantile)).toEqual([0, -Infinity, Infinity, Number.NaN, Number.NaN]);
  });

  test("is symmetrical", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 20 - 1 }), (k) => {
        const p = k / 2 ** 20; // so that 1 − p is exact
        expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 14);
      }),
    );
  });
});

describe("normalCdf(z)", () => {
  test.each([
    // mpmath 1.3 at 40 digits: ncdf(z).
    [-1, 0.15865525393145705],
    [-2, 0.02275013194817921],
    [-6, 9.865876450376981e-10],
    [-20, 2.753624118606234e-89],
  ])("of %d is %d", (z, p) => relative(normalCdf(z), p, 1e-13));

  test("is the inverse of the quantile, to 1e-13 of the smaller tail", () => {
    fc.assert(
      fc.property(fc.double({ min: -300, max: -0.31, noNaN: true }), (log10) => {
        const p = 10 ** log10;
        relative(normalCdf(normalQuantile(p)), p, 1e-12);
      }),
    );
  });

  test("and its mirror image sum to 1", () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), (z) => {
        expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 14);
      }),
    );
  });
});
