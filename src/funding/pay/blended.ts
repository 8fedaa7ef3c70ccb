import * as z from "zod";
import { penceOf } from "../../base/money.js";
import { atLeast0That, named, shareThat } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Blended payment: the price of what was planned, and a share of the price for each above the plan, or back for each below it. Emergency care in
 * England, 2019-20: a fixed sum and 20 % variable, with a "break glass" clause for great deviations, which is not modelled (HFMA 2018; Health Service Journal).
 * @param parameters `poundsEach`: the price; `planned`: how many a year; `variable`: the share of the price that follows activity, 0 to 1
 * @returns pence from the payer in a year
 * @throws ScenarioError where the price or the plan is below 0, or `variable` is not a share
 * @example blended({ poundsEach: 1_000, planned: 100, variable: 0.2 })({ year: 1, quantity: 90, started: 0, spent: 0, reported: true }) // => 9800000
 */
export const blended = named(
  "blended",
  z.strictObject({
    poundsEach: atLeast0That("a price below 0 would fine the one who does the work").describe("The price of one."),
    planned: atLeast0That("fewer than none cannot be planned").describe("How many a year are planned."),
    variable: shareThat("past 1 each would be paid more than its price").describe("The share that follows activity."),
  }),
  ({ poundsEach, planned, variable }): Pay =>
    ({ quantity }) =>
      penceOf(poundsEach * (planned + variable * (quantity - planned))),
);
