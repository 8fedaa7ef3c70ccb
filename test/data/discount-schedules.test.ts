import { describe, expect, test } from "vitest";
import type { DiscountSchedule } from "../../src/base/appraisal/discounting.js";
import { discountSchedules } from "../../src/data/discount-schedules.js";
import published from "../published/green-book-discounting.json" with { type: "json" };

const schedules: Readonly<Record<string, DiscountSchedule>> = discountSchedules;

const ratesOf = (name: string) =>
  Object.fromEntries(schedules[name].bands.map((band) => [band.throughYear ?? "after", band.ratePerYear]));

describe("discount schedules", () => {
  test.each(Object.entries(schedules))(
    "%s: is named as it is found, sourced, and its bands rise to for ever",
    (key, schedule) => {
      expect(schedule.name).toBe(key);
      expect(schedule.source.length).toBeGreaterThan(10);
      const ends = schedule.bands.map(({ throughYear }) => throughYear ?? Infinity);
      expect(ends).toEqual([...new Set(ends)].sort((one, other) => one - other));
      expect(ends.at(-1)).toBe(Infinity);
    },
  );

  test("the 2003 edition has six bands", () => {
    expect(ratesOf("green-book-2003")).toEqual(published.rates.standard);
  });

  test.each([2018, 2022, 2026])("the %d edition has table 8, and goes on with its last rate", (edition) => {
    const { standard, reduced, health, healthReduced } = published.rates;
    const toYear125 = { "30": standard[30], "75": standard[75], "125": standard[125], after: standard[125] };
    expect(ratesOf(`green-book-${edition}`)).toEqual(toYear125);
    expect(ratesOf(`green-book-${edition}-reduced`)).toEqual({ ...reduced, after: reduced[125] });
    expect(ratesOf(`green-book-${edition}-health`)).toEqual({ ...health, after: health[125] });
    expect(ratesOf(`green-book-${edition}-health-reduced`)).toEqual({ ...healthReduced, after: healthReduced[125] });
  });
});
