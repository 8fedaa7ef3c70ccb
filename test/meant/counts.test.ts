import { describe, expect, test } from "vitest";
import { assumptions } from "../../src/results/assumptions.js";
import { whoSaves } from "../../src/results/who-saves.js";
import { meant } from "./meant.js";

const agencyIn = (name: string, agency: string) => whoSaves(meant(name, {}, 2048)).find((row) => row.agency === agency);

describe("a count", () => {
  test("of time has the same chance in years as in months", () => {
    const [years, months] = ["count-in-years", "count-in-months"].map((name) => agencyIn(name, "justice"));
    expect(years?.cash).toBeCloseTo(months?.cash ?? Number.NaN, 6);
    expect(years?.chance).toBe(months?.chance);
    expect(years?.netP5).toBeCloseTo(months?.netP5 ?? Number.NaN, 6);
  });

  test("of time states how its spells vary among the assumptions", () => {
    const row = assumptions(meant("count-in-years")).find(({ address }) => address.endsWith("counts.prison"));
    expect(row?.note).toBe("a duration, from 20 spells whose coefficient of variation is 1 (assumed)");
  });

  test("that varies eight times as much as independent events fell with a chance of 82%", () => {
    expect(agencyIn("count-overdispersed", "nhs")?.chance).toBeCloseTo(0.82, 1);
    const fell = agencyIn("count-overdispersed", "nhs")?.chance ?? 0;
    expect(Math.abs(fell - 0.82)).toBeLessThan(0.015);
  });
});
