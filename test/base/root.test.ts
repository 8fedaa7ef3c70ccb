import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { illinoisRoot, newtonRoot } from "../../src/base/mathematics/root.js";

describe("newtonRoot(evaluate, start, low, high)", () => {
  test("finds a cube root from anywhere in the bracket", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 10, noNaN: true }), fc.double({ min: 0, max: 10 }), (root, start) => {
        const cube = (x: number) => ({ value: x ** 3 - root ** 3, slope: 3 * x * x });
        expect(newtonRoot(cube, start, 0, 10)).toBeCloseTo(root, 9);
      }),
    );
  });

  test("bisects if Newton's step is NaN", () => {
    // The slope is 0 / 0 below 1, as a distribution function's is where it is 0.
    const flat = (x: number) => (x < 1 ? { value: -1, slope: Number.NaN } : { value: x - 2, slope: 1 });
    expect(newtonRoot(flat, 0, 0, 100)).toBeCloseTo(2, 12);
  });

  test("gives the nearer end if the bracket has no root", () => {
    expect(newtonRoot((x) => ({ value: x + 1, slope: 1 }), 0.5, 0, 1)).toBeCloseTo(0, 8);
  });
});

describe("illinoisRoot(evaluate, low, high)", () => {
  test("finds the root of a falling or rising function", () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), fc.constantFrom(-1, 1), (root, sign) => {
        expect(illinoisRoot((x) => sign * (Math.exp(x) - Math.exp(root)), -4, 5)).toBeCloseTo(root, 10);
      }),
    );
  });

  test("gives an end that is the root itself", () => {
    expect([illinoisRoot((x) => x, 0, 1), illinoisRoot((x) => x - 1, 0, 1)]).toEqual([0, 1]);
  });

  test("is undefined if the function does not change sign", () => {
    expect(illinoisRoot((x) => x * x + 1, -1, 1)).toBeUndefined();
  });
});
