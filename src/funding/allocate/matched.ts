import { sum } from "../../base/mathematics/statistics.js";
import { penceOf, shareOf, splitPence } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { atLeast0Because } from "../parameters.js";
import type { Allocate } from "../rule.js";

/**
 * Matched funding: an amount for each pound that a place puts in itself, up to a cap.
 * If the pot is smaller than all claims, each place gets the same part of its claim.
 * Salix Recycling Fund: matched for paybacks of up to ten years (its rate is not verified). Life Chances Fund: a top-up
 * of some 20 % of outcome payments, which is £0.25 for a local pound (2016).
 * @param parameters `poundsPerPound`: pounds for each pound of its own; `capPounds`: the most for one recipient, no cap
 * by default
 * @returns pence per recipient; together at most the pot
 * @throws ScenarioError if the rate or the cap is below 0
 * @example
 * const place = { base: 0, spent: 0, people: 1, need: 1, resources: 0 };
 * const recipients = [{ ...place, agency: "north", own: 400_00 }, { ...place, agency: "south", own: 80_00 }];
 * matched({ poundsPerPound: 0.25, capPounds: 60 })({ pot: 500_00, recipients }) // => [6000, 2000]
 */
export const matched = rule({
  name: "matched",
  words: "an amount for each pound that the recipient puts in",
  parameters: strictObject({
    poundsPerPound: atLeast0Because("matching below 0 would fine a place for putting money in").describe(
      "Pounds for each pound of a recipient's own.",
    ),
    capPounds: atLeast0Because("a cap below 0 would fine a place for putting money in")
      .optional()
      .describe("The most pounds for one recipient."),
  }),
  samples: { "matched, pound for pound, up to £5,000": { poundsPerPound: 1, capPounds: 5000 } },
  make:
    ({ poundsPerPound, capPounds = Number.POSITIVE_INFINITY }): Allocate =>
    ({ pot, recipients }) => {
      const cap = penceOf(capPounds);
      const claims = recipients.map(({ own }) => Math.min(shareOf(poundsPerPound, own), cap));
      return sum(claims) > pot ? splitPence(pot, claims) : claims;
    },
});
