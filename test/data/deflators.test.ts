import { describe, expect, test } from "vitest";
import { indexYear, type PriceSeries } from "../../src/base/appraisal/prices.js";
import { deflators } from "../../src/data/deflators.js";
import published from "../published/greater-manchester-unit-costs.json" with { type: "json" };

const all: Readonly<Record<string, PriceSeries>> = deflators;

describe("deflators", () => {
  test.each(Object.entries(all))(
    "%s: is named as it is found, sourced, and has every year",
    (key, { name, source, index }) => {
      expect(name).toBe(key);
      expect(source.length).toBeGreaterThan(10);
      const years = Object.keys(index).map((year) => indexYear(year) ?? 0);
      expect(years).toEqual(years.map((_, i) => years[0] + i));
      expect(Object.values(index).every((value) => value > 0)).toBe(true);
    },
  );

  test("the Greater Manchester index is its published yearly changes, chained from 1989/90 = 100", () => {
    let chained = 100;
    const index: Record<string, number> = { "1989/90": 100 };
    for (const [year, perCent] of Object.entries(published.gdpDeflatorChangePerCent)) {
      chained *= 1 + perCent / 100;
      index[year] = expect.closeTo(chained, 6) as number;
    }
    expect(all["greater-manchester-2015"].index).toEqual(index);
  });

  test.each(published.compositeSums)("$code: the published parts add up to £$pounds, to £1", ({ pounds, parts }) => {
    const sum = Object.values(parts).reduce((total: number, part) => total + (part ?? 0), 0);
    expect(Math.abs(sum - pounds)).toBeLessThan(1);
  });
});
