import { describe, expect, test } from "vitest";
import { ledger } from "../../src/results/money/ledger.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import { activity } from "../../src/results/people/activity.js";
import { meant } from "./meant.js";

describe("money that is due every few years", () => {
  const simulation = meant("renewal-every-10-years");
  const paidIn = (name: string) =>
    ledger(simulation).flatMap((row) => (row.address.endsWith(name) ? [[row.year, row.pounds]] : []));

  test("falls at the start, or after its lag, and every few years after", () => {
    expect(paidIn("renewal")).toEqual([
      [1, -1200],
      [11, -1200],
    ]);
    expect(paidIn("upkeep")).toEqual([3, 6, 9, 12, 15, 18].map((year) => [year, -90]));
    expect(Math.round(whoSaves(simulation)[0].pays)).toBe(2446);
  });
});

test.each(["day", "week", "month", "year"])("a year has 365.25 days for money due every day or week: %s", (cycle) => {
  const rows = ledger(meant("daily-dose", { "time.cycle": cycle }));
  const paid = (name: string) => rows.find(({ address }) => address.endsWith(name))?.pounds;
  expect(paid("dose")).toBeCloseTo(-365_250, 6);
  expect(paid("visit")).toBeCloseTo((-2500 * 365.25) / 7, 6);
});

test.each(["day", "week", "month", "year"])("a year has 365.25 days for contacts, rates and stays: %s", (cycle) => {
  const rows = activity(meant("days-of-a-year", { "time.cycle": cycle }));
  const served = (name: string) => rows.find(({ service }) => service === name)?.without;
  expect(served("bedDay")).toBeCloseTo(40 * 365.25, 6);
  expect(served("dose")).toBeCloseTo(36_525, 6);
  expect(served("visit")).toBeCloseTo((100 * 365.25) / 7, 6);
});
