import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexYear, type PriceSeries, uprate } from "../../src/base/appraisal/prices.js";
import { deflators } from "../../src/data/deflators.js";
import published from "../published/greater-manchester-unit-costs.json" with { type: "json" };

const treasury: PriceSeries = deflators["hm-treasury-2025"];
const greaterManchester: PriceSeries = deflators["greater-manchester-2015"];
const pence = (pounds: number | undefined) => Math.round((pounds ?? Number.NaN) * 100);

describe("indexYear(priceYear)", () => {
  test.each([
    ["2009/10", 2009],
    ["1999/00", 1999],
    ["2009", 2009],
  ])("of %s is %d", (text, year) => expect(indexYear(text)).toBe(year));

  test.each(["2009/11", "2009/2010", "2009-10", "09/10", "2009/1", " 2009", "2009/10 ", "", "constructor"])(
    "of %j is undefined",
    (text) => expect(indexYear(text)).toBeUndefined(),
  );
});

describe("uprate(pounds, { from, to, series })", () => {
  test.each(published.uprating)("$code: £$pounds of $from are £$uprated of $to, to a penny", (row) => {
    expect(pence(uprate(row.pounds, { from: row.from, to: row.to, series: greaterManchester }))).toBe(
      pence(row.uprated),
    );
  });

  test("there and back gives the same amount", () => {
    const year = fc.integer({ min: 1990, max: 2024 }).map(String);
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), year, year, (pounds, from, to) => {
        const there = uprate(pounds, { from, to, series: treasury }) ?? Number.NaN;
        expect(uprate(there, { from: to, to: from, series: treasury })).toBeCloseTo(pounds, 8);
      }),
    );
  });

  test("a financial year has three quarters of the index of its first calendar year, and a quarter of the second", () => {
    const from = { from: "2009/10", to: "2024", series: treasury };
    expect(uprate(100, from)).toBeCloseTo(10000 / (0.75 * 68.217 + 0.25 * 69.1217), 10); // by hand from the series
    expect(uprate(1e6, { from: "2022/23", to: "2023/24", series: treasury })).toBeCloseTo(1057103.4, 1);
  });

  test("a series of financial years is used as it is, and a financial year beside calendar years comes first", () => {
    const series = { name: "an index", source: "invented", index: { 2009: 50, 2010: 51, "2009/10": 60 } };
    expect(uprate(100, { from: "2009/10", to: "2010", series })).toBe(85);
    expect(uprate(100, { from: "2009", to: "2009/10", series: greaterManchester })).toBeUndefined();
  });

  test("refuses an index that is no number above 0", () => {
    for (const none of [0, -1, Number.NaN])
      for (const index of [
        { 2009: none, 2010: 1 },
        { 2009: 1, 2010: none },
      ])
        expect(() => uprate(1, { from: "2009", to: "2010", series: { name: "", source: "", index } })).toThrow(
          /^error: .*\n {2}The index of 20\d\d is a number above 0, not/,
        );
  });

  test("is undefined outside the series, or if a year is written wrongly", () => {
    for (const from of ["1989", "2025/26", "2009/11"])
      expect(uprate(1, { from, to: "2024", series: treasury })).toBeUndefined();
    for (const to of ["2100", "2024/25"]) expect(uprate(1, { from: "2024", to, series: treasury })).toBeUndefined();
  });
});
