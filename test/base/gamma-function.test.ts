import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  deviance,
  gammaCdf,
  gammaQuantile,
  logGamma,
  stirlingError,
} from "../../src/base/mathematics/gamma-function.js";
import { normalQuantile } from "../../src/base/mathematics/special.js";
import { probability, relative, shape } from "./relative.js";

describe("logGamma(x)", () => {
  test("is the log of the factorial of x − 1", () => {
    let factorial = 1;
    for (let x = 1; x < 20; x++) {
      expect(logGamma(x)).toBeCloseTo(Math.log(factorial), 13);
      factorial *= x;
    }
  });

  test("of ½ is half the log of π", () => expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14));

  test("rises by log x from x to x + 1", () => {
    fc.assert(fc.property(shape, (x) => relative(1 + logGamma(x + 1) - logGamma(x), 1 + Math.log(x), 1e-9)));
  });

  test("is infinite at 0 and NaN below", () => {
    expect([logGamma(0), logGamma(-1)]).toEqual([Infinity, Number.NaN]);
  });
});

describe("stirlingError(x) and deviance(x, mean)", () => {
  test("the error is about 1 / 12x, and the same by series and by logGamma", () => {
    relative(stirlingError(1e6), 1 / 12e6, 1e-12);
    relative(stirlingError(15), stirlingError(15 - 1e-9), 1e-9);
  });

  test("the deviance is (x − mean)² / 2 mean if they are near, without rounding", () => {
    // The next term of the series is smaller by (x − mean) / 3 mean.
    relative(deviance(1e6 + 1, 1e6), 0.5e-6, 1e-6);
    expect(deviance(3, 3)).toBe(0);
    expect(deviance(1.1, 0.9)).toBeCloseTo(1.1 * Math.log(1.1 / 0.9) - 0.2, 15);
  });
});

describe("gammaCdf(x, shape)", () => {
  test("with shape 1 is the exponential, with shape 3 its closed form", () => {
    for (const x of [1e-9, 0.1, 1, 2, 5, 30]) {
      relative(gammaCdf(x, 1), -Math.expm1(-x), 1e-14);
      expect(gammaCdf(x, 3)).toBeCloseTo(1 - Math.exp(-x) * (1 + x + (x * x) / 2), 14);
    }
  });

  test("is 0 up to 0, and 1 at the end", () => {
    expect([-1, 0, 1e308, Infinity].map((x) => gammaCdf(x, 2))).toEqual([0, 0, 1, 1]);
  });
});

describe("gammaQuantile(p, shape)", () => {
  test("with shape 1 is the exponential's −log(1 − p)", () => {
    fc.assert(fc.property(probability, (p) => relative(gammaQuantile(p, 1), -Math.log1p(-p), 1e-12)));
  });

  test("with shape ½ is half a squared normal", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 0.999, noNaN: true }), (p) =>
        relative(gammaQuantile(p, 0.5), normalQuantile((1 + p) / 2) ** 2 / 2, 1e-9),
      ),
    );
  });

  test.each([
    // mpmath 1.3 at 40 digits, by root finding on gammainc; the last by quadrature of the density.
    [1e-6, 0.05, 5.844632057286584e-121],
    [0.999999, 0.3, 10.984835632108625],
    [0.975, 100, 120.52894775315546],
    [0.5, 1e4, 9999.666668642047],
    [1e-6, 1e6, 995253.7719775002],
  ])("of %d with shape %d is %d", (p, a, x) => relative(gammaQuantile(p, a), x, 1e-12));

  test("is the inverse of gammaCdf", () => {
    fc.assert(
      fc.property(probability, shape, (p, a) => {
        const back = gammaCdf(gammaQuantile(p, a), a);
        relative(back, p, 1e-10);
        expect(Math.abs(back - p)).toBeLessThan(1e-10 * (1 - p) + 2e-16);
      }),
      { numRuns: 1000 },
    );
  });

  test("is 0 and infinity at the ends, and a number for shapes of any size", () => {
    expect([gammaQuantile(0, 2), gammaQuantile(1, 2)]).toEqual([0, Infinity]);
    for (const a of [1e-6, 1e-3, 1e8])
      for (const p of [1e-12, 0.5, 1 - 1e-12]) expect(gammaQuantile(p, a)).not.toBeNaN();
  });
});
