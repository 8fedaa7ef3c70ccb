import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Segment, segmentsOfNeed, topShareOfNeed } from "../../src/base/appraisal/concentration.js";
import { lastYearOdds, regressionToTheMean } from "../../src/base/appraisal/targeting.js";
import { relative } from "./relative.js";

const contactsOf = fc.double({ min: Math.log(0.05), max: Math.log(500), noNaN: true }).map(Math.exp);
const shareOf = fc.double({ min: 0.001, max: 1, noNaN: true });
const shapeOf = fc.double({ min: Math.log(0.05), max: Math.log(20), noNaN: true }).map(Math.exp);

const gammaSegments = (shape: number): readonly Segment[] =>
  segmentsOfNeed({ top: 0.05, share: topShareOfNeed(0.05, shape) })?.segments ?? [];

const weighted = (segments: readonly Segment[], odds: readonly number[]): number =>
  segments.reduce((sum, { weight }, index) => sum + weight * odds[index], 0);

describe("lastYearOdds(segments, contactsPerYear, pickedShare)", () => {
  test("the mean over people is 1, no probability is above 1, and more need is never less likely", () => {
    fc.assert(
      fc.property(shapeOf, contactsOf, shareOf, (shape, contactsPerYear, picked) => {
        const segments = gammaSegments(shape);
        const odds = lastYearOdds(segments, contactsPerYear, picked);
        expect(weighted(segments, odds)).toBeCloseTo(1, 9);
        for (const [index, each] of odds.entries()) {
          expect(each * picked).toBeLessThanOrEqual(1 + 1e-9);
          expect(each).toBeGreaterThanOrEqual((odds[index - 1] ?? 0) - 1e-9);
        }
      }),
    );
  });

  test("of two segments with 0 and 1 contact in expectation, by hand", () => {
    const segments = [
      { weight: 0.5, multiplier: 0 },
      { weight: 0.5, multiplier: 2 },
    ];
    // Picked: the 0.5 (1 − 2/e) above one contact, and 0.1 less that, of the 0.5/e with one. All picked are of the
    // second.
    expect(lastYearOdds(segments, 0.5, 0.1)).toEqual([0, 2]);
    // Picked: the 0.5 (1 − 1/e) with any, and of the others, 0.5 of the first and 0.5/e of the second, in equal shares.
    const any = 0.5 * (1 - Math.exp(-1));
    const tie = (0.5 - any) / (1 - any);
    expect(lastYearOdds(segments, 0.5, 0.5)).toEqual([
      expect.closeTo(tie / 0.5, 12),
      expect.closeTo((1 - Math.exp(-1) + tie * Math.exp(-1)) / 0.5, 12),
    ]);
  });

  test("with very many contacts, exactly the people with the most need are picked", () => {
    const segments = gammaSegments(0.5);
    const odds = lastYearOdds(segments, 1e9, 0.05);
    expect(odds).toEqual([0, 0, 0, 0, 20, 20, 20, 20, 20].map((each) => expect.closeTo(each, 9)));
  });

  test("is 1 for all if the share picked is 0, 1 or NaN", () => {
    const segments = gammaSegments(0.5);
    const ones = segments.map(() => 1);
    for (const picked of [0, 1, 1.5, Number.NaN]) expect(lastYearOdds(segments, 2, picked)).toEqual(ones);
    expect(lastYearOdds(segments, 0, 0.05)).toEqual(ones.map((one) => expect.closeTo(one, 12)));
  });
});

describe("regressionToTheMean(options)", () => {
  // The shape 0.145 of the top 5% of patients, who have 51.4% of the cost (Health Foundation 2019), and 2 contacts a
  // year.
  const top5 = { segments: gammaSegments(0.145), contactsPerYear: 2, picked: 0.05 };

  test("of the top 5% is 6% if need persists, and 40% if it persists for 60% of people, to half a point", () => {
    expect(Math.abs((regressionToTheMean({ ...top5, persistence: 1 })?.regression ?? 0) - 0.06)).toBeLessThan(0.005);
    expect(Math.abs((regressionToTheMean({ ...top5, persistence: 0.6 })?.regression ?? 0) - 0.4)).toBeLessThan(0.005);
  });

  test("if need persists, the picked have the gamma–Poisson posterior mean (k + y) / (k + μ), within 2%", () => {
    fc.assert(
      fc.property(
        shapeOf,
        fc.double({ min: 0.5, max: 50, noNaN: true }),
        fc.double({ min: 0.005, max: 0.2, noNaN: true }),
        (shape, contactsPerYear, picked) => {
          const { before, after } = regressionToTheMean({
            segments: gammaSegments(shape),
            contactsPerYear,
            picked,
            persistence: 1,
          }) ?? { before: Number.NaN, after: Number.NaN };
          relative(after, (contactsPerYear * (shape + before)) / (shape + contactsPerYear), 0.02);
        },
      ),
    );
  });

  test("if no need persists, the picked have the mean contacts of all people", () => {
    fc.assert(
      fc.property(shapeOf, contactsOf, shareOf, (shape, contactsPerYear, picked) => {
        const segments = gammaSegments(shape);
        const { after } = regressionToTheMean({ segments, contactsPerYear, picked, persistence: 0 }) ?? { after: 0 };
        relative(after, contactsPerYear, 1e-9);
      }),
    );
  });

  test("falls as persistence rises, and is 0 if all people are picked", () => {
    fc.assert(
      fc.property(
        shapeOf,
        contactsOf,
        shareOf,
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (shape, contactsPerYear, picked, persistence) => {
          const of = { segments: gammaSegments(shape), contactsPerYear };
          const [less, more] = [persistence, persistence + 0.1].map(
            (each) => regressionToTheMean({ ...of, picked, persistence: each })?.regression ?? Number.NaN,
          );
          expect(more).toBeLessThanOrEqual(less + 1e-9);
          expect(more).toBeGreaterThan(-1e-9);
          const all = regressionToTheMean({ ...of, picked: 1, persistence });
          expect(all?.regression).toBeCloseTo(0, 9);
          relative(all?.before ?? 0, contactsPerYear, 1e-9);
        },
      ),
    );
  });

  test("the picked had the share of contacts of the fit, within 2%", () => {
    const fit = { top: 0.05, share: 0.6, contactsPerYear: 4 };
    const { before } = regressionToTheMean({ ...fit, picked: 0.05, persistence: 1 }) ?? { before: 0 };
    relative(before, (4 * 0.6) / 0.05, 0.02);
  });

  test("the top can be of need itself", () => {
    const fit = { top: 0.05, share: 0.514, contactsPerYear: 2, picked: 0.05, persistence: 1 };
    const { segments = [] } = segmentsOfNeed(fit) ?? {};
    expect(regressionToTheMean({ ...fit, of: "need" })).toEqual(regressionToTheMean({ ...fit, segments }));
    expect(regressionToTheMean({ ...fit, of: "contacts" })).toEqual(regressionToTheMean(fit));
  });

  test("is undefined if an option is outside its bounds, or no gamma fits", () => {
    for (const wrong of [
      { contactsPerYear: 0 },
      { picked: 0 },
      { picked: 1.1 },
      { persistence: -0.1 },
      { persistence: 1.1 },
      { persistence: Number.NaN },
      { segments: [{ weight: 1, multiplier: 2 }] },
      { segments: [{ weight: 0.5, multiplier: 2 }] },
    ])
      expect(regressionToTheMean({ ...top5, persistence: 1, ...wrong })).toBeUndefined();
    const poisson = { top: 0.05, share: 0.13, contactsPerYear: 2, picked: 0.05, persistence: 1 };
    expect(regressionToTheMean(poisson)).toBeUndefined();
  });
});
