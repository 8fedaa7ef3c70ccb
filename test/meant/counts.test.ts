import { describe, expect, test } from "vitest";
import { whoSaves } from "../../src/results/money/who-saves.js";
import { netsOf } from "../../src/results/sums/nets.js";
import { assumptions } from "../../src/results/why/assumptions.js";
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
    // It is an upper bound, which has no chance: the share of the draws is counted here.
    const { scenario, drawn } = meant("count-overdispersed", {}, 2048);
    const net = netsOf(scenario, drawn, 0, { agencies: ["nhs"] })("net");
    const fell = net.filter((pounds) => pounds > 0).length / net.length;
    expect(Math.abs(fell - 0.82)).toBeLessThan(0.015);
  });
});
