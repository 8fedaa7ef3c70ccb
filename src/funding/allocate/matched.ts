import * as z from "zod";
import { penceOf, shareOf, splitPence } from "../../base/money.js";
import { atLeast0That, named } from "../parameters.js";
import type { Allocate } from "../rule.js";

/**
 * Matched funding: so much for each pound a place puts in itself, up to a cap; where the pot is too small for all claims, each gets the same part of its
 * own. Salix Recycling Fund: matched for paybacks of up to ten years (its rate is not verified); Life Chances Fund: a top-up of some 20 % of outcome
 * payments, which is £0.25 for a local pound (2016).
 * @param parameters `poundsPerPound`: pounds for each pound of its own; `capPounds`: the most for one recipient; no cap where left out
 * @returns pence for each; at most the pot together
 * @throws ScenarioError where the rate or the cap is below 0
 * @example
 * const place = { base: 0, spent: 0, people: 1, need: 1, resources: 0 };
 * const recipients = [{ ...place, agency: "north", own: 400_00 }, { ...place, agency: "south", own: 80_00 }];
 * matched({ poundsPerPound: 0.25, capPounds: 60 })({ pot: 500_00, recipients }) // => [6000, 2000]
 */
export const matched = named(
  "matched",
  z.strictObject({
    poundsPerPound: atLeast0That("matching below 0 would fine whoever puts money in").describe(
      "Pounds for each pound of a recipient's own.",
    ),
    capPounds: atLeast0That("a cap below 0 would fine whoever puts money in")
      .optional()
      .describe("The most pounds for one recipient."),
  }),
  ({ poundsPerPound, capPounds }): Allocate =>
    ({ pot, recipients }) => {
      const cap = capPounds === undefined ? Number.POSITIVE_INFINITY : penceOf(capPounds);
      const claims = recipients.map(({ own }) => Math.min(shareOf(poundsPerPound, own), cap));
      const claimed = claims.reduce((all, pence) => all + pence, 0);
      return claimed > pot ? splitPence(pot, claims) : claims;
    },
);
