import { describe, expect, test } from "vitest";
import { segmentsOfNeed } from "../../src/base/appraisal/concentration.js";
import { gammaInequality } from "../../src/base/appraisal/lorenz.js";
import { concentration } from "../../src/results/money/concentration.js";
import type { Need, Segment } from "../../src/scenario/people/need.js";
import { example } from "../support/read.js";

const scenario = example("fdac/scenario.yaml");
const [cohort] = Object.values(scenario.cohorts);

/** An example with these segments of need in its only cohort. */
const scenarioWith = (segments: readonly Segment[] | null) => {
  const need: Need | null = segments && { segments, services: [], persistence: cohort.size };
  return { ...scenario, cohorts: { clients: { ...cohort, need } } };
};

describe("concentration(scenario)", () => {
  test("of two segments, by hand: 20% of people make 80% of demand", () => {
    const rows = concentration(
      scenarioWith([
        { weight: 0.8, multiplier: 0.25 },
        { weight: 0.2, multiplier: 4 },
      ]),
    );
    const near = (value: number) => expect.closeTo(value, 12);
    expect(rows).toEqual([
      {
        ...{ cohort: "clients", segment: 1, weight: 0.8, multiplier: 0.25, people: 0.8, demand: near(0.2), top: 1 },
        ...{ topShare: 1, paretoAlpha: null, lognormalSigma: null, gini: near(0.6) },
      },
      {
        // Alpha is log 5 / log 4, the 80:20 of Pareto; sigma is twice the normal quantile of 0.8.
        ...{ cohort: "clients", segment: 2, weight: 0.2, multiplier: 4, people: 1, demand: near(1), top: 0.2 },
        ...{ topShare: near(0.8), paretoAlpha: near(Math.log(5) / Math.log(4)), gini: near(0.6) },
        lognormalSigma: near(2 * 0.8416212335729143),
      },
    ]);
  });

  test("of a fitted gamma lies on its Lorenz curve, and the two sides of a cut sum to 1", () => {
    const { shape, segments } = segmentsOfNeed({ top: 0.05, share: 0.514 }) ?? { shape: 1, segments: [] };
    const rows = concentration(scenarioWith(segments));
    const { lorenz } = gammaInequality(shape);
    for (const [index, row] of rows.entries()) {
      expect(row.demand).toBeCloseTo(lorenz(row.people), 9);
      expect(row.people + (rows[index + 1]?.top ?? 0)).toBeCloseTo(1, 12);
      expect(row.demand + (rows[index + 1]?.topShare ?? 0)).toBeCloseTo(1, 12);
    }
    // Health Foundation (2019): the top 5% of patients with 51.4% of the cost, alpha 1.29.
    const row = rows.find(({ top }) => Math.abs(top - 0.05) < 1e-9);
    expect([row?.topShare, row?.paretoAlpha]).toEqual([expect.closeTo(0.514, 9), expect.closeTo(1.29, 2)]);
  });

  test("has the Gini of the segments, which is a little less than that of the gamma they cut", () => {
    const { shape, segments } = segmentsOfNeed({ top: 0.05, share: 0.5 }) ?? { shape: 1, segments: [] };
    expect(concentration(scenarioWith(segments))[0].gini).toBeCloseTo(0.8138, 4);
    expect(gammaInequality(shape).gini).toBeCloseTo(0.834, 4);
  });

  test("has no rows if all people have the same need", () => expect(concentration(scenarioWith(null))).toEqual([]));
});
