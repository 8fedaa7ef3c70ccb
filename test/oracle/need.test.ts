import { describe, expect, test } from "vitest";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { centrally, near, scenarioOf, taking } from "./hand.js";
import { residents, yearly } from "./residents.js";

describe("need", () => {
  const need = (who: string, persistence: number, parts: Partial<ScenarioForm> = {}) =>
    scenarioOf({
      ...yearly(2),
      ...residents({
        concentration: {
          segments: { high: { weight: "20%", multiplier: 4 }, low: { weight: "80%", multiplier: 0.25 } },
          persistence,
        },
      }),
      demand: { falls: { to: "bed", contacts: 1, per: "person", every: "year" } },
      ...taking({ people: 250, who }, { effects: { less: { cut: { bed: 1 } } } }),
      ...parts,
    });

  test("scales contacts, and is dealt anew at a year's end but for what persists", () => {
    // The 200 with high need and 50 others: 800 + 12.5 contacts averted. A year on 0.6 of them are as they were: 0.6 x
    // 812.5 + 0.4 x 250.
    expect(centrally(need("highest-need", 0.6)).contacts.get("bed")).toEqual(near([187.5, 1000 - 587.5]));
    expect(centrally(need("anyone", 0.6)).contacts.get("bed")).toEqual(near([750, 750]));
  });

  test("of last year picks people, a part of whom have it still", () => {
    // By Poisson(4) and Poisson(1/4) counts a year, a quarter is picked: all with 2 or more (0.9084 of the high, 0.0265
    // of the low),
    // and enough of those with 1 (0.0733 and 0.1947) to make 250: (250 - 181.68 - 21.20) / (14.65 + 155.76) = 0.2765.
    const above = (mean: number) => 1 - Math.exp(-mean) * (1 + mean);
    const one = (mean: number) => mean * Math.exp(-mean);
    const [high, low] = [4, 0.25];
    const share = (0.25 - 0.2 * above(high) - 0.8 * above(low)) / (0.2 * one(high) + 0.8 * one(low));
    expect(share).toBeCloseTo(0.2765, 3);
    const picked = 200 * (above(high) + share * one(high));
    // This many of the 250 have high need now. The others have the need of all people.
    for (const persistence of [1, 0.6]) {
      const now = persistence * picked + (1 - persistence) * 50;
      const averted = 4 * now + 0.25 * (250 - now);
      expect(centrally(need("last-year", persistence)).contacts.get("bed")?.[0]).toBeCloseTo(1000 - averted, 8);
    }
  });
});
