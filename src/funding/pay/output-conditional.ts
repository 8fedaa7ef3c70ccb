import { penceOf, shareOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { atLeast0Because, shareBecause } from "../parameters.js";
import type { Pay } from "../rule.js";
import { aboveNothing, partReached } from "./target-pool.js";

/**
 * Output-conditional grant: a share of it is withheld if a report is not published, and another may depend on a target.
 * Pothole money: 25 % of the £500m uplift of 2025-26, £125m, needed a report by 30 June 2025 (Department for Transport
 * 2025). The condition is publishing, not potholes. In 2026-27 all of an incentive of £525m is withheld without a
 * report, and 50 % depends on performance (Local Transport Today, 4 December 2025). That it is paid in proportion is an
 * assumption.
 * @param parameters `grantPounds`: pounds a year; `withheld`: the share that needs a report, 0 to 1; `performance`:
 * `{ share, target }`, a share of the grant that is paid in proportion to the number counted, up to a target
 * @returns pence a year from the payer
 * @throws ScenarioError if the grant is below 0, a share is not one, or the target is not above 0
 * @example
 * const year = { year: 1, quantity: 0, started: 0, spent: 0, reported: false };
 * outputConditional({ grantPounds: 100, withheld: 0.25 })(year) // => 7500
 */
export const outputConditional = rule({
  name: "outputConditional",
  words: "a sum, of which a share needs a report, and another may depend on a target",
  parameters: strictObject({
    grantPounds: atLeast0Because("a grant below 0 would be paid by its recipient").describe("Pounds a year."),
    withheld: shareBecause("no more than the whole grant can be withheld").describe("The share that needs a report."),
    performance: strictObject({
      share: shareBecause("no more than the whole grant can depend on it").describe("The share that depends on it."),
      target: aboveNothing.describe("The number to reach."),
    })
      .optional()
      .describe("A share that is paid in proportion to the number counted, up to a target."),
  }),
  samples: {
    "output-conditional, 25 % withheld": { grantPounds: 100_000, withheld: 0.25 },
    "output-conditional, half by performance": {
      grantPounds: 100_000,
      withheld: 1,
      performance: { share: 0.5, target: 100 },
    },
  },
  make:
    ({ grantPounds, withheld, performance }): Pay =>
    ({ reported, quantity }) => {
      const grant = penceOf(grantPounds);
      const missed =
        performance === undefined ? 0 : performance.share * (1 - partReached(performance.target, quantity));
      return Math.max(0, grant - shareOf(missed, grant) - (reported ? 0 : shareOf(withheld, grant)));
    },
});
