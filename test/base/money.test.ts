import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { penceOf, shareOf, splitPence } from "../../src/base/money.js";
import { lawOf } from "../support/law.js";

const sum = (amounts: readonly number[]): number => amounts.reduce((all, pence) => all + pence, 0);

const weight = fc.oneof(
  fc.constant(0),
  fc.nat(100),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1e300, noNaN: true }),
);

const weights = fc.array(weight, { minLength: 1, maxLength: 8 });
const pence = fc.oneof(fc.nat(30), fc.integer({ min: -1e9, max: 1e9 }), fc.maxSafeInteger());

describe("penceOf(pounds)", () => {
  test("half a penny in decimal digits is rounded away from 0", () => {
    // In binary 1.005 × 100 is 100.49999999999999, and 0.285 × 100 is 28.499999999999996.
    expect([1.005, -1.005, 0.285, 12.345, 8.165].map(penceOf)).toEqual([101, -101, 29, 1235, 817]);
  });

  test("−0 becomes 0", () => {
    for (const nothing of [0, -0, 0.001, -0.001]) expect(Object.is(penceOf(nothing), 0)).toBe(true);
    expect(Object.is(shareOf(0, -100), 0)).toBe(true);
  });

  lawOf(
    "every amount of pounds, pence and half pence is rounded as on paper",
    fc.nat(1e9),
    (halves) => {
      const [pounds, rest] = [Math.floor(halves / 200), halves % 200];
      const written = `${pounds}.${String(Math.floor(rest / 2)).padStart(2, "0")}${rest % 2 === 1 ? "5" : ""}`;
      expect(penceOf(Number(written))).toBe(Math.ceil(halves / 2));
    },
    500,
  );

  test("a whole number of pence does not change, however large", () => {
    for (const whole of [2 ** 52 + 1, Number.MAX_SAFE_INTEGER, -(2 ** 51) - 1]) expect(shareOf(1, whole)).toBe(whole);
  });
});

describe("splitPence(pence, weights)", () => {
  lawOf(
    "loses nothing, makes nothing, and gives only whole pence",
    fc.tuple(pence, weights),
    ([whole, by]) => {
      const parts = splitPence(whole, by);
      expect(parts).toHaveLength(by.length);
      expect(parts.every(Number.isSafeInteger)).toBe(true);
      expect(parts.some((part) => Object.is(part, -0))).toBe(false);
      // Sums of doubles are exact here only where they stay within 2^53.
      expect(parts.reduce((all, part) => all + BigInt(part), 0n)).toBe(BigInt(whole));
      if (sum(by) > 0) for (const [at, part] of parts.entries()) if (by[at] === 0) expect(part).toBe(0);
    },
    500,
  );

  lawOf(
    "gives everybody its part to within a penny (quota), and equals parts a penny apart at most",
    fc.tuple(fc.nat(1e9), fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 })),
    ([whole, by]) => {
      const parts = splitPence(whole, by);
      const all = sum(by);
      for (const [at, part] of parts.entries()) {
        const quota = all > 0 ? (whole * by[at]) / all : whole / by.length;
        expect(Math.abs(part - quota)).toBeLessThan(1);
        expect(Math.abs(part - parts[by.indexOf(by[at])])).toBeLessThanOrEqual(1);
      }
    },
    300,
  );

  test("the odd pennies of equal parts are given in turn", () => {
    const totals = [0, 0, 0];
    for (let whole = 1; whole <= 900; whole++)
      for (const [at, part] of splitPence(whole, [1, 1, 1]).entries()) totals[at] += part - Math.floor(whole / 3);
    // 300 amounts leave one penny and 300 leave two: 900 pennies, 300 for each.
    expect(totals).toEqual([300, 300, 300]);
  });

  test("no equal part falls as the amount rises", () => {
    for (let whole = 1; whole < 100; whole++) {
      const [less, more] = [whole, whole + 1].map((pence) => splitPence(pence, [1, 1, 1, 1]));
      expect(more.every((part, at) => part >= less[at])).toBe(true);
    }
  });

  lawOf(
    "splits a loss as it splits a gain",
    fc.tuple(pence, weights),
    ([whole, by]) => {
      expect(splitPence(-whole, by)).toEqual(splitPence(whole, by).map((part) => 0 - part));
    },
    100,
  );

  test("no weights, no pence, and all weights 0", () => {
    expect(splitPence(100, [])).toEqual([]);
    expect(splitPence(0, [1, 2])).toEqual([0, 0]);
    expect(splitPence(101, [0, 0])).toEqual([51, 50]);
    expect(splitPence(3, [0, 1, 0])).toEqual([0, 3, 0]);
  });

  test("weights near the largest number, or near 0", () => {
    expect(splitPence(10, [Number.MAX_VALUE, Number.MAX_VALUE])).toEqual([5, 5]);
    expect(splitPence(30, [Number.MIN_VALUE, 2 * Number.MIN_VALUE])).toEqual([10, 20]);
    expect(sum(splitPence(1e15, [1e-300, 1e300, 3]))).toBe(1e15);
  });

  // The Alabama paradox of the largest remainder (Balinski and Young 1982): weights found by search, checked by hand.
  // Of 5 pence the quotas are 0.47, 2.36 and 2.17, of 6 they are 0.57, 2.83 and 2.60: the first loses its penny when
  // there is more.
  test("with a penny more to split, a part can get a penny less", () => {
    expect(splitPence(5, [5, 25, 23])).toEqual([1, 2, 2]);
    expect(splitPence(6, [5, 25, 23])).toEqual([0, 3, 3]);
  });
});

// No loop counts pennies: amounts beyond whole pence end at once, in parts of the right size.
test.each([1e17, 1e24, 1e30, -1e24])("splitPence of %d ends", (pence) => {
  for (const weights of [
    [1, 1, 1],
    [0, 0],
    [1, 0, 2],
    [1e300, 1],
    [0.1, 0.2, 0.7],
  ]) {
    const parts = splitPence(pence, weights);
    const sum = parts.reduce((all, part) => all + part, 0);
    expect(Math.abs(sum / pence - 1)).toBeLessThan(1e-12);
  }
});
