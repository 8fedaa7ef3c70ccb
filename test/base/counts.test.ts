import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  leastCount,
  negativeBinomialAbove,
  poissonAbove,
  poissonProbability,
} from "../../src/base/mathematics/counts.js";
import { relative, shape } from "./relative.js";

const meanOf = fc.double({ min: Math.log(0.01), max: Math.log(1e4), noNaN: true }).map(Math.exp);
const countOf = fc.integer({ min: 0, max: 1000 });

describe("poissonProbability(count, mean) and poissonAbove(count, mean)", () => {
  test.each([
    // mpmath 1.3 at 40 digits, from the definition; SciPy 1.17: poisson.sf.
    [4, 0.3, 0.00025002614948007977, 1.578504054165997e-5],
    [2, 1, 0.1839397205857212, 0.08030139707139418],
    [130, 100, 0.0005752526838154629, 0.0017068403705014943],
    [1_003_000, 1e6, 4.445143581879104e-6, 0.0013535901291012492],
  ])("of %d where the mean is %d", (count, mean, probability, above) => {
    relative(poissonProbability(count, mean), probability, 1e-12);
    relative(poissonAbove(count, mean), above, 1e-10);
  });

  test("the probability of a count is the probability above the one before it, minus the probability above it", () => {
    fc.assert(
      fc.property(countOf, meanOf, (count, mean) => {
        const difference = poissonAbove(count - 1, mean) - poissonAbove(count, mean);
        expect(Math.abs(poissonProbability(count, mean) - difference)).toBeLessThan(1e-12);
      }),
    );
  });

  test("if the mean is 0, so is the count", () => {
    expect([poissonProbability(0, 0), poissonProbability(1, 0), poissonAbove(0, 0), poissonAbove(-1, 0)]).toEqual([
      1, 0, 0, 1,
    ]);
  });
});

describe("negativeBinomialAbove(count, mean, shape)", () => {
  test.each([
    // SciPy 1.17: nbinom.sf(count, shape, shape / (shape + mean)).
    [20, 2, 0.145, 0.01886312755036654],
    [0, 2, 0.145, 0.32338534147880305],
    [3, 0.1, 1e-3, 0.002808044484331515],
    [200_000, 1e4, 0.05, 0.011523650586643615],
    [12, 5, 1e6, 0.002018911727158039],
  ])("of %d where the mean is %d and the shape %d", (count, mean, k, above) =>
    relative(negativeBinomialAbove(count, mean, k), above, 1e-9),
  );

  test("of shape 1 is geometric: (mean / (1 + mean))^(count + 1)", () => {
    fc.assert(
      fc.property(countOf, meanOf, (count, mean) => {
        expect(negativeBinomialAbove(count, mean, 1)).toBeCloseTo((mean / (1 + mean)) ** (count + 1), 11);
      }),
    );
  });

  test("of an infinite shape is Poisson, and of a large shape close to it", () => {
    fc.assert(
      fc.property(countOf, meanOf, (count, mean) => {
        expect(negativeBinomialAbove(count, mean, Infinity)).toBe(poissonAbove(count, mean));
        expect(negativeBinomialAbove(count, mean, 1e8)).toBeCloseTo(poissonAbove(count, mean), 4);
      }),
    );
  });

  test("no count has the probability (shape / (shape + mean))^shape", () => {
    fc.assert(
      fc.property(meanOf, shape, (mean, k) => {
        expect(negativeBinomialAbove(0, mean, k)).toBeCloseTo(1 - (k / (k + mean)) ** k, 11);
      }),
    );
  });
});

describe("leastCount(holds)", () => {
  test("is the first count that holds", () => {
    fc.assert(
      fc.property(fc.nat(1e9), (count) => {
        expect(leastCount((tried) => tried >= count)).toBe(count);
      }),
    );
  });
});
