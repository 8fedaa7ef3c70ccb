import * as z from "zod";
import { penceOf, shareOf } from "../../base/money.js";
import { rule } from "../named-rule.js";
import { atLeast0Because, eitherWay, shareBecause } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Business rates retention: a place keeps a share of the rates it collects, with a top-up (or tariff).
 * A levy takes part of what it retains beyond its baseline. A safety net guarantees a share of the baseline.
 * England from 2013: 50 % local, of which 80:20 district and county; a levy of at most £0.50 in the pound, so that at
 * least 25p of each further £1 is retained; a safety net of 92.5 % (97 % in the pilots of 100 %, not verified; nor is
 * the formula of the levy rate). The rates collected are `spent`.
 * @param parameters `localShare`: the share of the rates that is retained, 0 to 1; `topUpPounds`: pounds a year, a
 * tariff below 0; `baselinePounds`: the funding baseline; `levy`: the share taken of what is retained beyond the
 * baseline, 0 to 1; `safetyNet`: the least that is retained, as a share of the baseline, 0 to 1
 * @returns pence a year that the place retains
 * @throws ScenarioError if a share is not one, or the baseline is below 0
 * @example
 * const retention = ratesRetention({ localShare: 0.5, baselinePounds: 100, levy: 0.5, safetyNet: 0.925 });
 * retention({ year: 1, quantity: 0, started: 0, spent: 240_00, reported: true }) // => 11000
 */
export const ratesRetention = rule({
  name: "ratesRetention",
  words: "a share of local taxes, less a levy, with a safety net",
  parameters: z.strictObject({
    localShare: shareBecause("no more than all of the rates can be retained").describe(
      "The share of the rates that is retained.",
    ),
    topUpPounds: eitherWay.default(0).describe("Pounds a year on top; below 0, a tariff."),
    baselinePounds: atLeast0Because("a baseline is not below 0").describe("The funding baseline of the place."),
    levy: shareBecause("a levy past 1 would make growth cost money").describe(
      "The share taken of what is retained past the baseline.",
    ),
    safetyNet: shareBecause("a net above the baseline would pay every place").describe(
      "The least, as a share of the baseline.",
    ),
  }),
  samples: { "rates retention": { localShare: 0.5, baselinePounds: 40_000, levy: 0.5, safetyNet: 0.925 } },
  make: ({ localShare, topUpPounds, baselinePounds, levy, safetyNet }): Pay => {
    const [topUp, baseline] = [penceOf(topUpPounds), penceOf(baselinePounds)];
    return ({ spent }) => {
      const retained = shareOf(localShare, spent) + topUp;
      return Math.max(retained - shareOf(levy, Math.max(0, retained - baseline)), shareOf(safetyNet, baseline));
    };
  },
});
