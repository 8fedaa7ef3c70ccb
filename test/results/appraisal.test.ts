import { describe, expect, test } from "vitest";
import { mean, standardDeviation } from "../../src/base/mathematics/statistics.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { type AppraisalRow, appraisal } from "../../src/results/money/appraisal.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { exampleRun } from "../support/example-run.js";
import { law } from "../support/law.js";
import { exampleFiles, read } from "../support/read.js";

type Discount = ScenarioForm["money"]["discount"];

/** The appraisal of a council that pays once at the start, and saves (below 0: pays) a share of £100 in each year. */
const over = (
  discount: Discount,
  pays: number,
  shares: readonly number[],
  cycle: "year" | "quarter" = "year",
): AppraisalRow => {
  const [saved, paid] = [1, -1].map((sign) => shares.map((share) => Math.max(0, sign * share)));
  const scenario = read(
    bare({
      time: { start: "2025-04-01", years: shares.length, cycle },
      money: { priceYear: "2024/25", discount },
      interventions: {
        plan: reaching({
          costs: { once: { pays: { council: pays }, in: "year 1" }, again: { pays: { council: 100 }, byYear: paid } },
          effects: { back: { saves: { council: 100 }, byYear: saved } },
        }),
      },
    }),
  );
  return appraisal(simulate(scenario, { draws: 2 }))[0];
};

describe("appraisal(simulation): payback", () => {
  test("by hand, discounted and not: £100 out, £40 a year back, at 10 %", () => {
    const row = over("10%", 100, [0.4, 0.4, 0.4, 0.4]);
    expect(row).toMatchObject({ paybackYear: 3, paybackYearUndiscounted: 3 });
    expect(row.paybackTimeUndiscounted).toBeCloseTo(2.5, 10);
    expect(row.paybackTime).toBeCloseTo(2 + (60 - 40 / 1.1) / (40 / 1.21), 10);
  });

  test("discounting can move it beyond the end of the run", () => {
    const row = over("25%", 100, [0.4, 0.4, 0.4]);
    expect(row).toMatchObject({ paybackYear: null, paybackTime: null });
    expect(row).toMatchObject({ paybackYearUndiscounted: 3, neverPaysBack: null });
  });

  test("is the year from which it stays paid back, not the first year at 0", () => {
    const row = over("none", 100, [1.5, -2, 1, 1]);
    expect(row).toMatchObject({ paybackYear: 4, paybackTime: 3.5, paybackTimeUndiscounted: 3.5 });
  });

  test("is at once if cumulative net is never below 0, and at the end if it returns to exactly 0", () => {
    expect(over("none", 100, [1.5, 1])).toMatchObject({ paybackYear: 1, paybackTime: 0 });
    expect(over("none", 100, [0.5, 0.5])).toMatchObject({ paybackYear: 2, paybackTime: 2, net: 0, chance: null });
  });

  test("is null if no money changes", () => {
    expect(over("none", 0, [0, 0])).toMatchObject({
      paybackYear: null,
      paybackTime: null,
      chance: null,
      neverPaysBack: null,
    });
  });

  law("falls within its year", (form) => {
    for (const row of appraisal(simulate(read(form), { draws: 32 })))
      for (const [year, time] of [
        [row.paybackYear, row.paybackTime],
        [row.paybackYearUndiscounted, row.paybackTimeUndiscounted],
      ]) {
        expect(time === null).toBe(year === null);
        if (time !== null && year !== null) expect(time).toBeLessThanOrEqual(year);
        if (time !== null && year !== null) expect(time).toBeGreaterThanOrEqual(year - 1);
      }
  });
});

describe("appraisal(simulation): equal payment per year", () => {
  test.each([
    ["year", "3.5%"],
    ["year", { schedule: "3.5%", by: "year", from: "end" }],
    ["quarter", { schedule: "3.5%", by: "cycle", from: "mid" }],
  ] as const)("equals a saving that is the same every year, by the %s at %j", (cycle, discount) => {
    const row = over(discount, 0, [0.7, 0.7, 0.7, 0.7, 0.7], cycle);
    expect(row.equivalentAnnualNet).toBeCloseTo(70, 8);
    expect(row.equivalentAnnualCosts).toBe(0);
  });

  test("by hand: £100 once over two years at 25 % is £100 / 1.8 a year", () => {
    const row = over("25%", 100, [0, 0]);
    expect(row.equivalentAnnualCosts).toBeCloseTo(100 / 1.8, 10);
    expect(row.equivalentAnnualNet).toBeCloseTo(-100 / 1.8, 10);
  });
});

describe("appraisal(simulation): ratios", () => {
  test("are null if no agency of the level pays", () => {
    const row = over("none", 0, [1, 1]);
    expect(row).toMatchObject({ costs: 0, benefits: 200, benefitCostRatio: null, returnOnInvestment: null });
  });

  test.each(exampleFiles)("net = (ratio − 1) × costs in %s, and the standing is that of whoSaves", (file) => {
    const simulation = exampleRun(file);
    for (const row of appraisal(simulation)) {
      const { costs, net, benefitCostRatio, returnOnInvestment } = row;
      if (benefitCostRatio === null) expect(costs).toBeLessThanOrEqual(0);
      else expect((benefitCostRatio - 1) * costs).toBeCloseTo(net, 4);
      if (benefitCostRatio !== null) expect(returnOnInvestment).toBeCloseTo(benefitCostRatio - 1, 12);
      const same = whoSaves(simulation).find(({ strategy, level }) => strategy === row.strategy && level === row.level);
      expect(row).toMatchObject({ paybackYear: same?.paybackYear, net: same?.net, neverPaysBack: same?.neverPaysBack });
    }
  });
});

describe("appraisal(simulation): the error of the chance", () => {
  const scenario = read(
    bare({
      interventions: {
        plan: reaching({
          costs: { once: { pays: { council: { value: 100, low: 60, high: 160 } }, in: "year 1" } },
          effects: { back: { saves: { council: { value: 110, low: 40, high: 200 } }, every: "year" } },
        }),
      },
    }),
  );
  const rowOf = (seed: string) => appraisal(simulate(scenario, { draws: 256, seed }))[0];

  test("is at least the spread of the chance over other seeds, since draws are stratified", () => {
    const rows = Array.from({ length: 60 }, (_, seed) => rowOf(`seed ${seed}`));
    const spread = standardDeviation(rows.map(({ chance }) => chance ?? Number.NaN));
    const error = mean(rows.map(({ chanceError }) => chanceError ?? Number.NaN));
    expect(spread).toBeGreaterThan(0);
    expect(spread).toBeLessThan(error);
    expect(error).toBeGreaterThan(0.02);
    expect(error).toBeLessThan(0.5 / Math.sqrt(255) + 1e-12);
  });

  test("is null, as the chance is, if no number has a range", () => {
    expect(over("none", 100, [1.5, 1])).toMatchObject({ chance: null, chanceError: null });
  });
});
