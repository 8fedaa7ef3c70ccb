import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { appraisal } from "../../src/results/money/appraisal.js";
import { ledger } from "../../src/results/money/ledger.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";
import published from "./green-book-discounting.json" with { type: "json" };
import wsipp from "./wsipp-timing.json" with { type: "json" };

type Form = Partial<ScenarioForm["interventions"][string]>;

const over = (years: number, discount: ScenarioForm["money"]["discount"], parts: Form) =>
  simulate(
    read(
      bare({
        time: { start: "2025-04-01", years, cycle: "year" },
        money: { priceYear: "2024/25", discount },
        interventions: { plan: reaching(parts) },
      }),
    ),
    { draws: 1 },
  );

/** Expects a number to equal the printed one, to its last digit. */
const asPrinted = (actual: number | null | undefined, printed: number) =>
  expect(actual).toBeCloseTo(printed, String(printed).split(".")[1]?.length ?? 0);

describe("a pound a year, by year from its end, in a run", () => {
  const pound = { costs: { pound: { pays: { council: 1 }, every: "year" } } };
  const presentPounds = (schedule: string): ReadonlyMap<number, number> => {
    const rows = ledger(over(100, { schedule, by: "year", from: "end" }, pound));
    return new Map(rows.map(({ year, presentPounds }) => [year, -presentPounds]));
  };
  const standard = presentPounds("green-book-2022");
  const health = presentPounds("green-book-2022-health");

  test.each(Object.entries(published.standardFactors))(
    "is worth the Green Book's factor in year %s: £%d",
    (year, factor) => asPrinted(standard.get(Number(year)), factor),
  );

  test.each(Object.entries(published.healthFactors))(
    "is worth £%2$d in year %1$s at the rates for health",
    (year, factor) => asPrinted(health.get(Number(year)), factor),
  );

  test.each(Object.entries(published.standardAnnuities))("adds up over %s years to the annuity £%d", (years, sum) => {
    const first = [...standard].filter(([year]) => year <= Number(years));
    expect(first.reduce((total, [, pounds]) => total + pounds, 0)).toBeCloseTo(sum, 11);
  });

  test("for £100 at the start and £30 a year for five years has the published net present value", () => {
    const simulation = over(
      5,
      { schedule: "green-book-2022", from: "end" },
      {
        costs: { capital: { pays: { council: 100 }, in: "year 1" } },
        effects: { benefit: { saves: { council: 30 }, every: "year" } },
      },
    );
    const { netPresentValue } = published.capital100Benefit30For5Years;
    expect(appraisal(simulation)[0].net).toBeCloseTo(netPresentValue, 10);
  });
});

describe("the Washington State Institute's timing example, in a run", () => {
  const { cost, yearlyReturn, years, ratePerYear } = wsipp;
  const effects = { returns: { saves: { council: yearlyReturn }, every: "year" } };
  const example = (schedule: number, timing: { readonly byYear: readonly string[] } | { readonly in: string }) => {
    const written = "in" in timing ? timing : { byYear: [...timing.byYear] };
    const costs = { programme: { pays: { council: cost }, ...written } };
    return appraisal(over(years, { schedule, by: "year", from: "end" }, { costs, effects }))[0];
  };

  test("has its present values and ratio if the cost falls in year 1, as the returns do", () => {
    const row = example(ratePerYear, { byYear: ["100%"] });
    asPrinted(row.costs, wsipp.presentCosts);
    asPrinted(row.benefits, wsipp.presentBenefits);
    asPrinted(row.net, wsipp.netPresentValue);
    asPrinted(row.benefitCostRatio, wsipp.benefitCostRatio);
  });

  test("has another ratio if the cost falls once, at the start", () => {
    asPrinted(example(ratePerYear, { in: "year 1" }).benefitCostRatio, wsipp.trap.benefitCostRatio);
  });

  test.each([
    [wsipp.internalRateOfReturn, { byYear: ["100%"] }],
    [wsipp.trap.internalRateOfReturn, { in: "year 1" }],
  ])("is worth nothing at its internal rate of return, %d, where the cost falls as %j", (rate, timing) => {
    expect(example(rate - 0.0005, timing).net).toBeGreaterThan(0);
    expect(example(rate + 0.0005, timing).net).toBeLessThan(0);
  });
});
