import * as z from "zod";
import { penceOf, shareOf } from "../../base/money.js";
import { atLeast0That, named, shareForm, shareThat } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Risk corridor: spending near a target is the spender's own matter; of what is further off, on either side, the payer bears (or gets) a share, and a larger
 * one further out. Affordable Care Act, section 1342: 97 to 103 % of the target; 50 % beyond, 80 % past 8 % (those two are not verified). Only 12.6 %
 * of the claims of 2014 were paid, since the payments had to come from the receipts (Milliman 2015): who pays must be able to.
 * @param parameters `targetPounds`; `within`: how far off is borne alone, as a share of the target; `share`: borne by the payer beyond; `farther`:
 * `{ beyond, share }`, where another share begins
 * @returns pence from the payer in a year; below 0 where less was spent
 * @throws ScenarioError where a share is not one, the target is below 0, or `farther` begins within the corridor
 * @example
 * const corridor = riskCorridor({ targetPounds: 100, within: 0.03, share: 0.5, farther: { beyond: 0.08, share: 0.8 } });
 * corridor({ year: 1, quantity: 0, started: 0, spent: 110_00, reported: true }) // => 410
 */
export const riskCorridor = named(
  "riskCorridor",
  z
    .strictObject({
      targetPounds: atLeast0That("nobody is expected to spend less than nothing").describe("What should be spent."),
      within: shareForm.describe("How far off is borne alone, as a share of the target."),
      share: shareThat("no more than what is beyond can be borne").describe("Borne by the payer beyond that."),
      farther: z
        .strictObject({
          beyond: shareForm.describe("Where it begins, as a share of what was expected."),
          share: shareForm.describe("Borne by the payer beyond that."),
        })
        .optional()
        .describe("Where another share begins, and which."),
    })
    .refine(({ within, farther }) => farther === undefined || farther.beyond >= within, {
      path: ["farther", "beyond"],
      message: "a share at or past `within`: nearer the target nothing is borne by the payer",
    }),
  ({ targetPounds, within, share, farther }): Pay => {
    const target = penceOf(targetPounds);
    const inner = shareOf(within, target);
    const outer = farther === undefined ? Number.POSITIVE_INFINITY : shareOf(farther.beyond, target);
    return ({ spent }) => {
      const off = Math.abs(spent - target);
      const near = shareOf(share, Math.max(0, Math.min(off, outer) - inner));
      const borne = near + shareOf(farther?.share ?? 0, Math.max(0, off - outer));
      return spent < target ? 0 - borne : borne;
    };
  },
);
