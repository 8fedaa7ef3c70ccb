import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { breakEvens, type ScanOptions, scan } from "../../src/experiments/scan.js";
import { sweep } from "../../src/experiments/sweep.js";
import { report, toText } from "../../src/report/index.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

/** 100 visits of £10, of which a programme cuts a share for £50; another programme reads neither number. */
const scenario = read(
  bare({
    quantities: {
      share: { value: "10%", low: "2%", high: "18%", distribution: "uniform", source: "assumption" },
      fee: 50,
    },
    services: { visit: { unit: "visit", cost: { council: 10 }, cashable: "100%" } },
    demand: { visits: { to: "visit", contacts: 100, per: "everyone", every: "year" } },
    interventions: {
      calls: reaching({
        costs: { fee: { pays: { council: "fee" }, in: "year 1" } },
        effects: { less: { cut: { visit: "share" } } },
      }),
      apart: reaching({ effects: { less: { saves: { council: 5 }, every: "year", cashable: "100%" } } }),
    },
    strategies: { calls: ["calls"], apart: ["apart"] },
  }),
);
const run = simulate(scenario, { draws: 256 });
const scanned = (options: ScanOptions) => scan(run, options);

describe("scan(simulation)", () => {
  // By hand: £1,000 × share − £50, so £10 for each point, and 0 at 5%.
  test("moves a number through what is asked: its net, the slope, and where it breaks even", () => {
    const rows = scanned({ vary: "quantities.share=0%..16%" });
    expect(rows.map(({ strategy, value, net }) => [strategy, value, Math.round(net)])).toEqual(
      [0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.12, 0.14, 0.16].map((value) => [
        "calls",
        value,
        Math.round(1000 * value - 50),
      ]),
    );
    expect(rows[0].slope).toBeNull();
    expect(rows[1].slope).toBeCloseTo(1000, 6);
    expect(breakEvens(rows)).toEqual([{ at: expect.closeTo(0.05, 9), rises: true }]);
  });

  test("has the bits of sweep", () => {
    const rows = scanned({ vary: "quantities.share=0%..16%", of: "council" });
    const swept = sweep(scenario, { "quantities.share": ["0%", "2%", "4%"] }, { draws: 256, of: "council" });
    expect(rows.slice(0, 3).map(({ net, netP5, chance }) => [net, netP5, chance])).toEqual(
      swept.map(({ pounds, poundsP5, chance }) => [pounds, poundsP5, chance]),
    );
  });

  // The 2.5th and the 97.5th percentile of a uniform range from 2% to 18%, by hand.
  test("goes through the range of the file, and from 0 to twice a number without one", () => {
    const ends = (vary: string) => [0, 8].map((at) => scanned({ vary })[at].value);
    expect(ends("quantities.share").map((value) => Number(value.toFixed(6)))).toEqual([0.024, 0.176]);
    expect(ends("quantities.fee")).toEqual([0, 100]);
  });

  test("moves two numbers as a grid of five by five, and names no break-even", () => {
    const rows = scanned({ vary: "quantities.share=0%..8%", beside: "quantities.fee=0..40" });
    expect(rows.length).toBe(25);
    expect(rows.map(({ value, besideValue, net }) => Math.round(net - 1000 * value + (besideValue ?? 0)))).toEqual(
      rows.map(() => 0),
    );
    expect(rows[6]).toMatchObject({ value: 0.02, besideValue: 10, slope: null });
  });

  test("says what it found, with the number as the file writes it", () => {
    const text = toText(report(run, { show: ["scan:quantities.share=0%..16%"] }), { width: 400 });
    expect(text).toContain("Share: breaks even at 5%; from −£50 at 0% to £110 at 16%.");
  });

  test.each([
    ["scan:quantities.shar", "There is no number at quantities.shar. Did you mean quantities.share?"],
    ["scan:quantities.share=9..1", "9..1 is not a lower and a higher number. Write quantities.share=0..10"],
    ["scan:quantities.share=some", "some is not a lower and a higher number."],
    ["scan:quantities.share=0%..150%", "0%..150% passes 100%, the most that quantities.share may be."],
  ])("refuses %s", (show, words) => expect(() => report(run, { show: [show] })).toThrow(words));

  test("has no rows without a number, or if no strategy reads it", () => {
    expect(scanned({})).toEqual([]);
    expect(toText(report(run, { show: ["scan"] }))).toContain("write scan:ADDRESS");
  });
});
