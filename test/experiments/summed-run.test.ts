import { describe, expect, test } from "vitest";
import { buildPieces } from "../../src/engine/blocks.js";
import { summedRun } from "../../src/experiments/summed-run.js";
import { type SimulateOptions, simulate, whoSaves } from "../../src/index.js";
import { joinDraws, noDraws, summedDrawsOf } from "../../src/results/summed-draws.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { law } from "../support/law.js";
import { example, read } from "../support/read.js";

const isPercentile = (key: string): boolean => /P5$|P95$/.test(key);

/** Compares a summed run with one that keeps its draws: counts exactly, means to twelve digits, percentiles to 0.1%. */
const expectSame = (scenario: Scenario, options: SimulateOptions): void => {
  const kept = simulate(scenario, options);
  const { rows, warnings, quantileError } = summedRun(scenario, options);
  const exact = whoSaves(kept);
  expect(warnings).toEqual(kept.warnings);
  expect(rows.length).toBe(exact.length);
  const most = Math.max(1, ...exact.flatMap(({ pays, avoided, net }) => [pays, avoided, net].map(Math.abs)));
  for (const [at, row] of rows.entries())
    for (const [key, found] of Object.entries(row)) {
      const due = Object.entries(exact[at]).find(([other]) => other === key)?.[1];
      const within = isPercentile(key) ? 2 * quantileError * Math.abs(Number(due)) + 0.005 : 1e-12 * most;
      if (typeof due !== "number" || Number.isInteger(due))
        expect([row.name, key, found]).toEqual([row.name, key, due]);
      else expect(Math.abs(Number(found) - due), `${row.name} ${key}`).toBeLessThanOrEqual(within);
    }
  expect(rows.map(({ chance, neverPaysBack }) => [chance, neverPaysBack])).toEqual(
    exact.map(({ chance, neverPaysBack }) => [chance, neverPaysBack]),
  );
};

describe("a run that keeps no draw", () => {
  test("says what one that keeps each says", () => {
    expectSame(example("gritting/scenario.yaml"), { draws: 2100 }); // eight blocks show the error of a mean
    expectSame(example("into-work/scenario.yaml"), { draws: 300 }); // with optimism bias
  });

  law("says so of every scenario", (form) => expectSame(read(form), { draws: 260 }), 1);

  test("says so of one draw, where nothing is uncertain, and under funding rules", () => {
    expectSame(example("gritting/scenario.yaml"), { draws: 1 });
    expectSame(example("gain-share/scenario.yaml"), { draws: 3 });
    expectSame(example("transformation-fund/scenario.yaml"), { draws: 100, regime: "loan" });
  });

  /** A council that rations on a budget, and a visit at a price that may be below 0. */
  const strained = (sd: number): Scenario =>
    read(
      bare({
        time: { start: "2025-04-01", years: 2, cycle: "year" },
        agencies: {
          council: {
            name: "Council",
            kind: "local",
            cashable: "50%",
            whenShort: "ration",
            budget: { perYear: 150, otherSpending: { value: 120, low: 90, high: 160, distribution: "uniform" } },
          },
        },
        cohorts: { residents: { size: 10 } },
        services: { s: { unit: "visit", cost: { council: { value: 10, mean: 10, sd, distribution: "normal" } } } },
        demand: { d: { to: "s", contacts: 1, per: "person", every: "year" } },
        interventions: { i: reaching({ effects: { e: { cut: { s: "20%" } } } }) },
      }),
    );

  test("warns of bounds that are passed and of budgets that do not last, and stops where too many draws do", () => {
    const scenario = strained(4);
    const { warnings } = summedRun(scenario, { draws: 600 });
    const found = warnings.filter((each) => !scenario.warnings.includes(each)).map(({ code }) => code);
    expect(found).toEqual(["passed-bound", "overspends"]);
    expectSame(scenario, { draws: 600 });
    for (const run of [simulate, summedRun])
      expect(() => run(strained(8), { draws: 600 })).toThrow(/In 1\d?(\.\d+)?% of draws this number is below 0/);
  });

  test("has the same bits, however its pieces are cut and in whatever order they are joined", () => {
    const scenario = example("gritting/scenario.yaml");
    const settings = { draws: 600, seed: "who-saves", strategies: Object.keys(scenario.strategies) };
    const pieces = buildPieces(scenario, settings);
    const sums = (from: number, to: number) =>
      [...pieces({ from, to })].map((book) => summedDrawsOf(scenario, settings.strategies, book)).reduce(joinDraws);
    const whole = sums(0, 3);
    expect(whole.draws).toBe(600);
    expect([sums(2, 3), sums(0, 1), sums(1, 2)].reduce(joinDraws, noDraws)).toEqual(whole);
    expect(() => joinDraws({ ...whole, bias: [[0.4]] }, whole)).toThrow(
      "Which benefits this cuts depends on rare draws",
    );
  });

  test("refuses what weighs all draws beside each other, and what no run can be", () => {
    expect(() => summedRun(example("gritting/two-winters.yaml"), { draws: 300 })).toThrow(
      /observed\n {2}What was observed weighs all draws.*Ask for fewer draws/s,
    );
    expect(() => summedRun(example("gritting/scenario.yaml"), { draws: 5e9 })).toThrow(
      "draws is a whole number from 1 to 1,000,000,000, not 5000000000.",
    );
  });

  test("stops when its signal is aborted, and shows how much is done", () => {
    const scenario = example("gain-share/scenario.yaml");
    const done: number[] = [];
    summedRun(scenario, { draws: 4200, onProgress: (share) => done.push(share) });
    expect(done).toEqual([4096 / 4200, 1]);
    const signal = { aborted: true, reason: new Error("Enough.") };
    expect(() => summedRun(scenario, { draws: 300, signal })).toThrow("Enough.");
  });
});
