import { describe, expect, test } from "vitest";
import { horizons, simulate } from "../../src/index.js";
import { horizonsOutput } from "../../src/report/outputs/money/horizons.js";
import { figureByYear } from "../../src/results/draws.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { example, read } from "../support/read.js";

/** A scheme that pays at once and is gone in its third year, and one that costs for two years and pays from then on. */
const twoSchemes = (reading = false): ScenarioForm =>
  bare({
    time: { start: "2026-04-01", years: 10, cycle: "year" },
    interventions: {
      quick: reaching({
        costs: { work: { pays: { council: 60 }, in: "year 1" } },
        effects: { less: { saves: { council: 40 }, every: "year", byYear: ["100%", "75%"], cashable: "100%" } },
      }),
      long: reaching({
        costs: { work: { pays: { council: 60 }, every: "year", until: "2 years" } },
        effects: { less: { saves: { council: 50 }, every: "year", lag: "2 years", cashable: "100%" } },
      }),
    },
    strategies: { quick: ["quick"], long: { of: ["long"], name: "The long one", reading } },
  });

const tableOf = (form: ScenarioForm, years?: readonly number[]) =>
  horizons(simulate(read(form), { draws: 4 }), years ? { horizons: years } : {}).map((row) => [
    row.years,
    row.strategy,
    Math.round(row.net),
    row.chosen,
  ]);

describe("horizons(simulation)", () => {
  // By hand. Quick: 40 − 60, then + 30, then nothing. Long: −60 in each of two years, then 50 a year.
  test("is the sum of the years that are counted, and says which option is worth most", () =>
    expect(tableOf(twoSchemes())).toEqual([
      [1, "quick", -20, false],
      [1, "long", -60, false],
      [3, "quick", 10, true],
      [3, "long", -70, false],
      [5, "quick", 10, false],
      [5, "long", 30, true],
      [10, "quick", 10, false],
      [10, "long", 280, true],
    ]));

  test("says in words where the ranking turns", () =>
    expect(horizonsOutput.page(simulate(read(twoSchemes()), { draws: 4 })).finding).toEqual([
      "Worth most: counting one year, nothing; counting three years, Quick; counting five to ten years, the long one.",
      "Over ten years: Quick £10, the long one £280.",
    ]));

  test("never chooses a reading", () =>
    expect(tableOf(twoSchemes(true), [10])).toEqual([
      [10, "quick", 10, true],
      [10, "long", 280, false],
    ]));

  test("equals a run of so many years, and the sum to date, draw by draw", () => {
    for (const name of ["gritting", "discharge", "into-work"]) {
      const run = simulate(example(`${name}/scenario.yaml`), { draws: 40 });
      for (const row of horizons(run, { of: "society" })) {
        const { strategy, years, net } = row;
        const toDate = figureByYear(run, { of: "society", strategy })[years - 1];
        expect(Math.abs(net - toDate.toDate)).toBeLessThan(1e-9 * Math.max(1, Math.abs(net)));
      }
    }
    const form = twoSchemes();
    const short = simulate(read(form, { "time.years": 3 }), { draws: 4 });
    expect(tableOf(form, [3]).map(([, , net]) => net)).toEqual(
      horizons(short)
        .slice(-2)
        .map(({ net }) => net),
    );
  });

  test("refuses years that the run does not have", () => expect(() => tableOf(twoSchemes(), [11])).toThrow("horizons"));
});
