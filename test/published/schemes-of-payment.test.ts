import { describe, expect, test } from "vitest";
import type { Performance } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { million } from "./million.js";
import published from "./schemes.json" with { type: "json" };

// Each line was worked out by hand from the terms that its source in schemes.json states.

const { pay } = rules;

const year: Performance = { year: 1, quantity: 0, started: 0, spent: 0, reported: true };

test("potholes 2026-27: half depends on performance, and without a report all is withheld", () => {
  const { incentivePounds, withheld, performance } = published.potholes;
  const rule = pay.outputConditional({
    grantPounds: incentivePounds,
    withheld,
    performance: { share: performance, target: 10 },
  });
  const paid = [10, 5, 0].map((quantity) => rule({ ...year, quantity }));
  expect(paid).toEqual([525 * million, 393.75 * million, 262.5 * million]);
  expect([10, 5, 0].map((quantity) => rule({ ...year, quantity, reported: false }))).toEqual([0, 0, 0]);
});

test("Local Justice Reinvestment pays nothing for youths below 10 %, where it pays for adults", () => {
  const terms = { benchmarkPounds: 1e8, share: 0.5 };
  const paidFor = (minimum: number) => pay.sharedSavings({ ...terms, minimum })({ ...year, spent: 92 * million });
  expect(paidFor(published.localJusticeReinvestmentOfYouths.minimum)).toBe(0);
  expect(paidFor(0.05)).toBe(4 * million);
});

test("the marginal rate has a baseline of income: dearer cases reach it sooner", () => {
  const of = (poundsEach: number) => pay.marginalRate({ poundsEach, baselinePounds: 100_000, beyond: "30%" });
  expect(of(1_000)({ ...year, quantity: 100 })).toBe(100_000_00);
  // 100 cases of £2,000 are £200,000: £100,000 in full, and £30,000 of the rest.
  expect(of(2_000)({ ...year, quantity: 100 })).toBe(130_000_00);
});

test("aligned payment: £80m fixed and 10,000 electives at £1,500 are £95m, one more is £1,500", () => {
  const { variable } = published.alignedPayment;
  const rule = pay.blended({ fixedPounds: 80e6, poundsEach: 1_500, planned: 0, variable });
  const [paid, more] = [10_000, 10_001].map((quantity) => rule({ ...year, quantity }));
  expect(paid).toBe(95 * million);
  expect(more - paid).toBe(1_500_00);
});

describe("Medicare shared savings, with a benchmark of £100m and a minimum rate of 1 %", () => {
  const terms = { benchmarkPounds: 1e8, minimum: 0.01 };
  const { tracks, enhancedLosses } = published.medicare;

  test.each([
    ["BASIC A", tracks["BASIC A"]],
    ["BASIC B", tracks["BASIC B"]],
    ["BASIC C", tracks["BASIC C"]],
    ["BASIC D", tracks["BASIC D"]],
    ["BASIC E", tracks["BASIC E"]],
    ["ENHANCED", tracks.ENHANCED],
  ] as const)("%s", (track, stated) => {
    const { share, cap, losses = 0, limit = 0, ofRevenue }: Track = stated;
    const paid = (spent: number, revenuePounds?: number): number =>
      pay.medicareSharedSavings({ track, ...terms, revenuePounds })({ ...year, spent: spent * million }) / million;
    expect(paid(90)).toBeCloseTo(10 * share, 9);
    expect(paid(99.01)).toBe(0);
    expect(paid(20)).toBeCloseTo(100 * cap, 9);
    expect(paid(101)).toBeCloseTo(-Math.min(losses, 100 * limit), 9);
    expect(paid(180)).toBeCloseTo(-100 * limit, 9);
    // A revenue of £10m limits losses to a part of it.
    expect(paid(180, 10)).toBeCloseTo(ofRevenue === undefined ? -100 * limit : 0, 4);
    if (ofRevenue !== undefined) expect(paid(180, 10e6)).toBeCloseTo(-10 * ofRevenue, 9);
  });

  test.each(Object.entries(enhancedLosses))(
    "at a quality score of %s, ENHANCED asks for %d of losses",
    (score, part) => {
      const rule = pay.medicareSharedSavings({ track: "ENHANCED", ...terms, quality: Number(score) });
      expect(rule({ ...year, spent: 110 * million }) / million).toBeCloseTo(-10 * part, 9);
    },
  );

  test("a minimum rate past 12.2 % is refused, since no organisation has it", () => {
    expect(() => pay.medicareSharedSavings({ track: "BASIC A", benchmarkPounds: 1, minimum: 0.2 })).toThrow(/12\.2%/);
  });
});

interface Track {
  readonly share: number;
  readonly cap: number;
  readonly losses?: number;
  readonly limit?: number;
  readonly ofRevenue?: number;
}

describe("rates retention: the levy of the regulations, pools and resets", () => {
  const { safetyNet, levyAtMost } = published.rates;
  const of = (baselinePounds: number, topUpPounds: number, more: { levy?: number; resetEvery?: number } = {}) =>
    pay.ratesRetention({ localShare: 1, baselinePounds, topUpPounds, safetyNet, ...more });
  const kept = (rule: ReturnType<typeof of>, millions: number): number =>
    rule({ ...year, spent: millions * million }) / million;

  test("a district that expects £10m and needs £8m pays 20p of each further £1; one that needs £2m pays 50p", () => {
    expect(kept(of(8e6, -2e6), 11)).toBeCloseTo(8.8, 9);
    expect(kept(of(2e6, -8e6), 11)).toBeCloseTo(2 + levyAtMost, 9);
    expect(kept(of(50e6, 28e6), 23)).toBeCloseTo(51, 9);
  });

  test("in a pool with a county that has a top-up, no levy is due: the pool keeps £0.5m more", () => {
    const [district, county] = [of(2e6, -8e6), of(48e6, 36e6)];
    const pool = of(50e6, 28e6);
    expect(kept(pool, 11 + 12) - (kept(district, 11) + kept(county, 12))).toBeCloseTo(0.5, 9);
  });

  test("and a fall of one member is not caught: apart the safety net pays £0.85m more", () => {
    const [district, county] = [of(2e6, -8e6), of(48e6, 36e6)];
    expect(kept(district, 9) + kept(county, 12) - kept(of(50e6, 28e6), 9 + 12)).toBeCloseTo(0.85, 9);
  });

  test("a reset gives up the growth before it: year 4 keeps the baseline, and the top-up is new", () => {
    const rule = of(8e6, -2e6, { resetEvery: 3 });
    const spent = [11, 12, 13, 13, 14].map((millions) => millions * million);
    const years = spent.map((each) => ({ quantity: 0, started: 0, spent: each }));
    const paid = spent.map((each, at) => rule({ ...year, year: at + 1, spent: each, earlier: years.slice(0, at) }));
    // After the reset £13m are expected, so the levy rate is 1 − 8/13.
    const expected = [8.8, 9.6, 10.4, 8, 8 + 8 / 13];
    for (const [at, pence] of paid.entries()) expect(Math.abs(pence - expected[at] * million)).toBeLessThanOrEqual(1);
  });
});
