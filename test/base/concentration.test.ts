import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  leastShareOfContacts,
  type Segment,
  segmentsOfContacts,
  segmentsOfNeed,
  topShareOfNeed,
} from "../../src/base/appraisal/concentration.js";
import { gammaInequality } from "../../src/base/appraisal/lorenz.js";
import { negativeBinomialAbove, poissonProbability } from "../../src/base/mathematics/counts.js";
import { relative } from "./relative.js";

const topOf = fc.double({ min: 0.002, max: 0.5, noNaN: true });
const part = fc.double({ min: 0.02, max: 0.98, noNaN: true });
const contactsOf = fc.double({ min: Math.log(0.05), max: Math.log(500), noNaN: true }).map(Math.exp);

const meanOf = (segments: readonly Segment[]): number =>
  segments.reduce((sum, { weight, multiplier }) => sum + weight * multiplier, 0);

/** The share of contacts of the top, count by count: the probability of each from the one before. */
const topShareCounted = (top: number, mean: number, shape: number): number => {
  let probability = (shape / (shape + mean)) ** shape;
  let [people, contacts] = [0, 0];
  for (let count = 0; people < 1 - top - 1e-13; count++) {
    const below = Math.min(probability, 1 - top - people);
    people += below;
    contacts += below * count;
    probability *= (((shape + count) / (count + 1)) * mean) / (shape + mean);
  }
  return 1 - contacts / mean;
};

describe("segmentsOfNeed({ top, share })", () => {
  test("the segments above the cut have the share of need, and the weighted multipliers sum to 1", () => {
    fc.assert(
      fc.property(topOf, part, (top, between) => {
        const share = top + between * (1 - top);
        const { shape, segments } = segmentsOfNeed({ top, share }) ?? { shape: Number.NaN, segments: [] };
        relative(topShareOfNeed(top, shape), share, 1e-11);
        let above = 0;
        let need = 0;
        for (let index = segments.length - 1; above < top - 1e-10; index--) {
          above += segments[index].weight;
          need += segments[index].weight * segments[index].multiplier;
        }
        expect(above).toBeCloseTo(top, 12);
        relative(need, share, 1e-10);
        expect(Math.abs(meanOf(segments) - 1)).toBeLessThan(5e-16);
        expect(Math.abs(segments.reduce((sum, { weight }) => sum + weight, 0) - 1)).toBeLessThan(2e-15);
        expect(
          segments.every(
            ({ multiplier }, index) => index === 0 || multiplier >= segments[index - 1].multiplier - 1e-12,
          ),
        ).toBe(true);
      }),
    );
  });

  test("a top at one of the usual cuts gives nine segments, any other ten", () => {
    const weights = (top: number) => segmentsOfNeed({ top, share: 0.6 })?.segments.map(({ weight }) => weight);
    expect(weights(0.2)).toEqual([0.5, 0.3, 0.1, 0.05, 0.03, 0.01, 0.005, 0.004, 0.001]);
    expect(weights(0.03)).toEqual([0.5, 0.3, 0.1, 0.05, 0.02, 0.01, 0.01, 0.005, 0.004, 0.001]);
    expect(weights(0.2 + 1e-12)).toHaveLength(9);
  });

  test("the top 5% of patients with 51.4% of the cost (Health Foundation 2019) have a gamma of shape 0.145", () => {
    expect(segmentsOfNeed({ top: 0.05, share: 0.514 })?.shape).toBeCloseTo(0.145, 3);
  });

  test("of the exponential, the top have top × (1 − log top)", () => {
    fc.assert(
      fc.property(topOf, (top) => {
        relative(segmentsOfNeed({ top, share: top * (1 - Math.log(top)) })?.shape ?? Number.NaN, 1, 1e-9);
      }),
    );
  });

  test("a multiplier is the mean of the gamma in its segment, by numerical integration", () => {
    const { shape, segments } = segmentsOfNeed({ top: 0.05, share: 0.3 }) ?? { shape: 1, segments: [] };
    const { lorenz } = gammaInequality(shape);
    let below = 0;
    for (const { weight, multiplier } of segments) {
      // The mean of the slopes of the curve by the midpoint rule is the slope of the chord.
      const slope = (p: number) => (lorenz(p + weight / 2000) - lorenz(p - weight / 2000)) / (weight / 1000);
      const slopes = Array.from({ length: 1000 }, (_, step) => slope(below + ((step + 0.5) * weight) / 1000));
      relative(slopes.reduce((sum, each) => sum + each, 0) / 1000, multiplier, 1e-6);
      below += weight;
    }
  });

  test("more concentrated need has a smaller shape", () => {
    fc.assert(
      fc.property(topOf, part, (top, between) => {
        const shapeAt = (at: number) => segmentsOfNeed({ top, share: top + at * (1 - top) })?.shape ?? Number.NaN;
        expect(shapeAt(between + 0.01)).toBeLessThan(shapeAt(between));
      }),
    );
  });

  test("is undefined if the share is at most top, or 1", () => {
    for (const [top, share] of [
      [0.2, 0.2],
      [0.2, 0.1],
      [0.2, 1],
      [0, 0.5],
      [1, 1],
      [Number.NaN, 0.5],
      [0.2, Number.NaN],
    ])
      expect(segmentsOfNeed({ top, share })).toBeUndefined();
  });
});

describe("segmentsOfContacts({ top, share, contactsPerYear })", () => {
  test("the top have the share of negative binomial contacts, count by count", () => {
    fc.assert(
      fc.property(topOf, part, contactsOf, (top, between, contactsPerYear) => {
        const least = leastShareOfContacts({ top, contactsPerYear });
        fc.pre(least < 0.99);
        const share = least + between * (1 - least);
        const { shape, segments } = segmentsOfContacts({ top, share, contactsPerYear }) ?? { shape: 0, segments: [] };
        relative(topShareCounted(top, contactsPerYear, shape), share, 1e-7);
        expect(Math.abs(meanOf(segments) - 1)).toBeLessThan(5e-16);
      }),
    );
  });

  test.each([
    // SciPy 1.17: sums of y × nbinom.pmf(y, shape, shape / (shape + mean)), the ties at the threshold shared.
    [0.05, 2, 0.5307803408059707, 0.145],
    [0.01, 2, 0.19182455414850672, 0.145],
    [0.2, 0.5, 0.8901822153424455, 0.3],
    [0.1, 10, 0.34152559799477056, 1],
  ])(
    "the top %d of those with %d contacts a year have %d where the shape is %d",
    (top, contactsPerYear, share, shape) =>
      relative(segmentsOfContacts({ top, share, contactsPerYear })?.shape ?? Number.NaN, shape, 1e-8),
  );

  test("contacts are more concentrated than need; the difference falls as contacts rise", () => {
    const top5 = { top: 0.05, share: 0.514 };
    const shapes = [1, 2, 10, 1000].map(
      (contactsPerYear) => segmentsOfContacts({ ...top5, contactsPerYear })?.shape ?? 0,
    );
    const need = segmentsOfNeed(top5)?.shape ?? 0;
    expect(shapes).toEqual(shapes.toSorted((a, b) => b - a));
    expect(shapes[3]).toBeGreaterThan(need);
    relative(shapes[3], need, 0.001);
  });

  test("is undefined if chance alone gives that concentration, or the top have all contacts", () => {
    fc.assert(
      fc.property(topOf, contactsOf, (top, contactsPerYear) => {
        const least = leastShareOfContacts({ top, contactsPerYear });
        for (const share of [top, least - 1e-6, 1])
          expect(segmentsOfContacts({ top, share, contactsPerYear })).toBeUndefined();
      }),
    );
    expect(segmentsOfContacts({ top: 0.05, share: 0.5, contactsPerYear: 0 })).toBeUndefined();
  });
});

describe("leastShareOfContacts({ top, contactsPerYear })", () => {
  test.each([
    // SciPy 1.17: sums of y × poisson.pmf(y, mean), the ties at the threshold shared.
    [0.05, 2, 0.13624399614217503],
    [0.01, 0.1, 0.1483741803595954],
  ])("of the top %d with %d contacts a year is %d", (top, contactsPerYear, least) =>
    relative(leastShareOfContacts({ top, contactsPerYear }), least, 1e-12),
  );

  test("is 1 if fewer people than the top have any contacts", () => {
    expect(leastShareOfContacts({ top: 0.2, contactsPerYear: 0.1 })).toBe(1);
    expect(negativeBinomialAbove(0, 0.1, Infinity) + poissonProbability(0, 0.1)).toBeCloseTo(1, 15);
  });
});
