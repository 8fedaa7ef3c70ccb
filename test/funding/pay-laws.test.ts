import fc from "fast-check";
import { describe, expect } from "vitest";
import { keysOf, recordOf } from "../../src/base/records.js";
import type { Pay, Performance } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { sampleRules } from "../../src/laws/index.js";
import { lawOf } from "../support/law.js";

const {
  block,
  outputConditional,
  activityTariff,
  marginalRate,
  blended,
  paymentByResults,
  targetPool,
  sharedSavings,
  ratesRetention,
  earnBack,
  crossCharge,
  riskCorridor,
  planningObligation,
} = rules.pay;

const share = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20);
const pounds = fc.oneof(fc.constant(0), fc.nat(1000), fc.nat(1e8));
const count = fc.oneof(fc.constant(0), fc.nat(1000), fc.double({ min: 0, max: 1e5, noNaN: true }));
const performances: fc.Arbitrary<Performance> = fc.record({
  year: fc.integer({ min: 1, max: 12 }),
  quantity: count,
  started: count,
  spent: fc.oneof(fc.nat(1000), fc.nat(1e10)),
  reported: fc.boolean(),
});

/** A rule with its money parameters multiplied by a number. */
type Scaled = (pounds: number) => Pay;

const losses = fc.record({ minimum: share, share, capPounds: pounds });

/** Rules with random parameters. */
const random = {
  block: pounds.map<Scaled>((grant) => (k) => block({ grantPounds: grant * k })),
  outputConditional: fc.tuple(pounds, share).map<Scaled>(([grant, withheld]) => (k) => {
    return outputConditional({ grantPounds: grant * k, withheld });
  }),
  activityTariff: pounds.map<Scaled>((each) => (k) => activityTariff({ poundsEach: each * k })),
  marginalRate: fc.tuple(pounds, pounds, share).map<Scaled>(([each, baseline, beyond]) => (k) => {
    return marginalRate({ poundsEach: each * k, baselinePounds: baseline * k, beyond });
  }),
  blended: fc.tuple(pounds, count, share).map<Scaled>(([each, planned, variable]) => (k) => {
    return blended({ poundsEach: each * k, planned, variable });
  }),
  paymentByResults: fc
    .tuple(pounds, fc.array(share, { minLength: 1, maxLength: 4 }), share, fc.option(count))
    .map<Scaled>(([each, attachment, eligible, atMost]) => (k) => {
      return paymentByResults({ poundsEach: each * k, attachment, eligible, ...(atMost !== null && { atMost }) });
    }),
  targetPool: fc
    .tuple(
      pounds,
      fc.integer({ min: 1, max: 1000 }),
      fc.constantFrom("all-or-nothing" as const, "in-proportion" as const),
    )
    .map<Scaled>(
      ([pool, target, released]) =>
        (k) =>
          targetPool({ poolPounds: pool * k, target, released }),
    ),
  sharedSavings: fc
    .tuple(pounds, share, share, fc.option(losses))
    .map<Scaled>(([benchmark, minimum, share, losses]) => (k) => {
      return sharedSavings({
        benchmarkPounds: benchmark * k,
        minimum,
        share,
        capPounds: benchmark * k,
        ...(losses && { losses: { ...losses, capPounds: losses.capPounds * k } }),
      });
    }),
  ratesRetention: fc
    .tuple(share, pounds, pounds, share, share)
    .map<Scaled>(([localShare, topUp, baseline, levy, safetyNet]) => (k) => {
      const [topUpPounds, baselinePounds] = [(topUp - 500) * k, baseline * k];
      return ratesRetention({ localShare, topUpPounds, baselinePounds, levy, safetyNet });
    }),
  earnBack: fc.tuple(pounds, share, pounds).map<Scaled>(([baseline, share, cap]) => (k) => {
    return earnBack({ baselinePounds: baseline * k, share, capPounds: cap * k });
  }),
  crossCharge: fc.tuple(pounds, count).map<Scaled>(([poundsPerDay, allowedDays]) => (k) => {
    return crossCharge({ poundsPerDay: poundsPerDay * k, allowedDays });
  }),
  riskCorridor: fc
    .tuple(pounds, share, share, share, share)
    .map<Scaled>(([target, one, other, share, further]) => (k) => {
      const farther = { beyond: Math.max(one, other), share: further };
      return riskCorridor({ targetPounds: target * k, within: Math.min(one, other), share, farther });
    }),
  planningObligation: fc.tuple(pounds, share).map<Scaled>(([each, share]) => (k) => {
    return planningObligation({ poundsEach: each * k, share });
  }),
};

/** Every pay rule as the laws try it, and with random parameters. */
const all: Readonly<Record<string, fc.Arbitrary<Pay>>> = {
  ...recordOf(keysOf(sampleRules.pay), (label) => fc.constant(sampleRules.pay[label])),
  ...recordOf(keysOf(random), (name) => random[name].map((scaled) => scaled(1))),
};

describe.each(Object.entries(all))("%s", (name, rules) => {
  lawOf(
    `${name} pays whole pence`,
    fc.tuple(rules, performances),
    ([rule, performance]) => {
      const pence = rule(performance);
      expect(Number.isSafeInteger(pence) && !Object.is(pence, -0)).toBe(true);
    },
    200,
  );
});

describe.each(Object.entries(random))("%s", (name, rules) => {
  lawOf(
    `${name} pays a hundred times as much if all money is a hundred times as much, except for rounding`,
    fc.tuple(rules, performances),
    ([rule, performance]) => {
      const scaled = rule(100)({ ...performance, spent: 100 * performance.spent });
      const pence = rule(1)(performance);
      // Rounded to a penny, a threshold may be on either side of a saving of the same size, and it is a cliff.
      if (name !== "sharedSavings" || (scaled === 0) === (pence === 0))
        expect(Math.abs(scaled / 100 - pence)).toBeLessThanOrEqual(2);
    },
    200,
  );
});

const { sharedSavings: _, riskCorridor: __, ...byQuantity } = random;

describe.each(Object.entries(byQuantity))("%s", (name, rules) => {
  lawOf(
    `${name} never takes money from the paid party, and never pays less for more`,
    fc.tuple(rules, performances, count, fc.nat(1e6)),
    ([rule, performance, more, pence]) => {
      const paid = rule(1)(performance);
      expect(paid).toBeGreaterThanOrEqual(0);
      const { quantity, started, spent } = performance;
      const busier = { ...performance, quantity: quantity + more, started: started + more, spent: spent + pence };
      expect(rule(1)({ ...busier, reported: true })).toBeGreaterThanOrEqual(paid);
    },
    200,
  );
});

describe("an agency that overspends", () => {
  lawOf(
    "is never paid by shared savings, and pays back at most its overspend; a saver gets at most its saving",
    fc.tuple(pounds, share, share, losses, performances),
    ([benchmarkPounds, minimum, share, losses, performance]) => {
      const pence = sharedSavings({ benchmarkPounds, minimum, share, losses })(performance);
      const saved = 100 * benchmarkPounds - performance.spent;
      expect(pence).toBeLessThanOrEqual(Math.max(0, saved));
      expect(pence).toBeGreaterThanOrEqual(Math.max(Math.min(0, saved), -100 * losses.capPounds));
    },
    300,
  );

  lawOf(
    "gets at most its overspend from a risk corridor, and a saver gives back at most its saving",
    fc.tuple(pounds, share, share, performances),
    ([targetPounds, within, share, performance]) => {
      const pence = riskCorridor({ targetPounds, within, share })(performance);
      const over = performance.spent - 100 * targetPounds;
      expect(Math.abs(pence)).toBeLessThanOrEqual(Math.abs(over));
      expect(pence * over).toBeGreaterThanOrEqual(0);
    },
    300,
  );
});
