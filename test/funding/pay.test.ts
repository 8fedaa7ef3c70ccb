import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keysOf, recordOf } from "../../src/base/records.js";
import type { Pay, Performance } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { sampleRules } from "../../src/laws/index.js";
import { lawOf } from "../support/law.js";
import { refusal } from "./refusal.js";

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

const year = { year: 1, quantity: 0, started: 0, spent: 0, reported: true };

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

// By hand, from the terms beside them.
describe("what each pays", () => {
  const savings = { benchmarkPounds: 1000, minimum: 0.02, share: 0.5, capPounds: 100 };
  const twoSided = sharedSavings({ ...savings, losses: { minimum: 0.02, share: 0.3, capPounds: 45 } });
  const corridor = riskCorridor({ targetPounds: 100, within: 0.03, share: 0.5, farther: { beyond: 0.08, share: 0.8 } });
  const retention = ratesRetention({
    localShare: 0.5,
    topUpPounds: 20,
    baselinePounds: 100,
    levy: 0.5,
    safetyNet: 0.925,
  });
  const families = paymentByResults({ poundsEach: 100, attachment: [0.8, 0.6], eligible: 0.5, atMost: 10 });
  const pool = { poolPounds: 100, target: 10 };
  test.each<[string, Pay, Partial<Performance>, number]>([
    ["a block, whatever is done", block({ grantPounds: 9 }), { quantity: 1e6 }, 900],
    ["a grant with its report", outputConditional({ grantPounds: 9, withheld: 1 }), {}, 900],
    ["and without", outputConditional({ grantPounds: 9, withheld: 1 }), { reported: false }, 0],
    [
      "marginal: at the baseline",
      marginalRate({ poundsEach: 10, baselinePounds: 50, beyond: 0.3 }),
      { quantity: 5 },
      5000,
    ],
    ["one beyond it", marginalRate({ poundsEach: 10, baselinePounds: 50, beyond: 0.3 }), { quantity: 6 }, 5300],
    ["blended: one below the plan", blended({ poundsEach: 10, planned: 5, variable: 0.2 }), { quantity: 4 }, 4800],
    ["results: 8 taken on, half paid for", families, { started: 8 }, 32000],
    ["12 results in year 2 of nobody taken on, half paid for", families, { year: 2, quantity: 12 }, 12000],
    ["10 results are the most", families, { year: 9, quantity: 40 }, 20000],
    ["a cliff just missed", targetPool({ ...pool, released: "all-or-nothing" }), { quantity: 9.99 }, 0],
    ["a cliff just met", targetPool({ ...pool, released: "all-or-nothing" }), { quantity: 10 }, 10000],
    ["in proportion", targetPool({ ...pool, released: "in-proportion" }), { quantity: 9.99 }, 9990],
    ["never more than the pool", targetPool({ ...pool, released: "in-proportion" }), { quantity: 30 }, 10000],
    ["nothing if it got worse", targetPool({ ...pool, released: "in-proportion" }), { quantity: -5 }, 0],
    ["savings: just too little", twoSided, { spent: 980_01 }, 0],
    ["just enough, from the first pound on", twoSided, { spent: 980_00 }, 1000],
    ["at most the cap", twoSided, { spent: 700_00 }, 10000],
    ["a small overspend is borne alone", twoSided, { spent: 1010_00 }, 0],
    ["a larger one is shared from its first pound on", twoSided, { spent: 1050_00 }, -1500],
    ["down to the loss cap", twoSided, { spent: 1500_00 }, -4500],
    ["one-sided: never", sharedSavings(savings), { spent: 1500_00 }, 0],
    ["rates at the baseline", retention, { spent: 160_00 }, 10000],
    ["£1 more of them: 25p", retention, { spent: 161_00 }, 10025],
    ["rates below the baseline: no levy", retention, { spent: 150_00 }, 9500],
    ["rates that fall: the safety net", retention, { spent: 100_00 }, 9250],
    ["earn-back below its baseline", earnBack({ baselinePounds: 10, share: 1, capPounds: 5 }), { spent: 9_00 }, 0],
    ["and past its cap", earnBack({ baselinePounds: 10, share: 1, capPounds: 5 }), { spent: 90_00 }, 500],
    ["days that are allowed", crossCharge({ poundsPerDay: 100, allowedDays: 3 }), { quantity: 3 }, 0],
    ["and one more", crossCharge({ poundsPerDay: 100, allowedDays: 3 }), { quantity: 4 }, 10000],
    ["in the corridor", corridor, { spent: 103_00 }, 0],
    ["beyond it: half", corridor, { spent: 108_00 }, 250],
    ["further: four fifths", corridor, { spent: 118_00 }, 1050],
    ["as far on the other side", corridor, { spent: 82_00 }, -1050],
    ["no more than is spent", planningObligation({ poundsEach: 10, share: 0.5 }), { quantity: 4, spent: 7_00 }, 700],
    ["no more than is asked", planningObligation({ poundsEach: 10, share: 0.5 }), { quantity: 4, spent: 70_00 }, 2000],
  ])("%s", (_, rule, performance, pence) => expect(rule({ ...year, ...performance })).toBe(pence));
});

describe("parameters beyond their bounds are refused, with the reason", () => {
  const savings = { benchmarkPounds: 1000, share: 0.5 };
  const retention = { localShare: 0.5, baselinePounds: 100, levy: 0.5, safetyNet: 0.925 };
  const lossesOf = (losses: object) => () => sharedSavings({ ...savings, losses: { share: 0.3, ...losses } });
  test.each([
    [
      "a share past 1",
      () => sharedSavings({ ...savings, share: 1.2 }),
      /share cannot be 1.2.*(more than the whole saving|share)/,
    ],
    [
      "a cap with the wrong sign",
      () => sharedSavings({ ...savings, capPounds: -1 }),
      /capPounds cannot be -1.*fine a saver/,
    ],
    ["a loss cap with the wrong sign", lossesOf({ capPounds: -45 }), /losses\.capPounds .*would pay an overspender/],
    ["a loss share with the wrong sign", lossesOf({ share: -0.3 }), /losses\.share .*would pay an overspender/],
    [
      "a threshold above the cap",
      () => sharedSavings({ ...savings, minimum: 0.1, capPounds: 40 }),
      /capPounds cannot be 40.*at least £50.*target pool/,
    ],
    [
      "a threshold above the bands",
      () => sharedSavings({ benchmarkPounds: 1, minimum: "10%", share: [{ upTo: "5%", share: "50%" }] }),
      /minimum .*within the bands/,
    ],
    [
      "bands that fall",
      () =>
        sharedSavings({
          benchmarkPounds: 1,
          share: [
            { upTo: 0.2, share: 1 },
            { upTo: 0.1, share: 1 },
          ],
        }),
      /share .*bands that rise/,
    ],
    ["a grant below nothing", () => block({ grantPounds: -1 }), /grantPounds .*paid by its recipient/],
    ["more than all withheld", () => outputConditional({ grantPounds: 1, withheld: 1.25 }), /withheld .*whole grant/],
    ["a price below nothing", () => activityTariff({ poundsEach: -1 }), /poundsEach .*would fine/],
    [
      "a rate past 1",
      () => marginalRate({ poundsEach: 1, baselinePounds: 1, beyond: "130%" }),
      /beyond .*no more than the full/,
    ],
    ["a plan below nothing", () => blended({ poundsEach: 1, planned: -1, variable: 1 }), /planned .*not below 0/],
    ["more than the fee", () => paymentByResults({ poundsEach: 1, attachment: [0.8, 1.6] }), /attachment\.1 .*part of/],
    ["no fee at all", () => paymentByResults({ poundsEach: 1, attachment: [] }), /attachment/],
    ["a target of nothing", () => targetPool({ poolPounds: 1, target: 0, released: "in-proportion" }), /doing nothing/],
    ["a levy past 1", () => ratesRetention({ ...retention, levy: 1.5 }), /levy .*make growth cost money/],
    ["a net above the baseline", () => ratesRetention({ ...retention, safetyNet: 1.1 }), /safetyNet .*pay every place/],
    ["a cap below nothing", () => earnBack({ baselinePounds: 1, share: 1, capPounds: -1 }), /capPounds .*fine growth/],
    ["a charge below nothing", () => crossCharge({ poundsPerDay: -100 }), /poundsPerDay .*reward delay/],
    [
      "a corridor inside out",
      () => riskCorridor({ targetPounds: 1, within: 0.08, share: 0.5, farther: { beyond: 0.03, share: 0.8 } }),
      /farther\.beyond .*at or past `within`/,
    ],
    ["more than the cost", () => planningObligation({ poundsEach: 1, share: 2 }), /share .*no more than the cost/],
    ["money past counting", () => block({ grantPounds: 1e15 }), /grantPounds .*at most 10 million million/],
  ])("%s", (_, make, message) => {
    expect(refusal(make)).toMatch(message);
  });
});

test("a share may be written as a fraction, within the bounds of any share", () => {
  const families = (eligible: string) => rules.pay.paymentByResults({ poundsEach: 600, attachment: [0], eligible });
  const year = { year: 1, quantity: 1, started: 0, spent: 0, reported: true };
  expect(families("5/6")(year)).toBe(500_00);
  expect(() => families("7/6")).toThrow("eligible");
  expect(() => families("5/0")).toThrow("eligible");
});
