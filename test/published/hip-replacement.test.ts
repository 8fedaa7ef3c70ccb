import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { costEffectiveness } from "../../src/results/uncertainty/cost-effectiveness.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { centralOf } from "../support/central.js";
import { example } from "../support/read.js";
import published from "./hip-replacement.json" with { type: "json" };

const hip = (years: number): Scenario => example("hip-replacement/scenario.yaml", { "time.years": years });
const people = 1000;
const strategies = ["standard", "np1"] as const;

// Business as usual is the standard prosthesis, whose price at entry both arms pay.
const strategyOf = (arm: (typeof strategies)[number]) => (arm === "standard" ? "without" : arm);
const entry = 394;

describe.each([60, 59] as const)(
  "a hip that lasts longer (Briggs and others 2006, exercise 3.5), after %i moves",
  (years) => {
    const { cost, qalys, costOfAQaly } = published.afterYears[years];
    const scenario = hip(years);
    const central = centralOf(scenario);
    const digits = { 60: { cost: 6, qalys: 7, costOfAQaly: 6 }, 59: { cost: 4, qalys: 5, costOfAQaly: 3 } }[years];

    test.each(strategies)("%s costs and gives QALYs as heemod prints them", (strategy) => {
      expect(entry + central.cost(strategyOf(strategy)) / people).toBeCloseTo(cost[strategy], digits.cost);
      expect(central.outcome(strategyOf(strategy), "qaly") / people).toBeCloseTo(qalys[strategy], digits.qalys);
    });

    test("the cost of a QALY is as printed", () => {
      const rows = costEffectiveness(simulate(scenario, { draws: 256 }), { outcome: "qaly" });
      expect(rows.map(({ strategy, status }) => [strategy, status])).toEqual([
        ["without", "frontier"],
        ["np1", "frontier"],
      ]);
      const more = (value: (strategy: string) => number): number => value("np1") - value("without");
      const price = more((strategy) => central.cost(strategy)) / more((strategy) => central.outcome(strategy, "qaly"));
      expect(price).toBeCloseTo(costOfAQaly, digits.costOfAQaly);
      // The book's own ranges: the ratio of the means of the draws is near that of the central run.
      expect(Math.abs((rows[1].icer ?? 0) / costOfAQaly - 1)).toBeLessThan(0.05);
    });
  },
);

describe("the first eight years of a hip", () => {
  const { cost, outcome, trace } = centralOf(hip(8));

  test.each(strategies)("%s: people in each state", (strategy) => {
    const rows = trace(strategyOf(strategy), published.trace.states).map((row) => row.map((each) => each / people));
    expect(rows).toEqual(published.trace[strategy].map((row) => row.map((share) => expect.closeTo(share, 8))));
  });

  test("standard: cost of revisions, and QALYs", () => {
    const rows = published.valuesOfStandard.years.map((_, index) => [
      cost("without", { year: index + 1 }) / people,
      outcome("without", "qaly", index + 1) / people,
    ]);
    expect(rows).toEqual(published.valuesOfStandard.years.map((row) => row.map((value) => expect.closeTo(value, 8))));
  });
});

// Everybody is well from the second year on, so the years since the operation are those in the state and one more.
test("a revision by the time since people are well, in stages, is the same model", () => {
  const since = "1 - exp(scale * relativeHazard * ((since.well + 1) ^ shape - (since.well + 2) ^ shape))";
  const { cost, outcome } = centralOf(
    example("hip-replacement/scenario.yaml", { "time.years": 60, "quantities.revision": since }),
  );
  const { cost: pounds, qalys } = published.afterYears[60];
  for (const strategy of strategies) {
    expect(entry + cost(strategyOf(strategy)) / people).toBeCloseTo(pounds[strategy], 6);
    expect(outcome(strategyOf(strategy), "qaly") / people).toBeCloseTo(qalys[strategy], 7);
  }
});
