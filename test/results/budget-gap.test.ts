import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { budgetGap } from "../../src/results/people/budget-gap.js";
import { defineScenario } from "../../src/scenario/define.js";

// By hand: 100 people at £1,000 a year, and 10 more each year. The budget of £150,000 falls by 10 % a year; £20,000 of
// it is for other spending. Classes for £5,000 avert a tenth of the contacts, and half of that is cash.
const council = (budget: object, whenShort: "overspend" | "ration" = "overspend") =>
  defineScenario({
    title: "A council",
    question: "When does the money run out?",
    time: { start: "2025-04-01", years: 4, cycle: "year" },
    money: { priceYear: "2024/25", discount: "none" },
    agencies: {
      council: { name: "Council", kind: "local", budget: { perYear: 150000, growth: "-10%", ...budget }, whenShort },
    },
    cohorts: { elders: { size: 100, entrants: 10 } },
    services: { care: { unit: "year", cost: { council: 1000 }, cashable: "50%" } },
    demand: { need: { to: "care", contacts: 1, per: "person", every: "year" } },
    interventions: {
      classes: {
        reaches: "everyone",
        deadweight: 0,
        costs: { rooms: { pays: { council: 5000 }, every: "year" } },
        effects: { fewer: { cut: { care: "10%" } } },
      },
    },
  });

const rowsOf = (budget: object) => budgetGap(simulate(council(budget), { draws: 4 }));

describe("budgetGap(simulation)", () => {
  test("gives spending beside budget, without and with: 5 % of care becomes cash, and classes cost £5,000", () => {
    const figures = rowsOf({ otherSpending: 20000 }).map(({ strategy, year, budget, spending }) => [
      strategy,
      year,
      Math.round(budget),
      Math.round(spending),
    ]);
    expect(figures).toEqual([
      ["without", 1, 150000, 120000],
      ["without", 2, 135000, 130000],
      ["without", 3, 121500, 140000],
      ["without", 4, 109350, 150000],
      ["classes", 1, 150000, 120000],
      ["classes", 2, 135000, 129500],
      ["classes", 3, 121500, 139000],
      ["classes", 4, 109350, 148500],
    ]);
  });

  test("gives the first year in which the budget is too small, and the share of draws", () => {
    const rows = rowsOf({ otherSpending: 20000 });
    expect(new Set(rows.map(({ runsOut }) => runsOut))).toEqual(new Set(["2027/28"]));
    expect(rows.slice(0, 4).map(({ short }) => short)).toEqual([0, 0, 1, 1]);
  });

  test("marks a budget that covers the modelled services alone", () => {
    expect(rowsOf({}).every(({ modelledOnly }) => modelledOnly)).toBe(true);
    expect(rowsOf({ otherSpending: 0 }).some(({ modelledOnly }) => modelledOnly)).toBe(false);
  });

  test("gives the share that an agency turns away if it rations, and when that is not enough", () => {
    // Year 2 spends £130,000, which is £8,500 more than the budget of year 3. The variable share of care for its 110
    // people is £55,000. In year 3, 120 people come.
    const simulation = simulate(council({ otherSpending: 20000 }, "ration"), { draws: 4 });
    const rows = budgetGap(simulation);
    const [, second, third] = rows;
    expect([second.rationed, second.beyondRationing]).toEqual([0, 0]);
    expect(third.rationed).toBeCloseTo(8500 / 55000, 12);
    expect(third.spending).toBeCloseTo(140000 - (8500 / 55000) * 60000, 6);
    expect(simulation.warnings).toEqual([]);
    expect(rowsOf({}).every(({ rationed, beyondRationing }) => rationed === null && beyondRationing === null)).toBe(
      true,
    );
  });

  test("warns if an agency that rations overspends all the same", () => {
    const { warnings } = simulate(council({ otherSpending: 120000 }, "ration"), { draws: 4 });
    expect(warnings.map(({ address, what }) => [address, what])).toEqual([
      [
        "agencies.council.whenShort",
        "In up to 100% of draws, from 2026/27 on, Council overspends even if it turns every contact away.",
      ],
    ]);
  });
});
