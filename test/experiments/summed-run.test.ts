import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { listed } from "../../src/base/problems/problem.js";
import { buildPieces } from "../../src/engine/blocks.js";
import { summedRun } from "../../src/experiments/summed-run.js";
import {
  activity,
  appraisal,
  budgetGap,
  cash,
  cashByYear,
  contactsPerPerson,
  draws,
  figureByYear,
  horizons,
  ledger,
  outcomes,
  people,
  publicValue,
  type SimulateOptions,
  type Simulation,
  simulate,
  valueForMoney,
  waiting,
  whoSaves,
} from "../../src/index.js";
import { joinDraws, noDraws, summedDrawsOf } from "../../src/results/sums/summed-draws.js";
import type { Names } from "../../src/scenario/define/names.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { law } from "../support/law.js";
import { example, read } from "../support/read.js";

/** Every result that a summed run has. */
const summable: Readonly<Record<string, (run: Simulation) => readonly object[]>> = {
  whoSaves,
  cash,
  cashByYear,
  figureByYear: (run: Simulation) => figureByYear(run, { of: "society", figure: "netAvoided" }),
  horizons: (run: Simulation) => horizons(run, { of: "public" }),
  budgetGap,
  ledger,
  publicValue,
  valueForMoney,
  outcomes,
  activity,
  waiting,
  people,
  contactsPerPerson,
};

const readAll = (results: typeof summable) => (run: Simulation) =>
  Object.entries(results).map(([name, rows]) => ({ name, rows: rows(run) }));

const isPercentile = (key: string): boolean => /P5$|P95$/.test(key);

/** Rows as one list: where each value stands, and the value. */
const valuesOf = (name: string, rows: readonly object[]): readonly (readonly [string, unknown])[] =>
  rows.flatMap((row, at) => Object.entries(row).map(([key, value]) => [`${name} ${at} ${key}`, value] as const));

/** Compares a summed run with one that keeps its draws: counts exactly, means to twelve digits, percentiles to 0.1%. */
const expectSame = (scenario: Scenario, options: SimulateOptions, results = summable): void => {
  const kept = simulate(scenario, options);
  const read = readAll(results);
  const { rows, warnings, quantileError } = summedRun(scenario, { ...options, read });
  expect(warnings).toEqual(kept.warnings);
  const differing = read(kept).flatMap(({ name, rows: exact }, place) => {
    const found = valuesOf(name, rows[place].rows);
    const due = valuesOf(name, exact);
    expect(found.map(([where]) => where)).toEqual(due.map(([where]) => where));
    // Last digits are seen beside the largest of the means.
    const most = Math.max(
      1,
      ...due.flatMap(([key, value]) => (typeof value === "number" && !isPercentile(key) ? [Math.abs(value)] : [])),
    );
    return due.flatMap(([where, value], at) => {
      const [, summed] = found[at];
      if (typeof value !== "number" || /chance$|never|payback/i.test(where))
        return Object.is(summed, value) ? [] : [[where, summed, value]];
      const within = isPercentile(where) ? 2 * quantileError * Math.abs(value) + 0.0005 : 1e-12 * most;
      return Math.abs(Number(summed) - value) <= within ? [] : [[where, summed, value]];
    });
  });
  expect(differing).toEqual([]);
};

describe("a run that keeps no draw", () => {
  test("says what one that keeps each says", () => {
    expectSame(example("gritting/scenario.yaml"), { draws: 2100 }, { whoSaves }); // eight blocks show its error
    expectSame(example("into-work/scenario.yaml"), { draws: 64 }, { whoSaves, cashByYear, publicValue }); // with a bias
    expectSame(example("discharge/scenario.yaml"), { draws: 64 }, { waiting, cash }); // with queues
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
    for (const run of [() => simulate(strained(8), { draws: 600 }), () => summedRun(strained(8), { draws: 600 })])
      expect(run).toThrow(/In 1\d?(\.\d+)?% of draws this number is below 0/);
  });

  test("has the same bits, however its pieces are cut and in whatever order they are joined", () => {
    const scenario = example("gritting/scenario.yaml");
    const settings = { draws: 600, seed: "who-saves", strategies: Object.keys(scenario.strategies), regime: null };
    const pieces = buildPieces(scenario, settings);
    const sums = (from: number, to: number) =>
      [...pieces({ from, to })]
        .map((book) => summedDrawsOf({ scenario, settings }, [whoSaves, cashByYear], book))
        .reduce(joinDraws);
    const whole = sums(0, 3);
    expect(whole.draws).toBe(600);
    expect(isDeepStrictEqual([sums(2, 3), sums(0, 1), sums(1, 2)].reduce(joinDraws, noDraws), whole)).toBe(true);
    expect(() => joinDraws({ ...whole, bias: [[0.4]] }, whole)).toThrow(
      "Which benefits this cuts depends on rare draws",
    );
  });

  test("reads by cycle what it was asked to record by cycle", () => {
    const scenario = example("gritting/scenario.yaml");
    const byCycle = (run: Simulation) => people(run, { period: "cycle" });
    const { rows } = summedRun(scenario, { draws: 5, cycles: true, read: byCycle });
    expect(rows.map((row) => row.people)).toEqual(
      byCycle(simulate(scenario, { draws: 5, cycles: true })).map((row) => expect.closeTo(row.people, 6)),
    );
    expect(() => summedRun(scenario, { draws: 5, read: byCycle })).toThrow("recorded its years only");
  });

  test("refuses what looks at single draws, and what it cannot read of every draw alike", () => {
    const scenario = example("gritting/scenario.yaml");
    for (const read of [(run: Simulation) => appraisal(run), (run: Simulation) => draws(run)])
      expect(() => summedRun<Names, unknown>(scenario, { read })).toThrow(
        new RegExp(`keeps none\\..*A summed run has ${listed(Object.keys(summable))}\\.`.replaceAll(" ", "\\s+"), "s"),
      );
    expect(() => summedRun(scenario, { read: (run) => figureByYear(run) })).toThrow(/options.of.*Write of: "public"/s);
    let times = 0;
    const varies = (run: Simulation) => (times++ < 2 ? people(run) : whoSaves(run));
    expect(() => summedRun(scenario, { draws: 5, read: varies })).toThrow(/Read the same rows of every run/);
    const many = (run: Simulation) => Array.from({ length: 201 }, () => figureByYear(run, { of: "society" }));
    expect(() => summedRun(scenario, { read: many })).toThrow(/2,010 figures.*Read fewer results/s);
  });

  test("refuses what weighs all draws beside each other, and what no run can be", () => {
    expect(() => summedRun(example("gritting/two-winters.yaml"), { draws: 300 })).toThrow(
      /observed\n {2}What was observed weighs all draws.*Ask for at most 1,000,000 draws/s,
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
