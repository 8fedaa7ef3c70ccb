import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { binsOf, countAt, joinBins, type LogBins, quantileError, quantileIn } from "../../src/base/columns/log-bins.js";
import { quantile, sorted } from "../../src/base/mathematics/statistics.js";

const nearZero = 0.005;

/** Numbers of every size and sign, numbers about as large as each other, zeros, one number many times. */
const anyNumber = fc.oneof(
  fc.double({ min: -1e13, max: 1e13, noNaN: true }),
  fc.double({ min: 99, max: 101, noNaN: true }),
  fc.double({ min: -0.01, max: 0.01, noNaN: true }),
  fc.double({ min: 0, max: 0.999, noNaN: true }).map((u) => (1 - u) ** -3), // a heavy tail
  fc.constantFrom(0, -0, nearZero, -nearZero, 1, 512, 2 ** -1074),
);
const columns = fc.oneof(
  fc.array(anyNumber, { minLength: 1, maxLength: 200 }),
  fc.tuple(anyNumber, fc.integer({ min: 1, max: 20 })).map(([number, many]) => Array(many).fill(number)),
);
const shares = fc.oneof(fc.constantFrom(0, 0.05, 0.5, 0.95, 1), fc.double({ min: 0, max: 1, noNaN: true }));

/** How far a quantile may be off: by a share of the numbers that it lies between, or by what counts as 0. */
const mostOff = (ascending: Float64Array, share: number): number => {
  const position = share * (ascending.length - 1);
  const between = [Math.floor(position), Math.ceil(position)].map((rank) => Math.abs(ascending[rank]));
  return Math.max(nearZero, quantileError * Math.max(...between));
};

describe("bins of numbers", () => {
  test("have quantiles that are off by 0.1% at most, beside those of the sorted numbers", () => {
    fc.assert(
      fc.property(columns, shares, (column, share) => {
        const ascending = sorted(column);
        const off = Math.abs(quantileIn(binsOf(column, nearZero), share) - quantile(ascending, share));
        expect(off).toBeLessThanOrEqual(mostOff(ascending, share));
      }),
      { numRuns: 500 },
    );
  });

  test("of one number, many times, give it exactly", () => {
    for (const number of [0.006, 123.4, -7e12, Number.MAX_VALUE])
      expect(quantileIn(binsOf([number, number, number], nearZero), 0.5)).toBe(number);
  });

  test("count exactly how many are each whole number up to 1,024", () => {
    const whole = fc.integer({ min: 0, max: 1024 });
    fc.assert(
      fc.property(fc.array(whole), whole, (column, number) => {
        expect(countAt(binsOf(column, nearZero), number)).toBe(column.filter((each) => each === number).length);
      }),
    );
  });

  test("join in any order and any parts to the bins of all numbers", () => {
    fc.assert(
      fc.property(fc.array(columns, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.nat()), (parts, picks) => {
        const left: LogBins[] = parts.map((part) => binsOf(part, nearZero));
        while (left.length > 1) {
          const take = (): LogBins => left.splice(picks.next().value % left.length, 1)[0];
          left.push(joinBins(take(), take()));
        }
        const whole = binsOf(parts.flat(), nearZero);
        expect({ ...left[0], counts: [] }).toEqual({ ...whole, counts: [] });
        const [joined, counted] = [left[0], whole].map(({ counts }) => new Uint8Array(counts.buffer));
        expect(Buffer.compare(joined, counted)).toBe(0);
      }),
    );
  });

  test("are not made of what is no finite number; of none they have no quantile", () => {
    for (const number of [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN])
      expect(() => binsOf([1, number], nearZero)).toThrow("numbers is a list of finite numbers, not one with");
    const none = binsOf([], nearZero);
    expect(quantileIn(none, 0.5)).toBeNaN();
    expect(joinBins(none, binsOf([3], nearZero))).toEqual(binsOf([3], nearZero));
  });
});
