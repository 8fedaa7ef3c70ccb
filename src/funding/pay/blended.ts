import { penceOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { atLeast0Because, shareBecause } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Blended payment: a fixed sum, and the price of the planned activity, plus or minus a share of the price for each unit
 * above or below it. Emergency care in England, 2019-20: 20 % variable. Its "break glass" clause for large deviations
 * is not modelled (HFMA 2018; Health Service Journal).
 * Aligned payment and incentive (NHS Payment Scheme 2025/26): a fixed part for all else, and elective activity at 100 %
 * of its price, so `planned: 0` and `variable: 100%`. In 2022-23 elective activity was in the fixed part, with 75 %
 * above a plan (HFMA 2023). Relations of £1.5m a year or less are a `block`.
 * @param parameters `poundsEach`: the price; `planned`: units a year; `variable`: the share of the price that follows
 * activity, 0 to 1; `fixedPounds`: what is paid beside it, 0 by default
 * @returns pence a year from the payer
 * @throws ScenarioError if an amount or the plan is below 0, or `variable` is not a share
 * @example
 * const year = { year: 1, quantity: 90, started: 0, spent: 0, reported: true };
 * blended({ poundsEach: 1_000, planned: 100, variable: 0.2 })(year) // => 9800000
 */
export const blended = rule({
  name: "blended",
  words: "a fixed sum, the price of planned activity, and a share of the price for each unit above or below it",
  parameters: strictObject({
    poundsEach: atLeast0Because("a price below 0 would fine the provider").describe("The price of one."),
    planned: atLeast0Because("a plan is not below 0").describe("Units planned for a year."),
    variable: shareBecause("past 1 each would be paid more than its price").describe(
      "The share that follows activity.",
    ),
    fixedPounds: atLeast0Because("a fixed sum below 0 would be paid by the provider")
      .default(0)
      .describe("Pounds a year for all else."),
  }),
  samples: {
    blended: { poundsEach: 1000, planned: 100, variable: 0.2 },
    "aligned payment and incentive": { fixedPounds: 100_000, poundsEach: 1000, planned: 0, variable: 1 },
  },
  make:
    ({ fixedPounds, poundsEach, planned, variable }): Pay =>
    ({ quantity }) =>
      penceOf(fixedPounds + poundsEach * (planned + variable * (quantity - planned))),
});
