import * as z from "zod";
import { penceOf, shareOf } from "../../base/money.js";
import { rule } from "../named-rule.js";
import { atLeast0Because, shareBecause } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Output-conditional grant: a share of it is withheld if a report is not published.
 * Pothole money: 25 % of the £500m uplift of 2025-26, £125m, needed a report by 30 June 2025 (Department for Transport
 * 2025). The condition is publishing, not potholes. In 2026-27 all of an incentive of £525m is withheld without a
 * report, and part of it depends on performance: that part is a `targetPool`.
 * @param parameters `grantPounds`: pounds a year; `withheld`: the share that needs a report, 0 to 1
 * @returns pence a year from the payer
 * @throws ScenarioError if the grant is below 0, or `withheld` is not a share
 * @example
 * const year = { year: 1, quantity: 0, started: 0, spent: 0, reported: false };
 * outputConditional({ grantPounds: 100, withheld: 0.25 })(year) // => 7500
 */
export const outputConditional = rule({
  name: "outputConditional",
  words: "a sum, of which a share is withheld if a report is not published",
  parameters: z.strictObject({
    grantPounds: atLeast0Because("a grant below 0 would be paid by its recipient").describe("Pounds a year."),
    withheld: shareBecause("no more than the whole grant can be withheld").describe("The share that needs a report."),
  }),
  samples: { "output-conditional, 25 % withheld": { grantPounds: 100_000, withheld: 0.25 } },
  make:
    ({ grantPounds, withheld }): Pay =>
    ({ reported }) => {
      const grant = penceOf(grantPounds);
      return reported ? grant : grant - shareOf(withheld, grant);
    },
});
