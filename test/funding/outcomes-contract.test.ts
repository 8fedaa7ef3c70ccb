import { describe, expect, test } from "vitest";
import type { Posting, Project } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { sum } from "./deals.js";
import published from "./finance.json" with { type: "json" };
import { balances, flows, project } from "./projects.js";

const { outcomesContract } = rules.finance;

/** The yearly return at which an investor's payments and receipts have a present value of 0, by bisection. */
const returnOf = (postings: readonly Posting[], years: number): number => {
  const balance = balances(postings, "investor", years);
  const worth = (rate: number): number =>
    sum(balance.map((pence, at) => (pence - (balance[at - 1] ?? 0)) / (1 + rate) ** at));
  let [low, high] = [-0.99, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (worth(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
};

describe("outcomesContract, as Peterborough's (2010–15)", () => {
  const { cohortThresholdPercent, pooledThresholdPercent, firstCohortPercent, pooledPercent } = published.peterborough;
  const { treatedPer100, controlPer100, investorReturnPercentPerYear, years } = published.peterborough;
  // Outcomes are points by which a cohort's reconvictions fall. Both cohorts have the same size, so the second fell by
  // twice 9 less 8.4 (derived). £100 is the capital, and £6.45 a point a price that is not published (an assumption).
  const second = 2 * pooledPercent - firstCohortPercent;
  const contract = outcomesContract({
    commissioner: "treasury",
    poundsEach: 6.45,
    capPounds: 150,
    threshold: cohortThresholdPercent,
    final: { year: years + 1, threshold: 2 * pooledThresholdPercent },
  });
  const cohorts = (first: number, second: number): Project =>
    project({ doer: "charity", costs: [100_00, 0, 0, 0, 0, 0], saves: [], outcomes: [0, 0, 0, first, 0, second] });
  const payments = (postings: readonly Posting[]) => flows(postings, "treasury", "investor");

  test("the first cohort's fall is the one published, and pays nothing", () => {
    expect(100 * (1 - treatedPer100 / controlPer100)).toBeCloseTo(firstCohortPercent, 1);
    expect(payments(contract(cohorts(firstCohortPercent, 0)))).toEqual([]);
    expect(payments(contract(cohorts(cohortThresholdPercent, 0)))).toEqual([[4, 64_50]]);
  });

  test("all together fell by enough: the investors get their capital back and just over 3 % a year", () => {
    const postings = contract(cohorts(firstCohortPercent, second));
    expect(payments(postings)).toEqual([[6, 116_10]]);
    const perYear = 100 * returnOf(postings, 6);
    expect(perYear).toBeGreaterThan(investorReturnPercentPerYear);
    expect(perYear).toBeLessThan(investorReturnPercentPerYear + 0.25);
  });

  test("just below both thresholds the investors lose all: the cliff is the price of all outcomes", () => {
    expect(payments(contract(cohorts(7.49, 7.49)))).toEqual([]);
    expect(payments(contract(cohorts(7.5, 7.5)))).toEqual([[6, 96_75]]);
    expect(returnOf(contract(cohorts(7.49, 7.49)), 6)).toBeCloseTo(-0.99, 6);
  });

  test("a cohort that was paid is not paid again at the end", () => {
    expect(payments(contract(cohorts(10, 5)))).toEqual([
      [4, 64_50],
      [6, 32_25],
    ]);
  });
});

describe("outcomesContract({ capPounds, topUp })", () => {
  test("pays at most its cap over all years, and the centre pays its share of that", () => {
    const contract = outcomesContract({ commissioner: "hospital", poundsEach: 10, capPounds: 150, topUp: "20%" });
    const postings = contract(project({ costs: [50_00, 0, 0], outcomes: [6, 6, 6] }));
    expect(flows(postings, "hospital", "investor")).toEqual([
      [1, 48_00],
      [2, 48_00],
      [3, 24_00],
    ]);
    expect(sum(flows(postings, "treasury", "investor").map(([, pence]) => pence))).toBe(30_00);
    expect(flows(postings, "investor", "council")).toEqual([[1, 50_00]]);
  });
});
