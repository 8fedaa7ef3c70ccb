import { describe, expect, test } from "vitest";
import { frontier } from "../../src/base/appraisal/cost-effectiveness.js";
import published from "./frontier.json" with { type: "json" };

/** The cases, with outcomes in the unit of their printed ratios. */
const cases = published.cases.map(({ options, outcomesPerUnit = 1, icer, increments = {}, ...rest }) => ({
  ...rest,
  options: options.map(({ name, cost, outcome }) => ({ name, cost, outcome: outcome / outcomesPerUnit })),
  icer: new Map(Object.entries(icer)),
  increments: new Map(Object.entries(increments)),
}));

describe.each(cases)(
  "$name",
  ({ options, frontier: best, icer, increments, extended, dominated, relativeTolerance }) => {
    const rows = frontier(options);
    const named = (status: string): readonly string[] =>
      rows.filter((row) => row.status === status).map(({ name }) => name);
    const near = (actual: number | null, printed: number): void =>
      expect(Math.abs((actual ?? Number.NaN) / printed - 1)).toBeLessThanOrEqual(relativeTolerance);

    test("has the published frontier, in its order, and the others dominated as published", () => {
      expect(named("frontier")).toEqual(best);
      expect(named("extended").toSorted()).toEqual(extended.toSorted());
      expect(named("dominated").toSorted()).toEqual(dominated.toSorted());
    });

    test("has the published ratios, and none for the cheapest and the dominated", () => {
      for (const { name, icer: actual, incrementalCost, incrementalOutcome } of rows) {
        const [cost, outcome] = increments.get(name) ?? [];
        if (icer.has(name)) near(actual, icer.get(name) as number);
        else expect([actual, incrementalCost, incrementalOutcome], name).toEqual([null, null, null]);
        if (cost !== undefined) near(incrementalCost, cost);
        if (outcome !== undefined) near(incrementalOutcome, outcome);
      }
    });
  },
);
