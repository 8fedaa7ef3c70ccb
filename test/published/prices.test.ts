import { describe, expect, test } from "vitest";
import { runCentral } from "../../src/engine/central.js";
import { figureOf } from "../../src/results/sums/sums.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";
import units from "./greater-manchester-unit-costs.json" with { type: "json" };

type Cost = NonNullable<ScenarioForm["interventions"][string]["costs"]>[string];

/** What the council pays for a line, in pounds of a price year. */
const paid = (line: Partial<Cost> & Pick<Cost, "pays">, priceYear: string, source?: string): number => {
  const costs = { line: { in: "year 1", ...line } };
  const sources = { study: { title: "A study", priceYear: source ?? priceYear } };
  const form = bare({ money: { priceYear, discount: "none" }, sources, interventions: { plan: reaching({ costs }) } });
  return figureOf(runCentral(read(form), ["plan"]), 0, "pays", { agencies: ["council"] })[0];
};

// HM Treasury, GDP deflators at market prices, December 2025, by calendar year: 2024 = 100. Three quarters of one year
// and a quarter of the next; 2025 is 2 % above 2024, which is assumed.
const index = {
  2008: 0.75 * 66.89 + 0.25 * 68.217,
  2009: 0.75 * 68.217 + 0.25 * 69.1217,
  2010: 0.75 * 69.1217 + 0.25 * 70.834,
  2024: 0.75 * 100 + 0.25 * 102,
};

describe("a line of money in other prices", () => {
  test("is converted by the Treasury's deflator; a financial year takes those of its two calendar years", () => {
    const pays = { council: { value: 2615, priceYear: "2009/10" } };
    expect(paid({ pays }, "2024/25")).toBeCloseTo((2615 * index[2024]) / index[2009], 8);
    expect(paid({ pays }, "2024")).toBeCloseTo(3820.69, 2); // By hand: 2615 × 100 / 68.4432.
    expect(paid({ pays }, "2009/10")).toBe(2615);
  });

  test("takes the price year of the value first, then that of its line, then that of the source", () => {
    const [value, line] = [{ value: 100, priceYear: "2008/09" }, { priceYear: "2009/10" }];
    const inPricesOf = (year: 2008 | 2009 | 2010): number => (100 * index[2024]) / index[year];
    expect(paid({ pays: { council: value }, ...line }, "2024/25")).toBeCloseTo(inPricesOf(2008), 8);
    expect(paid({ pays: { council: 100 }, ...line }, "2024/25")).toBeCloseTo(inPricesOf(2009), 8);
    expect(paid({ pays: { council: 100 }, source: "study" }, "2024/25", "2010/11")).toBeCloseTo(inPricesOf(2010), 8);
    expect(paid({ pays: { council: 100 }, ...line, source: "study" }, "2024/25", "2010/11")).toBeCloseTo(
      inPricesOf(2009),
      8,
    );
  });

  // The database used the deflator of the March 2015 Budget. Its last years were forecasts, revised since.
  test.each(units.uprating)(
    "$code from $from to $to is within 2.5 % of what the database prints, with today's deflator",
    (row) => {
      const actual = paid({ pays: { council: { value: row.pounds, priceYear: row.from } } }, row.to);
      expect(Math.abs(actual / row.uprated - 1)).toBeLessThan(0.025);
      expect(actual).not.toBeCloseTo(row.uprated, 0);
    },
  );
});
