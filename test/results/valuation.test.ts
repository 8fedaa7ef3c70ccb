import { describe, expect, test } from "vitest";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { type Effects, rowOf, run, saved } from "./public-plan.js";

describe("the valuation", () => {
  const parts = (valuation: ScenarioForm["money"]["valuation"]): Partial<ScenarioForm> => ({
    time: { start: "2019-04-01", years: 2, cycle: "year" },
    money: { priceYear: "2019", discount: { costs: "3.5%", outcomes: "1.5%" }, ...(valuation ? { valuation } : {}) },
    services: { life: { unit: "year", worth: "society" }, calm: { unit: "point", worth: "households" } },
    demand: {
      years: { to: "life", contacts: 2, per: "everyone", every: "year" },
      points: { to: "calm", contacts: 1, per: "everyone", every: "year" },
    },
  });
  const better: Effects = { better: { raise: { life: "50%", calm: "100%" } } };

  test("prices no outcome by default", () => {
    expect(rowOf(run(better, parts(undefined)), "society")).toMatchObject({ outcomes: 0, publicValue: 0 });
  });

  // By hand: one more QALY in each year. £70,000 in 2020/21 prices is converted to those of 2019 (81.1085): three
  // quarters of the index of 2020 and a quarter of that of 2021. The second year is discounted at 1.5%.
  test("values an outcome in the prices of the results, discounted by the outcomes' own schedule", () => {
    const simulation = run(better, parts({ outcomes: { life: "qaly-green-book-2022", calm: "wellby-2021" } }));
    const qalys = 70000 * (81.1085 / (0.75 * 85.2137 + 0.25 * 85.6358)) * (1 + 1 / 1.015);
    expect(rowOf(simulation, "households").outcomes).toBeCloseTo(13000 * (1 + 1 / 1.015), 6);
    expect(rowOf(simulation, "society").outcomes).toBeCloseTo(qalys + 13000 * (1 + 1 / 1.015), 6);
    expect(rowOf(simulation, "society").netPublicValue).toBeCloseTo(qalys + 13000 * (1 + 1 / 1.015) - 100, 6);
  });

  test("takes a value from the scenario", () => {
    const own = { pounds: 1000, priceYear: "2019", source: "assumption" };
    const { outcomes } = rowOf(run(better, parts({ outcomes: { life: own } })), "society");
    expect(outcomes).toBeCloseTo(1000 * (1 + 1 / 1.015), 6);
  });

  // Half the median income weighs 2 ^ 1.3 = 2.462 (HM Treasury, The Green Book 2022, A3).
  test("weights a pound by income, beside the unweighted figure", () => {
    const valuation = { weights: { reference: 30000, incomes: { households: 15000 } } };
    const money = { priceYear: "2024/25", discount: "none", valuation };
    const simulation = run(saved, { money });
    expect(rowOf(simulation, "society").netPublicValue).toBeCloseTo(210, 9);
    expect(rowOf(simulation, "society").netWeighted).toBeCloseTo(-20 + 230 * 2 ** 1.3, 9);
    expect(rowOf(simulation, "households").netWeighted).toBeCloseTo(230 * 2.462, 0);
  });
});
