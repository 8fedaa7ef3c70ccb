import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segmentsOfNeed, topShareOfNeed } from "../../src/base/appraisal/concentration.js";
import {
  gammaInequality,
  type Inequality,
  lognormalInequality,
  lognormalSigma,
  paretoAlpha,
  paretoInequality,
  segmentInequality,
  topShareOf,
} from "../../src/base/appraisal/lorenz.js";
import { relative } from "./relative.js";

const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const logShape = fc.double({ min: Math.log(0.05), max: Math.log(50), noNaN: true });

/**
 * The Gini coefficient, 1 − 2 × the area under the curve: Simpson's rule on p = 1 − (1 − s)^4, which is finer at the
 * top.
 */
const giniByNumbers = ({ lorenz }: Inequality): number => {
  const steps = 4000;
  let sum = 0;
  for (let step = 0; step <= steps; step++) {
    const s = step / steps;
    const weight = step === 0 || step === steps ? 1 : 2 + 2 * (step % 2);
    sum += weight * lorenz(1 - (1 - s) ** 4) * 4 * (1 - s) ** 3;
  }
  return 1 - (2 * sum) / (3 * steps);
};

describe("paretoAlpha({ top, share }) and its Gini coefficient", () => {
  test.each([
    // Watt and others, High-cost, high-need patients in England (Health Foundation 2019): the top 5% of patients, £147m
    // of £286m.
    [0.05, 0.514, 1.29, 0.64],
    // Kelly, Stoye and Vera-Hernández, Public hospital spending in England (IFS 2015): the top 1% of the population.
    [0.01, 0.32, 1.33, 0.6],
    // British Red Cross, Nowhere else to turn (2021): 0.67% of people; their shares of A&E attendances, ambulance
    // journeys and emergency admissions.
    [0.0067, 0.16, 1.58, 0.46],
    [0.0067, 0.29, 1.33, 0.6],
    [0.0067, 0.26, 1.37, 0.58],
    // Community budget pilot, West London (Publicnet 2012): the top 20% of residents, of health and social care.
    [0.2, 0.8, 1.16, 0.76],
    // The cost of troubled families (DCLG 2013): 3% of families in Solihull, of the council's budget.
    [0.03, 0.18, 1.96, 0.34],
  ])("the top %d have %d: alpha %d, Gini %d", (top, part, alpha, gini) => {
    const fitted = paretoAlpha({ top, share: part }) ?? Number.NaN;
    expect(Math.abs(fitted - alpha)).toBeLessThan(0.0051);
    expect(Math.abs(paretoInequality(fitted).gini - gini)).toBeLessThan(0.0051);
  });
});

const fits: readonly (readonly [string, (top: number, share: number) => Inequality])[] = [
  ["Pareto", (top, share) => paretoInequality(paretoAlpha({ top, share }) ?? Number.NaN)],
  ["lognormal", (top, share) => lognormalInequality(lognormalSigma({ top, share }) ?? Number.NaN)],
  ["gamma", (top, share) => gammaInequality(segmentsOfNeed({ top, share })?.shape ?? Number.NaN)],
];

describe.each(fits)("the %s that fits a top share", (name, fit) => {
  const tops = fc.tuple(
    fc.double({ min: 0.005, max: 0.5, noNaN: true }),
    fc.double({ min: 0.1, max: 0.9, noNaN: true }),
  );

  test("gives the top its share", () => {
    fc.assert(
      fc.property(tops, ([top, part]) => {
        const ofTop = top + part * (1 - top);
        relative(topShareOf(fit(top, ofTop), top), ofTop, 1e-9);
      }),
    );
  });

  test("has a curve from 0 to 1 below the straight line, that never falls and bends up", () => {
    fc.assert(
      fc.property(tops, share, share, ([top, part], p, q) => {
        const { lorenz } = fit(top, top + part * (1 - top));
        expect([lorenz(0), lorenz(1)]).toEqual([0, 1]);
        expect(lorenz(p)).toBeLessThanOrEqual(p + 1e-12);
        expect(lorenz(Math.min(p, q))).toBeLessThanOrEqual(lorenz(Math.max(p, q)) + 1e-12);
        expect(lorenz((p + q) / 2)).toBeLessThanOrEqual((lorenz(p) + lorenz(q)) / 2 + 1e-12);
      }),
    );
  });

  test("has the Gini coefficient of its curve, which rises with the share", () => {
    const of = (ofTop: number) => fit(0.05, ofTop);
    for (const ofTop of [0.1, 0.3, 0.514, 0.7]) {
      expect(of(ofTop).gini).toBeCloseTo(giniByNumbers(of(ofTop)), name === "Pareto" ? 4 : 6);
      expect(of(ofTop + 0.01).gini).toBeGreaterThan(of(ofTop).gini);
    }
  });
});

describe("paretoAlpha and lognormalSigma", () => {
  test("are undefined if the share is not between top and 1", () => {
    for (const wrong of [
      { top: 0.2, share: 0.2 },
      { top: 0.2, share: 1 },
      { top: 0, share: 0.5 },
      { top: Number.NaN, share: 0.5 },
    ])
      expect([paretoAlpha(wrong), lognormalSigma(wrong)]).toEqual([undefined, undefined]);
  });
});

describe("gammaInequality(shape)", () => {
  test.each([
    // SciPy 1.17: gammainc(shape + 1, gammaincinv(shape, p)) at 0.5, 0.8, 0.95, 0.99 and 0.999.
    [0.05, [2.6542271416171093e-7, 0.00515098826700717, 0.2131013440689311, 0.6423553342384438, 0.9290008581375644]],
    [0.145, [0.0023064318740003645, 0.10072769588077476, 0.4858167139715181, 0.8144250323543398, 0.9682665845220167]],
    [3, [0.28019745993425843, 0.6190637251276183, 0.8733041667288512, 0.9678714825484133, 0.9958651272363155]],
  ])("of %d has SciPy's curve", (k, shares) => {
    const { lorenz } = gammaInequality(k);
    for (const [index, p] of [0.5, 0.8, 0.95, 0.99, 0.999].entries()) relative(lorenz(p), shares[index], 1e-9);
  });

  test("of 1 is the exponential: p + (1 − p) log(1 − p)", () => {
    fc.assert(
      fc.property(share, (p) => {
        expect(gammaInequality(1).lorenz(p)).toBeCloseTo(p + (1 - p) * Math.log1p(-p), 12);
      }),
    );
  });

  test("the top share falls as the shape rises", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.5, noNaN: true }), logShape, (top, log) => {
        expect(topShareOfNeed(top, Math.exp(log + 0.01))).toBeLessThan(topShareOfNeed(top, Math.exp(log)));
      }),
    );
  });
});

describe("segmentInequality(segments)", () => {
  const segments = [
    { weight: 0.8, multiplier: 0.25 },
    { weight: 0.2, multiplier: 4 },
  ];

  test("of two segments, by hand", () => {
    const { lorenz, gini } = segmentInequality(segments);
    expect([0, 0.4, 0.8, 0.9, 1].map((p) => lorenz(p))).toEqual(
      [0, 0.1, 0.2, 0.6, 1].map((x) => expect.closeTo(x, 12)),
    );
    expect(gini).toBeCloseTo(0.6, 12);
  });

  test("is on the curve of the gamma at each cut, above it between, and has a slightly lower Gini coefficient", () => {
    const { shape, segments: slices } = segmentsOfNeed({ top: 0.03, share: 0.4 }) ?? { shape: 1, segments: [] };
    const [gamma, cut] = [gammaInequality(shape), segmentInequality(slices)];
    for (const p of [0.5, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995, 0.999])
      relative(cut.lorenz(p), gamma.lorenz(p), 1e-9);
    for (const p of [0.2, 0.6, 0.85, 0.96, 0.9975]) expect(cut.lorenz(p)).toBeGreaterThan(gamma.lorenz(p));
    expect(gamma.gini - cut.gini).toBeGreaterThan(0);
    expect(gamma.gini - cut.gini).toBeLessThan(0.03);
  });
});
