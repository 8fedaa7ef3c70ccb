import * as z from "zod";
import { penceOf, shareOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { atLeast0Because, eitherWay, shareBecause } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Business rates retention: a place keeps a share of the rates it collects, with a top-up (or tariff).
 * A levy takes part of what it retains beyond its baseline. A safety net guarantees a share of the baseline.
 * England from 2013: 50 % local, of which 80:20 district and county; a levy of at most £0.50 in the pound, so that at
 * least 25p of each further £1 is retained; a safety net of 92.5 % (97 % in the pilots of 100 %, not verified). The
 * levy rate is 1 less the funding baseline by the place's part of the rates that were expected, which is the baseline
 * less the top-up; it is 0 where there is a top-up (SI 2013/737, regulation 6).
 * A pool is one place, with the sums of its members' baselines and top-ups (regulations 3 and 5): the top-up of a
 * county can end the levy of its districts. A reset sets the top-up anew, so that the rates of the last year bring the
 * baseline: the growth of the years before is given up, as in 2026-27. What need does to the baseline then is unknown.
 * The rates collected are `spent`.
 * @param parameters `localShare`: the share of the rates that is retained, 0 to 1; `topUpPounds`: pounds a year, a
 * tariff below 0; `baselinePounds`: the funding baseline; `levy`: the share taken of what is retained beyond the
 * baseline, 0 to 1, by default that of the regulations; `safetyNet`: the least that is retained, as a share of the
 * baseline, 0 to 1; `resetEvery`: the years between resets, no reset by default
 * @returns pence a year that the place retains
 * @throws ScenarioError if a share is not one, the baseline is below 0, or `resetEvery` is below 1
 * @example
 * const retention = ratesRetention({ localShare: 0.5, baselinePounds: 100, levy: 0.5, safetyNet: 0.925 });
 * retention({ year: 1, quantity: 0, started: 0, spent: 240_00, reported: true }) // => 11000
 */
export const ratesRetention = rule({
  name: "ratesRetention",
  words: "a share of local taxes, less a levy, with a safety net",
  parameters: strictObject({
    localShare: shareBecause("no more than all of the rates can be retained").describe(
      "The share of the rates that is retained.",
    ),
    topUpPounds: eitherWay.default(0).describe("Pounds a year on top; below 0, a tariff."),
    baselinePounds: atLeast0Because("a baseline is not below 0").describe("The funding baseline of the place."),
    levy: shareBecause("a levy past 1 would make growth cost money")
      .optional()
      .describe("The share taken of what is retained past the baseline; by default that of the regulations."),
    safetyNet: shareBecause("a net above the baseline would pay every place").describe(
      "The least, as a share of the baseline.",
    ),
    resetEvery: z
      .int()
      .min(1, "a number of years from 1: a reset needs a year to look at")
      .optional()
      .describe("The years between resets, which set the top-up anew; no reset by default."),
  }),
  samples: {
    "rates retention": { localShare: 0.5, baselinePounds: 40_000, levy: 0.5, safetyNet: 0.925 },
    "rates retention of a pool": { localShare: 0.5, baselinePounds: 40_000, topUpPounds: 10_000, safetyNet: 0.925 },
    "rates retention, reset every 3 years": {
      localShare: 0.5,
      baselinePounds: 40_000,
      topUpPounds: -10_000,
      safetyNet: 0.925,
      resetEvery: 3,
    },
  },
  make: ({ localShare, topUpPounds, baselinePounds, levy, safetyNet, resetEvery = Number.POSITIVE_INFINITY }): Pay => {
    const baseline = penceOf(baselinePounds);
    return ({ year, spent, earlier = [] }) => {
      const seen = Math.floor((year - 1) / resetEvery) * resetEvery;
      const before = seen > 0 ? earlier[earlier.length - year + seen] : undefined;
      const topUp = before === undefined ? penceOf(topUpPounds) : baseline - shareOf(localShare, before.spent);
      const retained = shareOf(localShare, spent) + topUp;
      const taken = shareOf(levy ?? levyOf(baseline, topUp), Math.max(0, retained - baseline));
      return Math.max(retained - taken, shareOf(safetyNet, baseline));
    };
  },
});

/** The levy rate of the regulations: the larger the rates that were expected beside the baseline, the larger it is. */
const levyOf = (baseline: number, topUp: number): number =>
  topUp < 0 ? Math.min(0.5, 1 - baseline / (baseline - topUp)) : 0;
