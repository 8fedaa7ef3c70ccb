import * as z from "zod";
import { penceOf, shareOf } from "../../base/money.js";
import { atLeast0That, named, shareThat } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Earn-back: a place that invests is paid a share of the tax that comes in beyond a baseline, up to a cap. Greater Manchester 2012: £1.2bn invested,
 * up to £30m a year for 30 years, reviewed in 2020 (Building 2012; the share is not verified).
 * Tax collected is told as `spent`.
 * @param parameters `baselinePounds`: what would come in anyway; `share`: paid of what is beyond it, 0 to 1; `capPounds`: the most in a year
 * @returns pence from the payer in a year
 * @throws ScenarioError where the share is not one, or the baseline or cap is below 0
 * @example earnBack({ baselinePounds: 1_000, share: 0.4, capPounds: 100 })({ year: 1, quantity: 0, started: 0, spent: 1_100_00, reported: true }) // => 4000
 */
export const earnBack = named(
  "earnBack",
  z.strictObject({
    baselinePounds: atLeast0That("tax is not below nothing").describe("What would come in anyway, in a year."),
    share: shareThat("no more than what is collected can be paid back").describe(
      "Paid of what is beyond the baseline.",
    ),
    capPounds: atLeast0That("a cap below 0 would fine whoever brings growth").describe("The most pounds in a year."),
  }),
  ({ baselinePounds, share, capPounds }): Pay =>
    ({ spent }) =>
      Math.min(shareOf(share, Math.max(0, spent - penceOf(baselinePounds))), penceOf(capPounds)),
);
