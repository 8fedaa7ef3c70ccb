import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { power, square } from "../../src/base/mathematics/power.js";

describe("power", () => {
  test.each([
    [2, 10, 1024],
    [2, -33, 1.1641532182693481e-10],
    [2, 512, 1.3407807929942597e154],
    [10, 22, 1e22],
    [10, -3, 1e-3],
    [1.5, 0, 1],
    [0, 0, 1],
    [0, 0.5, 0],
    [0, -1, Number.POSITIVE_INFINITY],
    [-2, 3, -8],
    [-2, 0.5, Number.NaN],
    [4, 0.5, 2],
    [1e300, 2, Number.POSITIVE_INFINITY],
  ])("of %d to %d is %d", (base, exponent, expected) => expect(power(base, exponent)).toBe(expected));

  test("is that of the language, but for the last bits", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.double({ min: -20, max: 20, noNaN: true }),
        (x, y) => {
          for (const exponent of [y, Math.round(y)])
            expect(Math.abs(power(x, exponent) / x ** exponent - 1)).toBeLessThan(1e-13);
        },
      ),
    );
  });

  test("square is a product", () => expect(square(-0.1)).toBe(0.1 * 0.1));
});
