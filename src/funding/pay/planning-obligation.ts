import * as z from "zod";
import { penceOf } from "../../base/money.js";
import { atLeast0That, named, shareThat } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Planning obligation: whoever causes a cost pays a share of it, for what is then spent on it; what is not spent is not asked for, or goes back. Section 106,
 * Town and Country Planning Act 1990: necessary, directly related, fair in scale (from memory, as is the rest: unverified). The money is paid before it
 * is spent, and comes back after years; here both fall in one year.
 * @param parameters `poundsEach`: what one of what is counted (a home) costs others; `share`: what of that is asked for, 0 to 1
 * @returns pence a year from the one who causes the cost
 * @throws ScenarioError where the cost is below 0 or the share is not one
 * @example planningObligation({ poundsEach: 5_000, share: 0.5 })({ year: 1, quantity: 10, started: 0, spent: 20_000_00, reported: true }) // => 2000000
 */
export const planningObligation = named(
  "planningObligation",
  z.strictObject({
    poundsEach: atLeast0That("a cost below 0 is a gain, and nobody is charged for it").describe(
      "What one costs others.",
    ),
    share: shareThat("no more than the cost that is caused may be asked for").describe("What of it is asked for."),
  }),
  ({ poundsEach, share }): Pay =>
    ({ quantity, spent }) =>
      Math.max(0, Math.min(penceOf(share * poundsEach * quantity), spent)),
);
