import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { annuity, presentValue } from "../../src/base/appraisal/appraisal.js";
import {
  cycleFactors,
  type Discounting,
  type DiscountSchedule,
  discountFactor,
  discountRate,
  discountTimes,
  flatSchedule,
} from "../../src/base/appraisal/discounting.js";
import { discountSchedules } from "../../src/data/discount-schedules.js";
import published from "../published/green-book-discounting.json" with { type: "json" };

const greenBook: DiscountSchedule = discountSchedules["green-book-2022"];
const schedules: Readonly<Record<string, DiscountSchedule>> = discountSchedules;
const anySchedule = fc.constantFrom(...Object.values(schedules));

/** The factors of years 1 to n. */
const yearEnds = (years: number) => Array.from({ length: years }, (_, year) => discountFactor(greenBook, year + 1));

/** Expects a number to be the printed one, to its last digit. */
const asPrinted = (actual: number, printed: number) =>
  expect(actual).toBeCloseTo(printed, String(printed).split(".")[1]?.length ?? 0);

describe("discountFactor(schedule, years)", () => {
  test.each(Object.entries(published.standardFactors))("of year %s is the Green Book's %d", (year, factor) => {
    asPrinted(discountFactor(greenBook, Number(year)), factor);
  });

  test.each(Object.entries(published.healthFactors))("of year %s for health is %d", (year, factor) => {
    asPrinted(discountFactor(discountSchedules["green-book-2022-health"], Number(year)), factor);
  });

  test.each(Object.entries(published.standardAnnuities))("adds up over %s years to the annuity %d", (years, sum) => {
    expect(annuity(yearEnds(Number(years)))).toBeCloseTo(sum, 11);
  });

  test("gives the published net present value of a capital cost and five years of benefit", () => {
    const net = presentValue([-100, 30, 30, 30, 30, 30], [1, ...yearEnds(5)]);
    expect(net).toBeCloseTo(published.capital100Benefit30For5Years.netPresentValue, 11);
  });

  test("is 1 today, and falls without a gap if a rate is above 0", () => {
    fc.assert(
      fc.property(anySchedule, fc.double({ min: 0, max: 400, noNaN: true }), (schedule, years) => {
        expect(discountFactor(schedule, 0)).toBe(1);
        const now = discountFactor(schedule, years);
        const later = discountFactor(schedule, years + 1e-9);
        expect(later).toBeLessThanOrEqual(now);
        expect(later / now).toBeCloseTo(1, 9);
      }),
    );
  });

  test("within a year uses that year's rate", () => {
    const steps: DiscountSchedule = {
      name: "two rates",
      source: "this test",
      bands: [
        { throughYear: 1, ratePerYear: 0.1 },
        { throughYear: null, ratePerYear: 0.5 },
      ],
    };
    expect(discountFactor(steps, 0.5)).toBeCloseTo(1.1 ** -0.5, 15);
    expect(discountFactor(steps, 1.5)).toBeCloseTo((1 / 1.1) * 1.5 ** -0.5, 15);
  });

  test.each([-2, -1, Number.NaN])("a rate of %d is refused", (rate) =>
    expect(() => flatSchedule(rate)).toThrow("rate"),
  );

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("of %d years is refused", (years) =>
    expect(() => discountFactor(greenBook, years)).toThrow("years is a number, 0 or more"),
  );
});

describe("discountRate(schedule, year)", () => {
  test("changes after the last year of a band", () => {
    expect([1, 30, 31, 75, 76, 400].map((year) => discountRate(greenBook, year))).toEqual([
      0.035, 0.035, 0.03, 0.03, 0.025, 0.025,
    ]);
  });

  test("continues with the last band; without bands it is 0", () => {
    const short = { name: "short", source: "this test", bands: [{ throughYear: 2, ratePerYear: 0.04 }] };
    expect([discountRate(short, 3), discountRate({ ...short, bands: [] }, 1)]).toEqual([0.04, 0]);
  });
});

describe("flatSchedule(ratePerYear)", () => {
  test("is named after its rate", () => {
    expect([0.06, 0.035, 0.07 * 1.1].map((rate) => flatSchedule(rate).name)).toEqual(["6%", "3.5%", "7.7%"]);
  });
});

describe("discountTimes(discounting, cyclesPerYear, cycle)", () => {
  test.each([
    // By hand: cycle 6 of quarters begins a quarter into year 2.
    ["year", "start", 1, 1],
    ["year", "mid", 1.5, 1],
    ["year", "end", 2, 1],
    ["cycle", "start", 1.25, 1.25],
    ["cycle", "mid", 1.375, 1.25],
    ["cycle", "end", 1.5, 1.25],
  ] as const)("by %s from %s puts quarter 6 at year %d, and what happens once at %d", (by, from, flow, once) => {
    expect(discountTimes({ by, from }, 4, 6)).toEqual({ flow, once });
  });
});

describe("cycleFactors(discounting, cyclesPerYear, years)", () => {
  const conventions = fc.record<Discounting>({
    schedule: anySchedule,
    by: fc.constantFrom("year", "cycle"),
    from: fc.constantFrom("start", "mid", "end"),
  });

  test("has one factor per cycle, that of its time", () => {
    fc.assert(
      fc.property(
        conventions,
        fc.constantFrom(1, 4, 12, 52),
        fc.integer({ min: 1, max: 40 }),
        (discounting, n, years) => {
          const { flow, once } = cycleFactors(discounting, n, years);
          expect([flow.length, once.length, once[0]]).toEqual([n * years, n * years, 1]);
          for (const cycle of [1, n, n * years]) {
            const times = discountTimes(discounting, n, cycle);
            expect(flow[cycle - 1]).toBe(discountFactor(discounting.schedule, times.flow));
            expect(once[cycle - 1]).toBe(discountFactor(discounting.schedule, times.once));
          }
        },
      ),
    );
  });

  test("with cycles of a year, by year and by cycle are the same", () => {
    for (const from of ["start", "mid", "end"] as const)
      expect(cycleFactors({ schedule: greenBook, by: "cycle", from }, 1, 80)).toEqual(
        cycleFactors({ schedule: greenBook, by: "year", from }, 1, 80),
      );
  });
});
