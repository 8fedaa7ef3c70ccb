import { describe, expect, test } from "vitest";
import { mean } from "../../src/base/mathematics/statistics.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { evpi } from "../../src/results/uncertainty/evpi.js";
import { evppi } from "../../src/results/uncertainty/evppi.js";
import { bare, reaching } from "../support/bare.js";
import { law } from "../support/law.js";
import { read } from "../support/read.js";

const normal = (value: number, deviation: number) => {
  const half = 1.959963984540054 * deviation; // of a 95% interval
  return { value, low: value - half, high: value + half, distribution: "normal" as "normal" | "uniform" };
};

/** A plan that saves the council `saves` in the one year: pounds, or a formula of `quantities`. */
const planThat = (saves: string, quantities: Readonly<Record<string, ReturnType<typeof normal>>>, draws: number) =>
  simulate(
    read(
      bare({
        quantities,
        interventions: {
          plan: reaching({ effects: { e: { saves: { council: saves }, in: "year 1" } } }),
          fee: reaching({ costs: { c: { pays: { council: 1000 }, in: "year 1" } } }),
        },
        strategies: { plan: ["plan", "fee"] },
      }),
    ),
    { draws, seed: "evppi" },
  );

const worths = (run: ReturnType<typeof planThat>): Readonly<Record<string, number>> =>
  Object.fromEntries(evppi(run, { of: "council" }).map((row) => [row.address, row.evppi]));

describe("evppi(simulation)", () => {
  law("is 0 or more and evpi at most, for every number, at every worth of an outcome", (form) => {
    const run = simulate(read(form), { draws: 64 });
    for (const options of [{}, { willingnessToPay: [0, 500] }]) {
      const most = new Map(evpi(run, options).map((row) => [`${row.outcome} ${row.willingnessToPay}`, row.evpi]));
      for (const row of evppi(run, options)) {
        expect(row.evppi).toBeGreaterThanOrEqual(0);
        expect(row.evppi).toBeLessThanOrEqual(row.evpi);
        expect(row.evpi).toBe(most.get(`${row.outcome} ${row.willingnessToPay}`));
      }
    }
  });

  // Net is normal with mean m and deviation s. E[max(0, net)] = m Φ(m/s) + s φ(m/s), less max(0, m).
  // m = 0: s × 0.39894. m = −100, s = 200: −100 × 0.30854 + 200 × 0.35207 = 39.56.
  test.each([
    [1000, 200, 79.79],
    [900, 200, 39.56],
  ])("of one normal number, %i with deviation %i, all of the value is its own: £%f", (value, deviation, pounds) => {
    const run = planThat("gain", { gain: normal(value, deviation) }, 8192);
    const [row] = evppi(run, { of: "council" });
    expect(row.evpi).toBeCloseTo(pounds, 0);
    expect(row.evppi / pounds).toBeGreaterThan(0.98);
    expect(row.evppi).toBeLessThanOrEqual(row.evpi);
  });

  // The sum of two independent normals: knowing one leaves the mean of the other. 300 × 0.39894 and 160 × 0.39894.
  test("of two normal numbers in a sum, each has the value of its own deviation, within 5% of all", () => {
    const run = planThat("gain + luck", { gain: normal(600, 300), luck: normal(400, 160) }, 8192);
    const rows = evppi(run, { of: "council" });
    expect(rows.map(({ address }) => address)).toEqual(["quantities.gain", "quantities.luck"]);
    expect(rows[0].evpi).toBeCloseTo(340 * 0.39894, 0);
    expect(Math.abs(rows[0].evppi - 119.68)).toBeLessThan(0.05 * rows[0].evpi);
    expect(Math.abs(rows[1].evppi - 63.83)).toBeLessThan(0.05 * rows[1].evpi);
  });

  // The strategies tie, so any choice by chance would look like value: half of the draws choose, the other half count.
  test("a number that nothing depends on is worth nothing, even where the strategies tie", () => {
    const idle = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`idle${at}`, normal(50, 10)]));
    const { "quantities.gain": gain, ...others } = worths(planThat("gain", { ...idle, gain: normal(1000, 200) }, 2048));
    expect(gain).toBeGreaterThan(75);
    expect(mean(Object.values(others))).toBeLessThan(2); // 6.4 if the same draws chose and counted
  });

  test("by hand: a coin that loses 50 or gains 50 is worth 25, and a number without a choice to change 0", () => {
    const coin = { value: 50, low: 0, high: 100, distribution: "uniform" as const };
    const run = planThat("gain > 50 ? 1050 : 950", { gain: coin }, 4096);
    expect(evppi(run, { of: "council" })).toMatchObject([{ best: "without", evpi: 25, outcome: null }]);
    expect(worths(run)["quantities.gain"]).toBeCloseTo(25, -0.5);
    expect(worths(planThat("gain", { gain: normal(5000, 10) }, 2048))).toEqual({ "quantities.gain": 0 });
  });

  // Either half of a product of signs is worth nothing alone: the mean given one is the same as before.
  test("two numbers that only matter together are worth nothing alone, and evpi all", () => {
    const sign = { value: 0, low: -1, high: 1, distribution: "uniform" as const };
    const run = planThat("a * b > 0 ? 1100 : 900", { a: sign, b: sign }, 8192);
    const rows = evppi(run, { of: "council" });
    expect(rows[0].evpi).toBeCloseTo(50, -1);
    for (const { evppi: alone } of rows) expect(alone).toBeLessThan(3);
  });

  test("has no rows without ranges, and refuses a willingness to pay below 0", () => {
    const fixed = planThat("1100", {}, 64);
    expect(evppi(fixed)).toEqual([]);
    expect(() => evppi(fixed, { willingnessToPay: [-1] })).toThrow("0 or more, not -1");
  });
});
