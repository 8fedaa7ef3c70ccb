import { expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { report } from "../../src/report/report.js";
import { cash } from "../../src/results/money/cash.js";
import { example } from "../support/read.js";

const simulation = simulate(example("discharge/scenario.yaml"), { draws: 256 });
const [page] = report(simulation, { show: ["cash"] }).parts;
const { columns, rows } = page.summary ?? page.table;
const cell = (at: number, key: string) => rows[at][columns.findIndex((column) => column.key === key)];

test("cash has one table for readers: a heading for each strategy, and below it a row for each service", () => {
  expect(rows.map(([name]) => name)).toEqual([
    ...["Beds left empty", "Home care", "Reablement", "Bed day"],
    ...["Ward shut", "Home care", "Reablement", "Bed day"],
    ...["Beds filled", "Home care", "Reablement", "Bed day"],
  ]);
  expect(rows[0].slice(1).every((each) => each === null)).toBe(true);
});

test("its rows answer the four questions: from when, what stops by when, at what cost, and who comes instead", () => {
  const ofBeds = cash(simulation).filter(({ strategy, service }) => strategy === "ward-shut" && service === "bedDay");
  const exit = ofBeds.reduce((sum, row) => sum + row.exitCost, 0);
  expect(cell(7, "starts")).toBe("2025/26");
  expect(cell(7, "shutBy")).toBe(ofBeds.find(({ stepsShut }) => stepsShut > 0.005)?.label);
  expect(cell(7, "stops")).toMatch(/steps of 15 places$/);
  expect(cell(7, "exitCost")).toBeCloseTo(exit, 6);
  expect(cell(7, "instead")).toMatch(/^[\d,]+ more bed-days a year$/);
  expect(cell(6, "stops")).toBe("nothing: more is spent");
});

test("its sums over the years are those of the rows by year, which csv and json have", () => {
  for (const key of ["avoided", "cash", "idle", "backfilled"] as const) {
    const inTable = rows.reduce((sum, _, at) => sum + Number(cell(at, key)), 0);
    expect(inTable).toBeCloseTo(
      cash(simulation).reduce((sum, row) => sum + row[key], 0),
      2,
    );
  }
  expect(page.table.rows).toHaveLength(cash(simulation).length);
});

test("its finding says what is cash and from when, what is not, and what shutting costs", () => {
  expect(page.finding).toHaveLength(3);
  expect(page.finding[1]).toMatch(
    /^Ward shut: of £17\.6m avoided over five years, undiscounted, £4\.\d+m is cash, from 2025\/26, £5\.\d+m is still paid for and idle and £7\.\d+m serves others; shutting steps costs £1\d\d,000; elsewhere £1\.\d+m more is spent\.$/,
  );
});

test("where nothing stops the finding says that nothing is cash", () => {
  const fires = report(simulate(example("not-cash/scenario.yaml"), { draws: 256 }), { show: ["cash"] }).parts[0];
  expect(fires.finding[0]).toContain("Smoke alarms: of £1.06m avoided over three years, undiscounted, nothing is cash");
});
