import { penceOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { atLeast0Because, shareBecause } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Planning obligation: the party that causes a cost pays a share of it, towards what is then spent on it.
 * Money that is not spent is not asked for, or goes back.
 * Section 106, Town and Country Planning Act 1990: necessary, directly related, fair in scale (from memory, as is the
 * rest: unverified). In fact the money is paid before it is spent, and comes back after years; here both happen in one
 * year.
 * @param parameters `poundsEach`: pounds that one unit (a home) costs others; `share`: the share that is asked for, 0
 * to 1
 * @returns pence a year from the party that causes the cost
 * @throws ScenarioError if the cost is below 0 or the share is not one
 * @example
 * const year = { year: 1, quantity: 10, started: 0, spent: 20_000_00, reported: true };
 * planningObligation({ poundsEach: 5_000, share: 0.5 })(year) // => 2000000
 */
export const planningObligation = rule({
  name: "planningObligation",
  words: "a party that causes a cost pays part of it once",
  parameters: strictObject({
    poundsEach: atLeast0Because("a cost below 0 is a gain, which is not charged for").describe(
      "Pounds that one costs others.",
    ),
    share: shareBecause("no more than the cost that is caused may be asked for").describe(
      "The share of it that is asked for.",
    ),
  }),
  samples: { "planning obligation": { poundsEach: 1000, share: 0.5 } },
  make:
    ({ poundsEach, share }): Pay =>
    ({ quantity, spent }) =>
      Math.max(0, Math.min(penceOf(share * poundsEach * quantity), spent)),
});
