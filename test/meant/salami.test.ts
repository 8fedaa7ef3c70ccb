import { describe, expect, test } from "vitest";
import type { Simulation } from "../../src/engine/simulate.js";
import { plausibility } from "../../src/report/plausibility/plausibility.js";
import { budgetGap } from "../../src/results/people/budget-gap.js";
import { decide } from "../../src/results/rules/decide.js";
import { settle } from "../../src/results/rules/settle.js";
import { scenarioIn } from "../support/read.js";
import { meant, readMeant } from "./meant.js";

/** Budgets that a regime leaves an agency with in each year of business as usual, in millions of pounds. */
const budgets = (simulation: Simulation, agency: string): readonly number[] =>
  budgetGap(simulation).flatMap((row) =>
    row.agency === agency && row.strategy === "without" ? [Number((row.budget / 1e6).toFixed(2))] : [],
  );

describe("an allocate rule with a cut", () => {
  const under = (regime: string, set = {}) => meant("salami-with-a-cut", set, 1, regime);

  test("the pot shrinks by 2% a year: £100m, £98m, £96.04m, £94.12m", () => {
    expect(budgets(under("salami"), "council")).toEqual([100, 98, 96.04, 94.12]);
  });

  test("with protect the council bears 2% of £300m, then of £294m and £288.12m", () => {
    expect(budgets(under("protected"), "council")).toEqual([100, 94, 88.12, 82.36]);
    expect(Math.min(...budgets(under("protected"), "hospital"))).toBeGreaterThanOrEqual(200);
  });

  test("no cut is the rule alone, bit for bit", () => {
    const alone = budgetGap(meant("salami", {}, 1, "salami"));
    expect(budgetGap(under("salami", { "regimes.salami.allocate.cut": "0%" }))).toEqual(alone);
  });

  test("settle and decide differ between a cut for all and one for the council alone", () => {
    const simulation = meant("salami-with-a-cut", {}, 1);
    const budgetsIn = (regime: string) => settle(simulation, regime).map(({ budget }) => budget);
    expect(budgetsIn("salami")).not.toEqual(budgetsIn("protected"));
    expect(decide(simulation, ["salami"])).not.toEqual(decide(simulation, ["protected"]));
  });

  test("check finds the rule that leaves every budget as planned, and nothing where there is a cut", () => {
    const addresses = (name: string) =>
      plausibility(scenarioIn(readMeant(name))).warnings.map(({ address }) => address);
    expect(addresses("salami")).toContain("regimes.salami.allocate");
    expect(addresses("salami-with-a-cut")).toEqual([]);
  });
});
