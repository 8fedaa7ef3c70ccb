import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { discountFactor, flatSchedule } from "../../src/base/appraisal/discounting.js";
import { keysOf, recordOf } from "../../src/base/records.js";
import type { AgencyYear, YearEnd } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { sampleRules } from "../../src/laws/index.js";
import { lawOf } from "../support/law.js";
import { refusal } from "./refusal.js";

const { useItOrLoseIt, carryForward, keepShare, ratchet, weitzman, outturnPlus } = rules.yearEnd;

const share = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20);
const pence = fc.oneof(fc.constant(0), fc.nat(100), fc.nat(1e10));
const years: fc.Arbitrary<AgencyYear> = fc.record({
  base: pence,
  reserve: fc.tuple(pence, fc.boolean()).map(([size, owes]) => (owes ? 0 - size : size)),
  spent: pence,
});

/** A rule with its money parameters multiplied by a number. */
type Scaled = (pounds: number) => YearEnd;

const keepingTheBase = {
  useItOrLoseIt: fc.constant<Scaled>(() => useItOrLoseIt),
  carryForward: fc
    .option(share, { nil: undefined })
    .map<Scaled>((cap) => () => carryForward(cap === undefined ? {} : { cap })),
  keepShare: share.map<Scaled>((share) => () => keepShare({ share })),
};

const anyKeepingTheBase = fc.oneof(...Object.values(keepingTheBase));
const resetting = {
  ratchet: fc.tuple(share, anyKeepingTheBase).map<Scaled>(
    ([share, of]) =>
      (pounds) =>
        ratchet({ share, of: of(pounds) }),
  ),
  weitzman: fc
    .tuple(share, fc.integer({ min: -1e6, max: 1e6 }), anyKeepingTheBase)
    .map<Scaled>(([share, growth, of]) => (pounds) => {
      return weitzman({ share, growthPounds: growth * pounds, of: of(pounds) });
    }),
  outturnPlus: fc.tuple(share, anyKeepingTheBase).map<Scaled>(([growth, of]) => (pounds) => {
    return outturnPlus({ growth: growth - 0.5, of: of(pounds) });
  }),
};

const random: Readonly<Record<string, fc.Arbitrary<Scaled>>> = { ...keepingTheBase, ...resetting };
const wrapping = fc.tuple(share, share, fc.oneof(...Object.values(random))).map<Scaled>(
  ([outer, inner, of]) =>
    (pounds) =>
      ratchet({ share: outer, of: ratchet({ share: inner, of: of(pounds) }) }),
);

/** Every year-end rule as the laws try it, and with random parameters. */
const all: Readonly<Record<string, fc.Arbitrary<YearEnd>>> = {
  ...recordOf(keysOf(sampleRules.yearEnd), (label) => fc.constant(sampleRules.yearEnd[label])),
  ...recordOf(keysOf(random), (name) => random[name].map((scaled) => scaled(1))),
  "ratchet over ratchet": wrapping.map((scaled) => scaled(1)),
};

/** Only deficit support pays for an overspend; every other rule carries it in full. */
const { "deficit override": _, "safety valve": __, ...carryingOverspends } = all;

describe.each(Object.entries(all))("%s", (name, rules) => {
  lawOf(
    `${name} loses no penny: base + reserve = spent + next reserve + surrendered`,
    fc.tuple(rules, years),
    ([rule, year]) => {
      const { base, reserve, surrendered } = rule(year);
      expect(reserve + surrendered).toBe(year.base + year.reserve - year.spent);
      for (const pence of [base, reserve, surrendered])
        expect(Number.isSafeInteger(pence) && !Object.is(pence, -0)).toBe(true);
    },
    200,
  );
});

describe.each(Object.entries(carryingOverspends))("%s", (name, rules) => {
  lawOf(
    `${name} carries an overspend in full, surrenders at most the unspent money, and leaves no base below 0`,
    fc.tuple(rules, years),
    ([rule, year]) => {
      const left = year.base + year.reserve - year.spent;
      const { base, reserve, surrendered } = rule(year);
      expect(base).toBeGreaterThanOrEqual(0);
      expect(surrendered).toBeGreaterThanOrEqual(0);
      expect(surrendered).toBeLessThanOrEqual(Math.max(0, left));
      if (left < 0) expect(reserve).toBe(left);
    },
    200,
  );
});

describe.each(Object.entries({ ...random, "ratchet over ratchet": wrapping }))("%s", (name, rules) => {
  lawOf(
    `${name} closes a year with a hundred times the money a hundred times as large, except for rounding`,
    fc.tuple(rules, years),
    ([rule, year]) => {
      const { base, reserve, spent } = year;
      const closed = rule(1)(year);
      const scaled = rule(100)({ base: 100 * base, reserve: 100 * reserve, spent: 100 * spent });
      for (const key of ["base", "reserve", "surrendered"] as const)
        expect(Math.abs(scaled[key] / 100 - closed[key])).toBeLessThanOrEqual(3);
    },
    100,
  );
});

describe("what each is for", () => {
  const year: AgencyYear = { base: 100_00, reserve: 20_00, spent: 90_00 };
  test.each<[string, YearEnd, ReturnType<YearEnd>]>([
    ["all is lost", useItOrLoseIt, { base: 10000, reserve: 0, surrendered: 3000 }],
    [
      "Budget Exchange: 0.6 % of the base",
      carryForward({ cap: "0.6%" }),
      { base: 10000, reserve: 60, surrendered: 2940 },
    ],
    ["end-year flexibility: all", carryForward({}), { base: 10000, reserve: 3000, surrendered: 0 }],
    ["half", keepShare({ share: 0.5 }), { base: 10000, reserve: 1500, surrendered: 1500 }],
    ["a ratchet", ratchet({ share: 0.5, of: carryForward({}) }), { base: 9500, reserve: 3000, surrendered: 0 }],
    ["Weitzman's", weitzman({ share: 0.5, growthPounds: 1 }), { base: 9600, reserve: 0, surrendered: 3000 }],
    ["outturn-plus", outturnPlus({ growth: "2%" }), { base: 9180, reserve: 0, surrendered: 3000 }],
  ])("%s", (_, rule, expected) => expect(rule(year)).toEqual(expected));

  test("without a cap the reserve grows past the base; a cap of 1 forbids that", () => {
    const saved: AgencyYear = { base: 100, reserve: 90, spent: 10 };
    expect(carryForward({})(saved)).toEqual({ base: 100, reserve: 180, surrendered: 0 });
    expect(carryForward({ cap: 1 })(saved)).toEqual({ base: 100, reserve: 100, surrendered: 80 });
  });

  test("only outturn-plus and Weitzman's pay for an overspend with a larger base", () => {
    const over: AgencyYear = { base: 100_00, reserve: 0, spent: 110_00 };
    const bases = [useItOrLoseIt, ratchet({ share: 1 }), weitzman({ share: 0.5 }), outturnPlus({ growth: 0 })];
    expect(bases.map((rule) => rule(over).base)).toEqual([10000, 10000, 10500, 11000]);
  });
});

/**
 * The gain to date, in pence, of an agency that saves £100 once and then spends its base, compared with one that never saves.
 * One number per year.
 */
const gainBy = (rule: YearEnd, years: number, ratePerYear: number): readonly number[] => {
  const first = rule({ base: 1_000_00, reserve: 0, spent: 900_00 });
  let { base } = first;
  let gain = first.reserve;
  return Array.from({ length: years }, (_, at) => {
    gain += discountFactor(flatSchedule(ratePerYear), at + 1) * (base - 1_000_00);
    ({ base } = rule({ base, reserve: first.reserve, spent: base }));
    return gain;
  });
};

describe("a ratchet over full carry-forward is a penalty from a year on", () => {
  // A pound saved is a pound carried over, and a share of it lost every later year: years × share > 1 (derived). With
  // discounting at the Green Book's 3.5 % the annuity of 2, 3 and 5 years is 1.90, 2.80 and 4.52, and the years stay.
  test.each([
    [0.25, 5],
    [0.5, 3],
    [1, 2],
  ])("of %f: year %i", (share, expected) => {
    const rule = ratchet({ share, of: carryForward({}) });
    for (const ratePerYear of [0, 0.035]) {
      const gains = gainBy(rule, 10, ratePerYear);
      expect(gains.findIndex((gain) => gain < 0) + 1).toBe(expected);
    }
  });

  test("with use it or lose it, saving is a penalty at once", () => {
    expect(gainBy(ratchet({ share: 0.25, of: useItOrLoseIt }), 1, 0)[0]).toBe(-25_00);
  });

  test("Weitzman: at 3.5 % and a share of a half, 6.5 % is left of what a lasting saving is worth", () => {
    // Spending stays £1 lower, and the base follows it down: the gains are 1, ½, ¼ … of a pound, one per year.
    const rule = weitzman({ share: 0.5 });
    const spent = 1e12 - 1e8;
    let base = 1e12;
    let gain = 0;
    for (let year = 0; year < 40; year++) {
      gain += (base - spent) * discountFactor(flatSchedule(0.035), year);
      ({ base } = rule({ base, reserve: 0, spent }));
    }
    const lasting = (1e8 * 1.035) / 0.035;
    expect(gain / lasting).toBeCloseTo(0.035 / (0.035 + 0.5), 4);
  });
});

describe("parameters beyond their bounds are refused, with the reason", () => {
  test.each([
    ["a cap past all", () => carryForward({ cap: 1.5 }), /cap cannot be 1.5.*share of 0 to 1/],
    ["a cap with the wrong sign", () => carryForward({ cap: -0.1 }), /cap cannot be -0.1/],
    ["more than all kept", () => keepShare({ share: "150%" }), /share cannot be "150%"/],
    ["more than all taken", () => ratchet({ share: 2 }), /share cannot be 2\b/],
    [
      "a rule that is none",
      () => ratchet({ share: 1, of: "carryForward" as never }),
      /of cannot be "carryForward".*rule/,
    ],
    ["growth without end", () => outturnPlus({ growth: 200 }), /growth cannot be 200.*typing error/],
    ["no number of pounds", () => weitzman({ share: 0.5, growthPounds: Number.NaN }), /growthPounds/],
  ])("%s", (_, make, message) => {
    expect(refusal(make)).toMatch(message);
  });
});
