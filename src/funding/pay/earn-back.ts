import { penceOf, shareOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { atLeast0Because, shareBecause } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Earn-back: a place that invests is paid a share of the tax collected beyond a baseline, up to a cap.
 * Greater Manchester 2012: £1.2bn invested, up to £30m a year for 30 years, reviewed in 2020 (Building 2012; the share
 * is not verified). The tax collected is `spent`.
 * @param parameters `baselinePounds`: the tax expected anyway; `share`: the share paid of what is beyond it, 0 to 1;
 * `capPounds`: the most in a year
 * @returns pence a year from the payer
 * @throws ScenarioError if the share is not one, or the baseline or cap is below 0
 * @example
 * const year = { year: 1, quantity: 0, started: 0, spent: 1_100_00, reported: true };
 * earnBack({ baselinePounds: 1_000, share: 0.4, capPounds: 100 })(year) // => 4000
 */
export const earnBack = rule({
  name: "earnBack",
  words: "a share of tax growth above a baseline",
  parameters: strictObject({
    baselinePounds: atLeast0Because("tax is not below 0").describe("The tax expected anyway, in a year."),
    share: shareBecause("no more than the tax collected can be paid back").describe(
      "The share paid of what is beyond the baseline.",
    ),
    capPounds: atLeast0Because("a cap below 0 would fine growth").describe("The most pounds in a year."),
  }),
  samples: { "earn-back": { baselinePounds: 100_000, share: 0.4, capPounds: 20_000 } },
  make:
    ({ baselinePounds, share, capPounds }): Pay =>
    ({ spent }) =>
      Math.min(shareOf(share, Math.max(0, spent - penceOf(baselinePounds))), penceOf(capPounds)),
});
