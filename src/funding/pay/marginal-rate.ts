import { penceOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { atLeast0Because, shareBecause } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Marginal rate: the full price up to a baseline of income, and a share of the price beyond it.
 * Marginal rate emergency rule in England: 30 % above the value of a provider's emergency admissions of 2008-09, from
 * 2010 (HFMA 2013); 70 % from 2015-16 (East Riding of Yorkshire CCG). The rest was meant for managing demand. It cost
 * providers £312m in 2017-18 (Health Service Journal 2018). The baseline is money, so dearer cases reach it sooner.
 * @param parameters `poundsEach`: the full price; `baselinePounds`: the income of a year that is paid in full;
 * `beyond`: the share of the price that is paid beyond that, 0 to 1
 * @returns pence a year from the payer
 * @throws ScenarioError if the price or the baseline is below 0, or `beyond` is not a share
 * @example
 * const year = { year: 1, quantity: 110, started: 0, spent: 0, reported: true };
 * marginalRate({ poundsEach: 1_000, baselinePounds: 100_000, beyond: 0.3 })(year) // => 10300000
 */
export const marginalRate = rule({
  name: "marginalRate",
  words: "the full price up to a baseline of income, and a share of the price beyond it",
  parameters: strictObject({
    poundsEach: atLeast0Because("a price below 0 would fine the provider").describe("The full price."),
    baselinePounds: atLeast0Because("income is not below 0").describe("The income of a year that is paid in full."),
    beyond: shareBecause("beyond the baseline no more than the full price is paid").describe(
      "The share of the price that is paid beyond it.",
    ),
  }),
  samples: { "marginal rate": { poundsEach: 1000, baselinePounds: 100_000, beyond: 0.3 } },
  make:
    ({ poundsEach, baselinePounds, beyond }): Pay =>
    ({ quantity }) => {
      const full = poundsEach * quantity;
      return penceOf(Math.min(full, baselinePounds) + beyond * Math.max(0, full - baselinePounds));
    },
});
