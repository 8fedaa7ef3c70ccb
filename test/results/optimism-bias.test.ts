import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publicValue } from "../../src/results/money/public-value.js";
import { bare, reaching } from "../support/bare.js";
import { lawOf } from "../support/law.js";
import { read } from "../support/read.js";
import { agencies, type Effects, once, rowOf, run, saved } from "./public-plan.js";

describe("optimism bias", () => {
  const shares = [0, "5%", "10%", "15%", "25%", "40%"];
  const money = { priceYear: "2024/25", discount: "none", optimismBias: { costs: shares, benefits: shares } };
  const graded = (grades: readonly number[]): Effects => ({
    budgets: { saves: { council: 80, dwp: 100 }, ...once, grade: grades[0] },
    more: { costsMore: { council: 30 }, ...once, grade: grades[1] },
    wages: { saves: { households: 200 }, layer: "economic", ...once, grade: grades[2] },
    lost: { costsMore: { households: 50 }, layer: "social", ...once, grade: grades[3] },
    benefits: { saves: { dwp: 100 }, layer: "transfer", ...once, grade: grades[4] },
  });

  // By hand: the council's 80 − 30 = 50 at the worse of grades 2 and 5 (25%), and the department's 100 at 5%. Costs are
  // raised by 15%, the economic 200 is cut by 10%, and the social loss of 50 is raised by 5%.
  test("raises costs and losses, and cuts gains, each agency's year at the worst of its grades", () => {
    const simulation = run(graded([2, 5, 3, 2, 2]), { money }, 4);
    const society = rowOf(simulation, "society");
    expect(society.costs).toBeCloseTo(115, 9);
    expect(society.fiscal).toBeCloseTo(0.75 * 50 + 0.95 * 100, 9);
    expect(society.economic).toBeCloseTo(180, 9);
    expect(society.social).toBeCloseTo(-52.5, 9);
    expect(society.countedTwice).toBeCloseTo(95, 9);
    expect(society.publicValue).toBeCloseTo(37.5 + 95 + 180 - 52.5 - 95, 9);
    expect(society.optimismBias).toBeCloseTo(50 + 200 - 50 - 100 - (37.5 + 180 - 52.5 - 115), 9);
    expect(rowOf(simulation, "dwp").publicValue).toBeCloseTo(0, 9);
  });

  test("takes the mean of the grades if the scenario asks for it", () => {
    const mean = { ...money, optimismBias: { table: money.optimismBias, combine: "mean" as const } };
    expect(rowOf(run(graded([2, 5, 3, 2, 2]), { money: mean }, 4), "council").fiscal).toBeCloseTo(50 * 0.85, 9);
  });

  test("takes the grade of a formula from its numbers, and the worst grade if none is stated", () => {
    const quantities = { reached: { value: 0.5, grade: 3 }, works: { value: 0.4, grade: 4 } };
    const parts = {
      money,
      quantities,
      services: { visit: { unit: "visit", cost: { council: 100 }, cashable: 1, grade: 1 } },
      demand: { visits: { to: "visit", contacts: 10, per: "everyone", every: "year" } },
    };
    expect(rowOf(run({ fewer: { cut: { visit: "reached * works" } } }, parts, 1), "council").fiscal).toBeCloseTo(
      170,
      9,
    );
    expect(rowOf(run({ fewer: { cut: { visit: 0.2 } } }, parts, 1), "council").fiscal).toBeCloseTo(120, 9);
  });

  // By hand: 2 of 10 visits are averted. Without any grade each agency's gain is cut by 40%.
  test("corrects every agency that pays for the same contacts", () => {
    const parts = {
      money,
      services: { visit: { unit: "visit", cost: { council: 100, dwp: 50 }, cashable: 1 } },
      demand: { visits: { to: "visit", contacts: 10, per: "everyone", every: "year" } },
    };
    const simulation = run({ fewer: { cut: { visit: 0.2 } } }, parts);
    expect(rowOf(simulation, "council").fiscal).toBeCloseTo(0.6 * 200, 9);
    expect(rowOf(simulation, "dwp").fiscal).toBeCloseTo(0.6 * 100, 9);
  });

  test("warns of numbers without a grade, and of a table that is not verified", () => {
    const unverified = { ...money, optimismBias: "greater-manchester-2014" };
    const { warnings } = read(
      bare({ agencies, money: unverified, interventions: { plan: reaching({ effects: saved }) } }),
    );
    expect(warnings.map(({ what }) => what)).toEqual([
      "The corrections of greater-manchester-2014 were not checked against their source.",
      `5 numbers without a grade count as grade 6, the worst: ${[
        "interventions.plan.effects.benefits.saves.dwp",
        "interventions.plan.effects.budgets.saves.council",
        "interventions.plan.effects.budgets.saves.dwp",
        "interventions.plan.effects.health.saves.households",
        "interventions.plan.effects.wages.saves.households",
      ].join(", ")}.`,
    ]);
  });

  const grade = fc.integer({ min: 1, max: 6 });
  const table = fc
    .array(fc.integer({ min: 0, max: 100 }), { minLength: 6, maxLength: 6 })
    .map((percents) => percents.sort((a, b) => a - b).map((percent) => percent / 100));

  lawOf(
    "a worse grade never makes a better case",
    fc.record({
      grades: fc.array(grade, { minLength: 6, maxLength: 6 }),
      worse: fc.nat(5),
      costs: table,
      benefits: table,
      combine: fc.constantFrom("worst" as const, "mean" as const),
    }),
    ({ grades, worse, costs, benefits, combine }) => {
      const biased = { ...money, optimismBias: { table: { costs, benefits }, combine } };
      const caseOf = (all: readonly number[]) => publicValue(run(graded(all), { money: biased }, all[5]));
      const before = caseOf(grades);
      const after = caseOf(grades.map((each, at) => (at === worse ? Math.min(6, each + 1) : each)));
      for (const [at, row] of after.entries())
        for (const key of ["netPublicValue", "net", "publicValue", "cash", "fiscal"] as const)
          expect(row[key]).toBeLessThanOrEqual(before[at][key] + 1e-9);
    },
    40,
  );
});
