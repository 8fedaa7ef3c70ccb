import * as z from "zod";
import { penceOf } from "../../base/money.js";
import { atLeast0That, named, shareThat } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Marginal rate: the full price up to a baseline, a share of it beyond. Marginal rate emergency tariff in England: 30 % above the activity of 2008-09 from 2010,
 * 70 % by 2018; the rest was meant for managing demand (HFMA 2013). It cost providers £312m in 2017-18 (Health Service Journal 2018).
 * @param parameters `poundsEach`: the full price; `baseline`: how many a year are paid in full; `beyond`: the share paid for each beyond it, 0 to 1
 * @returns pence from the payer in a year
 * @throws ScenarioError where the price or the baseline is below 0, or `beyond` is not a share
 * @example marginalRate({ poundsEach: 1_000, baseline: 100, beyond: 0.3 })({ year: 1, quantity: 110, started: 0, spent: 0, reported: true }) // => 10300000
 */
export const marginalRate = named(
  "marginalRate",
  z.strictObject({
    poundsEach: atLeast0That("a price below 0 would fine the one who does the work").describe("The full price."),
    baseline: atLeast0That("fewer than none cannot be done").describe("How many a year are paid in full."),
    beyond: shareThat("beyond the baseline no more than the full price is paid").describe("The share paid beyond it."),
  }),
  ({ poundsEach, baseline, beyond }): Pay =>
    ({ quantity }) =>
      penceOf(poundsEach * (Math.min(quantity, baseline) + beyond * Math.max(0, quantity - baseline))),
);
