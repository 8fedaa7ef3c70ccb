import { expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

test("payback is the first whole year by which half of the draws have paid back", () => {
  // It pays 100 in year 1 and saves 50 to 150 a year, uniformly: half of the draws pay back in year 1, the others in 2.
  const scenario = read(
    bare({
      time: { start: "2025-04-01", years: 3, cycle: "year" },
      interventions: {
        plan: reaching({
          costs: { c: { pays: { council: 100 }, in: "year 1" } },
          effects: {
            e: { saves: { council: { value: 100, low: 50, high: 150, distribution: "uniform" } }, every: "year" },
          },
        }),
      },
    }),
  );
  expect(whoSaves(simulate(scenario, { draws: 512 }))[0].paybackYear).toBe(1);
});
