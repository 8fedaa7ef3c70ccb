import { describe, expect, test } from "vitest";
import type { Pay, Performance } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
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

const year = { year: 1, quantity: 0, started: 0, spent: 0, reported: true };

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
