import { describe, expect, test } from "vitest";
import { grit, line, near, scenarioOf } from "./hand.js";

describe("account(scenario, strategy, draw)", () => {
  test("lets a rise cost its rising share, and tells a cheaper contact apart", () => {
    const scenario = scenarioOf({
      services: { bed: { unit: "night", cost: { hospital: 100 }, cashable: 0.25, rising: 0.6 } },
      ...grit({ effects: { more: { raise: { bed: 0.5 } }, less: { cut: { "services.bed.cost.hospital": 0.1 } } } }),
    });
    // 200 more at 100: avoided -20,000, cash -0.6 of it; 600 contacts served at 10 less: 6000.
    expect(line(scenario, "hospital services.bed avoided")?.money).toEqual(near([-20000, -20000]));
    expect(line(scenario, "hospital services.bed cash")?.money).toEqual(near([-12000, -12000]));
    expect(line(scenario, "hospital services.bed cheaper")?.money).toEqual(near([6000, 6000]));
  });

  test("spreads money over its time, counts it by heads, and takes it once", () => {
    const scenario = scenarioOf(
      grit({
        start: "quarter 3",
        deadweight: 0.5,
        costs: {
          once: { pays: { council: 700 }, in: "year 2" },
          over: { pays: { council: 900 }, over: "9 months", lag: "3 months" },
          heads: { pays: { council: 20 }, per: "100 people", every: "year" },
          older: {
            pays: { council: 100, hospital: { value: 50, priceYear: 2015 } },
            every: "quarter",
            until: "year 1",
          },
        },
        effects: {
          saves: { saves: { hospital: 400 }, every: "year", cashable: 0.25 },
          more: { costsMore: { council: 80 }, every: "year" },
        },
      }),
    );
    const money = (key: string) => line(scenario, key)?.money;
    // Once in the clock's year 2: t = 1.5. Over the clock's 1/4 to 1: t = 3/4 to 1 1/2, a third in the first year.
    expect(money("council interventions.grit.costs.once pays")).toEqual(near([0, 700]));
    expect(money("council interventions.grit.costs.over pays")).toEqual(near([300, 600]));
    // 20 x 10 hundreds = 200 a year, half of the first. Until the clock's 1: t = 1/2 to 1 1/2.
    expect(money("council interventions.grit.costs.heads pays")).toEqual(near([100, 200]));
    expect(money("council interventions.grit.costs.older pays")).toEqual(near([200, 200]));
    // GDP deflators: 2015 is 75.1536; 2024/25 is 0.75 x 100 + 0.25 x 102, if prices rise by 2% in 2025.
    expect(money("hospital interventions.grit.costs.older pays")).toEqual(near([10050 / 75.1536, 10050 / 75.1536]));
    // 400 less half of it that would have come anyway; what costs more is all counted, all of it cash.
    expect(money("hospital interventions.grit.effects.saves avoided")).toEqual(near([100, 200]));
    expect(money("hospital interventions.grit.effects.saves cash")).toEqual(near([25, 50]));
    expect(money("council interventions.grit.effects.more avoided")).toEqual(near([-40, -80]));
    expect(money("council interventions.grit.effects.more cash")).toEqual(near([-40, -80]));
  });

  test("discounts what goes on from the middle of a cycle, and what happens once from its start", () => {
    const parts = grit({
      costs: { on: { pays: { council: 400 }, every: "year" }, once: { pays: { council: 100 }, in: "quarter 6" } },
    });
    const byCycle = scenarioOf({
      ...parts,
      money: { priceYear: 2024, discount: { schedule: "21%", by: "cycle", from: "mid" } },
    });
    const factor = (years: number) => 1.21 ** -years;
    // Middles of the quarters: 1/8, 3/8, 5/8, 7/8, and a year later; quarter 6 starts at 1 1/4.
    const first = 100 * (factor(0.125) + factor(0.375) + factor(0.625) + factor(0.875));
    expect(line(byCycle, "council interventions.grit.costs.on pays")?.present).toEqual(near([first, first / 1.21]));
    expect(line(byCycle, "council interventions.grit.costs.once pays")?.present).toEqual(near([0, 100 * factor(1.25)]));
    const byYear = scenarioOf({ ...parts, money: { priceYear: 2024, discount: { schedule: "21%", from: "mid" } } });
    // Half-way through a year at 21 % is 1.1; once in the second year counts from its start.
    expect(line(byYear, "council interventions.grit.costs.on pays")?.present).toEqual(near([400 / 1.1, 400 / 1.331]));
    expect(line(byYear, "council interventions.grit.costs.once pays")?.present).toEqual(near([0, 100 / 1.21]));
  });

  test("takes each band of a schedule for its own years only", () => {
    // Green Book: 3.5 % for 30 years, then 3 %.
    const scenario = scenarioOf({
      time: { start: "2025-01-01", years: 32, cycle: "year" },
      money: { priceYear: 2024, discount: { schedule: "green-book-2026", from: "end" } },
      ...grit({ costs: { on: { pays: { council: 1 }, every: "year" } } }),
    });
    const present = line(scenario, "council interventions.grit.costs.on pays")?.present ?? [];
    expect([present[0], present[29], present[31]]).toEqual(
      near([1.035 ** -1, 1.035 ** -30, 1.035 ** -30 * 1.03 ** -2]),
    );
  });
});
