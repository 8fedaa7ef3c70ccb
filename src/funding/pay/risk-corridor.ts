import { penceOf, shareOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { atLeast0Because, shareBecause, shareForm } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Risk corridor: the payer bears (or gets) a share of spending that is far from a target, above or below it.
 * Within the corridor the spender bears the difference alone. Further out the payer's share may be larger.
 * Affordable Care Act, section 1342: 97 to 103 % of the target; 50 % beyond, 80 % past 8 % (42 U.S.C. 18062). Only 12.6
 * % of the claims of 2014 were paid, since the payments depended on the receipts (Milliman 2015): a payer needs money.
 * @param parameters `targetPounds`; `within`: half the width of the corridor, as a share of the target; `share`: the
 * payer's share beyond it; `farther`: `{ beyond, share }`, where another share begins
 * @returns pence a year from the payer; below 0 if spending is below the target
 * @throws ScenarioError if a share is not one, the target is below 0, or `farther` begins within the corridor
 * @example
 * const farther = { beyond: 0.08, share: 0.8 };
 * const corridor = riskCorridor({ targetPounds: 100, within: 0.03, share: 0.5, farther });
 * corridor({ year: 1, quantity: 0, started: 0, spent: 110_00, reported: true }) // => 410
 */
export const riskCorridor = rule({
  name: "riskCorridor",
  words: "gains and losses outside a corridor are shared",
  parameters: strictObject({
    targetPounds: atLeast0Because("expected spending is not below 0").describe("The target for spending."),
    within: shareForm.describe("The difference that the spender bears alone, as a share of the target."),
    share: shareBecause("at most the whole difference can be shared").describe("The payer's share beyond that."),
    farther: strictObject({
      beyond: shareForm.describe("The difference from which it applies, as a share of the target."),
      share: shareForm.describe("The payer's share beyond that."),
    })
      .optional()
      .describe("Another share, and the difference from which it applies."),
  }).refine(({ within, farther }) => farther === undefined || farther.beyond >= within, {
    path: ["farther", "beyond"],
    message: "a share at or past `within`: nearer the target the payer bears nothing",
  }),
  samples: { "risk corridor": { targetPounds: 100_000, within: 0.03, share: 0.5 } },
  make: ({ targetPounds, within, share, farther }): Pay => {
    const target = penceOf(targetPounds);
    const inner = shareOf(within, target);
    const outer = farther === undefined ? Number.POSITIVE_INFINITY : shareOf(farther.beyond, target);
    return ({ spent }) => {
      const difference = Math.abs(spent - target);
      const near = shareOf(share, Math.max(0, Math.min(difference, outer) - inner));
      const borne = near + shareOf(farther?.share ?? 0, Math.max(0, difference - outer));
      return spent < target ? 0 - borne : borne;
    };
  },
});
