import fc from "fast-check";
import { expect } from "vitest";

/** Expects two numbers to agree to a part of the second. */
export const relative = (actual: number, expected: number, tolerance: number): void => {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(tolerance);
};

/** Probabilities from 1e-6 to 1 − 1e-6, many of them small. */
export const probability = fc.oneof(
  fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
  fc.double({ min: -6, max: -1e-6, noNaN: true }).map((log10) => 10 ** log10),
);

/** Shapes of a beta or gamma, from 0.05 to 10,000. */
export const shape = fc.double({ min: Math.log(0.05), max: Math.log(1e4), noNaN: true }).map(Math.exp);
