import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finance } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { sampleRules } from "../../src/laws/index.js";
import { project, projects } from "./projects.js";
import { refusal } from "./refusal.js";

const { revolvingLoan, transformationGrant, outcomesContract } = rules.finance;

/** Every finance rule as the laws try it, and some with odd parameters. */
const financeRules: Readonly<Record<string, Finance>> = {
  ...sampleRules.finance,
  revolvingLoan: revolvingLoan({ fundPounds: 2_000, lends: 0.8, repays: "75%" }),
  transformationGrant: transformationGrant({ share: 0.4, years: 3 }),
  outcomesContract: outcomesContract({
    commissioner: "hospital",
    poundsEach: 1.23,
    capPounds: 2_000,
    threshold: 60,
    final: { year: 4, threshold: 60 },
    topUp: 0.2,
  }),
};

describe.each(Object.entries(financeRules))("%s", (_, rule) => {
  test("pays whole pence, more than 0, between two parties, and says why", () => {
    fc.assert(
      fc.property(projects, (project) => {
        for (const { from, to, pence, why, year } of rule(project)) {
          expect(Number.isInteger(pence) && pence > 0 && from !== to && why !== "").toBe(true);
          expect(year >= 1 && year <= 6).toBe(true);
        }
      }),
    );
  });

  test("does not depend on later years", () => {
    fc.assert(
      fc.property(projects, fc.integer({ min: 1, max: 6 }), ({ doer, costs, saves, outcomes }, years) => {
        const toDate = rule({
          doer,
          costs: costs.slice(0, years),
          saves: saves.slice(0, years),
          outcomes: outcomes.slice(0, years),
        });
        expect(toDate).toEqual(rule({ doer, costs, saves, outcomes }).filter(({ year }) => year <= years));
      }),
    );
  });

  test("pays nothing for a scheme without costs", () => {
    expect(rule(project({ costs: [0, 0, 0, 0], saves: [0, 0, 0, 0], outcomes: [0, 0, 0, 0] }))).toEqual([]);
  });
});

describe("transformationGrant({ share, years })", () => {
  test("pays its share of each year's cost within its term, from the Treasury, and gets nothing back", () => {
    const postings = transformationGrant({ share: "40%", years: 2 })(
      project({ costs: [100_00, 50_01, 70_00], saves: [0, 500_00, 500_00] }),
    );
    expect(postings.map(({ from, to, pence, year }) => [year, from, to, pence])).toEqual([
      [1, "treasury", "council", 40_00],
      [2, "treasury", "council", 20_00],
    ]);
  });
});

describe("a parameter beyond its bounds is refused, with the reason", () => {
  const bond = { commissioner: "hospital", poundsEach: 10, capPounds: 100 };
  test.each<[string, () => unknown, RegExp]>([
    ["a fund below 0", () => revolvingLoan({ fundPounds: -1 }), /fundPounds .*borrow from its borrowers/],
    ["repaying more than is saved", () => revolvingLoan({ fundPounds: 1, repays: 2 }), /repays .*other money/],
    ["lending more than the cost", () => revolvingLoan({ fundPounds: 1, lends: "150%" }), /lends .*at most the cost/],
    ["a grant above the cost", () => transformationGrant({ share: 1.5 }), /share .*more than there is/],
    ["a grant of no years", () => transformationGrant({ share: 1, years: 0 }), /years .*before it begins/],
    ["a price below 0", () => outcomesContract({ ...bond, poundsEach: -1 }), /poundsEach .*pay for failure/],
    ["a cap below 0", () => outcomesContract({ ...bond, capPounds: -1 }), /capPounds .*pay for success/],
    ["a threshold above the cap", () => outcomesContract({ ...bond, threshold: 11 }), /threshold .*within the cap/],
    [
      "a final threshold above the cap",
      () => outcomesContract({ ...bond, final: { year: 2, threshold: 11 } }),
      /final.threshold .*within the cap/,
    ],
    ["a top-up past 1", () => outcomesContract({ ...bond, topUp: 1.1 }), /topUp .*all of a payment/],
    ["an investor that pays itself", () => outcomesContract({ ...bond, commissioner: "investor" }), /pay itself/],
  ])("%s", (_, make, message) => {
    expect(refusal(make)).toMatch(message);
  });
});
