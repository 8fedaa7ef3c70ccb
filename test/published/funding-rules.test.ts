import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Performance } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { lawOf } from "../support/law.js";
import published from "./funding-rules.json" with { type: "json" };

const { paymentByResults, targetPool, activityTariff, sharedSavings, marginalRate, outputConditional } = rules.pay;
const { ratesRetention, crossCharge } = rules.pay;

const year: Performance = { year: 1, quantity: 0, started: 0, spent: 0, reported: true };

describe("Troubled Families, 2012-15", () => {
  const { poundsEach, attachment, eligible, ceilings } = published.troubledFamilies;
  const rule = paymentByResults({ poundsEach, attachment, eligible: eligible[0] / eligible[1] });

  test.each(Object.entries(ceilings))(
    "%s gets at most its ceiling, in whichever year the families come",
    (_, place) => {
      for (const year of [1, 2, 3]) {
        const all = rule({ year, started: place.families, quantity: place.families, spent: 0, reported: true });
        expect(all / 100).toBe(place.pounds);
      }
    },
  );

  test("the share at attachment falls from 80 to 60 to 40 %", () => {
    const one = paymentByResults({ poundsEach, attachment });
    const taken = [1, 2, 3].map((year) => one({ year, started: 1, quantity: 0, spent: 0, reported: true }));
    expect(taken).toEqual([320000, 240000, 160000]);
  });

  test.each([
    // LocalGov 2012: £4,000 for each family helped; the split by year of attachment is of a council's papers of 2012.
    [1, 1],
    [1, 2],
    [1, 3],
    [2, 2],
    [2, 3],
    [3, 3],
  ])("a family taken on in year %i that succeeds in year %i is paid £4,000 in all", (start, success) => {
    const one = paymentByResults({ poundsEach, attachment });
    const years = [1, 2, 3].map((at) => ({
      started: Number(at === start),
      quantity: Number(at === success),
      spent: 0,
    }));
    const paid = years.map((counts, at) =>
      one({ year: at + 1, ...counts, reported: true, earlier: years.slice(0, at) }),
    );
    expect(paid.reduce((sum, pence) => sum + pence, 0)).toBe(4000_00);
    // A payer without the earlier years does not know the family: it pays no more than the fee either.
    const apart = years.map((counts, at) => one({ year: at + 1, ...counts, reported: true }));
    expect(apart.reduce((sum, pence) => sum + pence, 0)).toBeLessThanOrEqual(4000_00);
  });
});

describe("Peterborough, 2010-15: the two thresholds", () => {
  const { cohort1, all } = published.peterborough;
  const paidFrom = (target: number, quantity: number): boolean =>
    targetPool({ poolPounds: 1, target, released: "all-or-nothing" })({ ...year, quantity }) > 0;

  test("the first cohort's 8.4 % pays nothing", () => {
    const fall = 100 * (1 - cohort1.treatedPer100 / cohort1.controlPer100);
    expect(fall).toBeCloseTo(cohort1.reduction, 1);
    expect(paidFrom(cohort1.threshold, fall)).toBe(cohort1.paid);
  });

  test("9 % over all cohorts exceeds 7.5 %, and pays", () => {
    expect(paidFrom(all.threshold, all.reduction)).toBe(all.paid);
  });
});

describe("Better Care Fund, 2015-16", () => {
  const { poolPounds, targetFall, trend, admissions } = published.betterCareFund;
  const pool = targetPool({ poolPounds, target: targetFall, released: "in-proportion" });
  const released = (fall: number): number => pool({ ...year, quantity: fall });
  // Hospitals are paid for the admissions that still come, at the price at which the pool pays for the whole target.
  const tariff = activityTariff({ poundsEach: poolPounds / targetFall });
  const toHospitals = (fall: number): number => tariff({ ...year, quantity: Math.max(0, targetFall - fall) });

  lawOf(
    "the released money and the payments to hospitals sum to the pool, from no fall to the whole target",
    fc.double({ min: 0, max: 1, noNaN: true }),
    (part) => {
      const fall = part * targetFall;
      expect(Math.abs(released(fall) + toHospitals(fall) - 100 * poolPounds)).toBeLessThanOrEqual(1);
    },
    100,
  );

  test("if admissions rise as they did, £0 is released, and hospitals are paid more than the pool", () => {
    expect(released(-trend)).toBe(0);
    expect(toHospitals(-trend)).toBeGreaterThan(100 * poolPounds);
  });

  test("the released money is at most the pool", () => {
    expect(released(2 * targetFall)).toBe(100 * poolPounds);
  });

  test("193,000 admissions above plan at the plan's own price are £311m, as printed", () => {
    const { planned, actual, plannedPounds, abovePlanPounds } = admissions;
    const price = activityTariff({ poundsEach: plannedPounds / -planned });
    expect(price({ ...year, quantity: actual - planned }) / 100 / abovePlanPounds).toBeCloseTo(1, 2);
  });
});

describe("Local Justice Reinvestment", () => {
  const { minimum, bands, millionsPer100 } = published.localJusticeReinvestment;
  const rule = sharedSavings({ benchmarkPounds: 100e6, minimum, share: bands });
  test.each(Object.entries(millionsPer100))("a fall of %s %% of £100m pays £%fm", (fall, millions) => {
    expect(rule({ ...year, spent: Math.round((100 - Number(fall)) * 1e8) })).toBe(millions * 1e8);
  });
});

describe("other schedules", () => {
  test("marginal rate: above the baseline 30 % of the tariff is paid, and 70 % is retained for managing demand", () => {
    const rule = marginalRate({ poundsEach: 1000, baselinePounds: 100_000, beyond: published.marginalRate.beyond });
    const [at, beyond] = [100, 101].map((quantity) => rule({ ...year, quantity }));
    expect(beyond - at).toBe(300_00);
  });

  test("potholes: £125m of £500m depends on a report, and a year later all of the incentive does", () => {
    const { upliftPounds, withheld, withheldPounds } = published.potholes["2025-26"];
    const uplift = outputConditional({ grantPounds: upliftPounds, withheld });
    expect(uplift(year) - uplift({ ...year, reported: false })).toBe(100 * withheldPounds);
    const { incentivePounds, withheld: all } = published.potholes["2026-27"];
    expect(outputConditional({ grantPounds: incentivePounds, withheld: all })({ ...year, reported: false })).toBe(0);
  });

  test("rates retention: 25p of each further £1 at the greatest levy, and at least 92.5 % of the baseline", () => {
    const { localShare, levyAtMost, safetyNet, keptOfEachPoundAtLeast } = published.ratesRetention;
    const rule = ratesRetention({ localShare, baselinePounds: 1000, levy: levyAtMost, safetyNet });
    const [some, more, none] = [3000_00, 3001_00, 0].map((spent) => rule({ ...year, spent }));
    expect(more - some).toBe(100 * keptOfEachPoundAtLeast);
    expect(none).toBe(925_00);
  });

  test("shared savings: a cliff of 1.0 at a saving of 2 %", () => {
    const { benchmarkPounds, minimum, share, paid } = published.sharedSavings;
    const rule = sharedSavings({ benchmarkPounds, minimum, share });
    for (const { spentPounds, pounds } of paid)
      expect(rule({ ...year, spent: Math.round(100 * spentPounds) }) / 100).toBeCloseTo(pounds, 1);
  });

  test("delayed discharges: Hampshire's £12,000 are 120 days at £100", () => {
    const { poundsPerDay, finesPounds } = published.delayedDischarges;
    expect(crossCharge({ poundsPerDay })({ ...year, quantity: 120 })).toBe(100 * finesPounds);
  });
});
