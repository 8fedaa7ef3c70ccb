import { expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { report } from "../../src/report/report.js";
import { activity } from "../../src/results/people/activity.js";
import { people } from "../../src/results/people/people.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare } from "../support/bare.js";
import { columnsIn } from "../support/columns.js";
import { read } from "../support/read.js";

/** People of whom a tenth falls ill each month, at a service that serves 60 contacts a month. */
const scenario = read(
  bare({
    time: { start: "2025-04-01", years: 2, cycle: "month" },
    cohorts: {
      residents: {
        size: 1000,
        states: ["well", "ill"],
        moves: { "well -> ill": { probability: "10%", cycle: "month" } },
      },
    },
    services: {
      ward: { unit: "stay", cost: { council: 100 }, capacity: { contacts: 60, every: "month" } },
      advice: { unit: "call", cost: { council: 1 } },
    },
    demand: {
      onset: { to: "ward", move: "well -> ill", contacts: 1 },
      calls: { to: "advice", contacts: { value: 1, low: 0.5, high: 2 }, per: "person", every: "month", while: "well" },
    },
    interventions: { less: { reaches: "everyone", deadweight: 0, effects: { half: { cut: { ward: 0.5 } } } } },
  } satisfies Partial<ScenarioForm> as Parameters<typeof bare>[0]),
);
const run = simulate(scenario, { draws: 300, cycles: true });

test("people and contacts by cycle are those computed by hand", () => {
  const well = people(run, { period: "cycle" }).filter(
    ({ strategy, state }) => strategy === "less" && state === "well",
  );
  expect(well.length).toBe(24);
  expect(well.map((row) => row.people)).toEqual(well.map((_, month) => expect.closeTo(1000 * 0.9 ** month, 8)));
  expect(well[13]).toMatchObject({ year: 2, cycle: 14, label: "2026/27, month 2" });
  const ward = activity(run, { period: "cycle" }).filter(({ service }) => service === "ward");
  for (const [month, row] of ward.entries()) {
    const onset = 100 * 0.9 ** month;
    expect(row.without).toBeCloseTo(Math.min(60, onset), 8);
    expect(row.turnedAwayWithout).toBeCloseTo(Math.max(0, onset - 60), 8);
    expect(row.with).toBeCloseTo(Math.min(60, onset / 2), 8);
  }
});

test("the cycles of a year have its mean number of people, and together its contacts", () => {
  const [byCycle, byYear] = [people(run, { period: "cycle" }), people(run)];
  for (const year of byYear) {
    const own = byCycle.filter(
      (row) =>
        row.strategy === year.strategy &&
        row.state === year.state &&
        row.intervention === year.intervention &&
        row.year === year.year,
    );
    expect(own.length).toBe(12);
    expect(own.reduce((sum, row) => sum + row.people, 0) / 12).toBeCloseTo(year.people, 8);
  }
  for (const year of activity(run)) {
    const own = activity(run, { period: "cycle" }).filter(
      (row) => row.service === year.service && row.year === year.year,
    );
    expect(own.reduce((sum, row) => sum + row.with, 0)).toBeCloseTo(year.with, 7);
    expect(own.reduce((sum, row) => sum + (row.turnedAwayWith ?? 0), 0)).toBeCloseTo(year.turnedAwayWith ?? 0, 7);
  }
});

test("recording cycles changes no bit of the years", () => {
  const without = simulate(scenario, { draws: 300 });
  expect(without.drawn.byCycle).toBeNull();
  expect(columnsIn(without.drawn)).toEqual(columnsIn(run.drawn));
});

test("a run of years says how to have cycles", () => {
  const years = simulate(scenario, { draws: 1 });
  expect(() => people(years, { period: "cycle" })).toThrow(/recorded its years only/);
  expect(() => report(years, { show: ["activity:cycle"] })).toThrow(/recorded its years only/);
  expect(() => people(years, { period: "month" as "cycle" })).toThrow(/period cannot be month/);
});

test("the size of a run counts its cycles", () => {
  const draws = 1_000_000;
  expect(() => simulate(scenario, { draws, cycles: true })).toThrow(/years and cycles × draws/);
});

test("a report has a row for each cycle", () => {
  const { parts } = report(run, { show: ["people:cycle", "activity:cycle"] });
  expect(parts.map(({ table }) => table.rows.length)).toEqual([2 * 3 * 24, 2 * 24]);
  expect(parts[0].summary).toBeUndefined();
});
