import * as z from "zod";
import { penceOf, shareOf } from "../../base/money.js";
import { atLeast0That, eitherWay, named, shareThat } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Business rates retention: a place keeps a share of the rates it collects, with a top-up (or tariff); a levy takes part of what it keeps beyond its baseline,
 * and a safety net holds it at a share of the baseline. England from 2013: 50 % local, of which 80:20 district and county; a levy of at most £0.50 in the
 * pound, so that at least 25p of each further £1 is kept; a safety net of 92.5 % (97 % in the pilots of 100 %, not verified; nor is the formula of
 * the levy rate).
 * Rates collected are told as `spent`.
 * @param parameters `localShare`: kept of the rates, 0 to 1; `topUpPounds`: pounds a year, a tariff below 0; `baselinePounds`: what it is funded for;
 * `levy`: taken of what is kept beyond the baseline, 0 to 1; `safetyNet`: the least that is kept, as a share of the baseline, 0 to 1
 * @returns pence the place keeps in a year
 * @throws ScenarioError where a share is not one, or the baseline is below 0
 * @example
 * const retention = ratesRetention({ localShare: 0.5, baselinePounds: 100, levy: 0.5, safetyNet: 0.925 });
 * retention({ year: 1, quantity: 0, started: 0, spent: 240_00, reported: true }) // => 11000
 */
export const ratesRetention = named(
  "ratesRetention",
  z.strictObject({
    localShare: shareThat("no more than all of the rates can be kept").describe("What is kept of the rates."),
    topUpPounds: eitherWay.default(0).describe("Pounds a year on top; below 0, a tariff."),
    baselinePounds: atLeast0That("nobody is funded for less than nothing").describe("What the place is funded for."),
    levy: shareThat("a levy past 1 would make growth cost money").describe("Taken of what is kept past the baseline."),
    safetyNet: shareThat("a net above the baseline would pay everybody").describe(
      "The least, as a share of the baseline.",
    ),
  }),
  ({ localShare, topUpPounds, baselinePounds, levy, safetyNet }): Pay => {
    const [topUp, baseline] = [penceOf(topUpPounds), penceOf(baselinePounds)];
    return ({ spent }) => {
      const kept = shareOf(localShare, spent) + topUp;
      return Math.max(kept - shareOf(levy, Math.max(0, kept - baseline)), shareOf(safetyNet, baseline));
    };
  },
);
