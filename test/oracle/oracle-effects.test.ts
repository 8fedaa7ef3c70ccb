import { describe, expect, test } from "vitest";
import { centrally, cut, grit, line, near, scenarioOf } from "./hand.js";

describe("account(scenario, strategy, draw)", () => {
  test("halves what a cut of a half leaves, for what a contact costs, and a quarter of that is cash", () => {
    // 1000 people x 0.4 = 400 a year, 200 of them averted: 200 x 100 = 20,000 avoided, of which 25 % is cash.
    const scenario = scenarioOf({});
    expect(centrally(scenario, "without").contacts.get("bed")).toEqual(near([400, 400]));
    expect(centrally(scenario).contacts.get("bed")).toEqual(near([200, 200]));
    expect(line(scenario, "hospital services.bed avoided")?.money).toEqual(near([20000, 20000]));
    expect(line(scenario, "hospital services.bed cash")?.money).toEqual(near([5000, 5000]));
    expect(line(scenario, "hospital services.bed cheaper")?.money).toEqual(near([0, 0]));
  });

  test("begins with the intervention, waits for the lag, climbs the ramp by the middle of the cycle, and stops at until", () => {
    // 100 contacts a quarter, half cut. Start 1/4, lag 1/4, ramp 1/2, until 1 1/4, all on the clock p = t - 1/4:
    // t = 0 (p < 0): 0; 1/4 (p = 0 < lag): 0; 1/2 (p = 1/4): (1/4 + 1/8 - 1/4) / (1/2) = 1/4; 3/4: (1/2 + 1/8 - 1/4) /
    // (1/2) = 3/4;
    // t = 1 and 1 1/4 (p = 3/4, 1): 1; t = 1 1/2 (p = 1 1/4 = until): 0.
    const profile = { lag: "1 quarter", ramp: "6 months", until: "15 months" };
    const scenario = scenarioOf({
      interventions: {
        grit: {
          reaches: "everyone",
          start: "quarter 2",
          deadweight: 0,
          effects: { cut: { cut: { bed: 0.5 }, ...profile } },
        },
      },
    });
    // Averted: 100 x 1/2 x (0 + 0 + 1/4 + 3/4) = 50, then 50 x (1 + 1) = 100.
    expect(line(scenario, "hospital services.bed avoided")?.money).toEqual(near([5000, 10000]));
  });

  test("halves an effect every half-life after its peak, and takes the shares of each year", () => {
    // Peak at 1/2 a year, half-life 1/2: strengths 1/4 and 3/4 on the ramp, then 1, 2^-1/2, 1/2, 2^-3/2, 1/4, 2^-5/2.
    const fading = scenarioOf(cut({ ramp: "6 months", halfLife: "6 months" }));
    const first = 0.25 + 0.75 + 1 + Math.SQRT1_2;
    const second = 0.5 + Math.SQRT1_2 / 2 + 0.25 + Math.SQRT1_2 / 4;
    expect(line(fading, "hospital services.bed avoided")?.money).toEqual(near([5000 * first, 5000 * second]));
    const byYear = scenarioOf(cut({ byYear: ["40%"] }));
    expect(line(byYear, "hospital services.bed avoided")?.money).toEqual(near([8000, 0]));
  });

  test("leaves out what would have come anyway, of cuts but not of raises unless they say so", () => {
    const effects = { cut: { cut: { bed: 0.5 } }, raise: { raise: { "demand.falls": 0.1 } } };
    const scenario = scenarioOf(grit({ deadweight: 0.2, effects }));
    // 400 x (1 - 0.5 x 0.8) x (1 + 0.1) = 264.
    expect(centrally(scenario).contacts.get("bed")).toEqual(near([264, 264]));
  });

  test("sets, then multiplies, then adds, and holds a share within 0 to 1", () => {
    const effects = {
      set: { set: { "quantities.dry": 0.9 } },
      raise: { raise: { "quantities.dry": 0.5 } },
      add: { add: { "quantities.dry": -0.1 }, deadweight: 0 },
    };
    const parts = {
      quantities: { dry: "10%" },
      demand: { falls: { to: "bed", contacts: "dry", per: "person", every: "year" } },
    };
    // Set with deadweight 0.5: 0.1 + (0.9 - 0.1) x 0.5 = 0.5; x 1.5 = 0.75; - 0.1 = 0.65.
    const scenario = scenarioOf({ ...parts, ...grit({ deadweight: 0.5, effects }) });
    expect(centrally(scenario).contacts.get("bed")).toEqual(near([650, 650]));
    // Without deadweight: 0.9 x 1.5 - 0.1 = 1.25, limited to 1.
    const held = scenarioOf({ ...parts, ...grit({ effects }) });
    expect(centrally(held).contacts.get("bed")).toEqual(near([1000, 1000]));
  });

  test("keeps only the strongest cut where overlap says so, and every raise", () => {
    const cuts = (share: number) => ({
      reaches: "everyone" as const,
      deadweight: 0,
      effects: { cut: { cut: { bed: share } } },
    });
    const raise = { reaches: "everyone" as const, effects: { raise: { raise: { bed: 0.2 } } } };
    const interventions = { a: cuts(0.5), b: cuts(0.3), c: raise };
    const of = ["a", "b", "c"];
    const scenario = scenarioOf({
      interventions,
      strategies: { product: of, strongest: { of, overlap: "strongest" } },
    });
    // 400 x 0.5 x 0.7 x 1.2 = 168, and 400 x 0.5 x 1.2 = 240.
    expect(centrally(scenario, "product").contacts.get("bed")).toEqual(near([168, 168]));
    expect(centrally(scenario, "strongest").contacts.get("bed")).toEqual(near([240, 240]));
  });
});
