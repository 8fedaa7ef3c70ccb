import { describe, expect, test } from "vitest";
import { indexYear } from "../../src/base/appraisal/prices.js";
import { deflators } from "../../src/data/deflators.js";
import { unitCosts } from "../../src/data/unit-costs/index.js";
import { readUnitCosts } from "../../src/scenario/money/unit-costs.js";
import { whoSaves } from "../cli/who-saves.js";

describe("the catalogue of unit costs", () => {
  test("has every code once", () => {
    const codes = unitCosts.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test.each(unitCosts.map((cost) => [cost.code, cost] as const))(
    "%s: says what, per what, whose pounds, of which year, and where from",
    (_, { what, unit, payers, priceYear, source, licence }) => {
      for (const text of [what, unit, licence]) expect(text).not.toBe("");
      expect(source.length).toBeGreaterThan(20);
      expect(Object.keys(payers)).not.toEqual([]);
      for (const pounds of Object.values(payers)) expect(pounds).toBeGreaterThan(0);
      expect(Object.keys(deflators["hm-treasury-2025"].index)).toContain(String(indexYear(priceYear)));
    },
  );

  test("what it says it covers is there", () => {
    const codes = unitCosts.map(({ code }) => code);
    for (const covered of unitCosts.flatMap(({ covers = [] }) => covers))
      expect(codes.some((code) => code === covered || code.startsWith(`${covered}.`))).toBe(true);
  });

  test("reads back from the csv that list costs prints", async () => {
    const { stdout } = await whoSaves(["list", "costs", "--format", "csv"]);
    expect(readUnitCosts(stdout)).toEqual({ costs: unitCosts, problems: [] });
  });
});
