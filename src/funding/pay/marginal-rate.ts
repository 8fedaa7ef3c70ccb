import * as z from "zod";
import { penceOf } from "../../base/money.js";
import { rule } from "../named-rule.js";
import { atLeast0Because, shareBecause } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Marginal rate: the full price up to a baseline, and a share of the price beyond it.
 * Marginal rate emergency tariff in England: 30 % above the activity of 2008-09 from 2010, 70 % by 2018; the rest was
 * meant for managing demand (HFMA 2013). It cost providers £312m in 2017-18 (Health Service Journal 2018).
 * @param parameters `poundsEach`: the full price; `baseline`: units a year that are paid in full; `beyond`: the share
 * of the price that is paid for each unit beyond the baseline, 0 to 1
 * @returns pence a year from the payer
 * @throws ScenarioError if the price or the baseline is below 0, or `beyond` is not a share
 * @example
 * const year = { year: 1, quantity: 110, started: 0, spent: 0, reported: true };
 * marginalRate({ poundsEach: 1_000, baseline: 100, beyond: 0.3 })(year) // => 10300000
 */
export const marginalRate = rule({
  name: "marginalRate",
  words: "the full price up to a baseline, and a share of the price beyond it",
  parameters: z.strictObject({
    poundsEach: atLeast0Because("a price below 0 would fine the provider").describe("The full price."),
    baseline: atLeast0Because("activity is not below 0").describe("Units a year that are paid in full."),
    beyond: shareBecause("beyond the baseline no more than the full price is paid").describe(
      "The share of the price that is paid beyond it.",
    ),
  }),
  samples: { "marginal rate": { poundsEach: 1000, baseline: 100, beyond: 0.3 } },
  make:
    ({ poundsEach, baseline, beyond }): Pay =>
    ({ quantity }) =>
      penceOf(poundsEach * (Math.min(quantity, baseline) + beyond * Math.max(0, quantity - baseline))),
});
