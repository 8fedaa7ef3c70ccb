import * as z from "zod";
import { penceOf, shareOf } from "../../base/money.js";
import { atLeast0That, named, shareThat } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Output-conditional grant: a share of it is withheld unless a report comes. Pothole money: 25 % of the £500m uplift of 2025-26, £125m, unless a report
 * was published by 30 June 2025 (Department for Transport 2025): the condition is publishing, not potholes. In 2026-27 all of an incentive of
 * £525m is withheld without a report, and part of it waits for performance: that part is a `targetPool`.
 * @param parameters `grantPounds`: pounds a year; `withheld`: the share that needs a report, 0 to 1
 * @returns pence from the payer in a year
 * @throws ScenarioError where the grant is below 0, or what is withheld is not a share
 * @example outputConditional({ grantPounds: 100, withheld: 0.25 })({ year: 1, quantity: 0, started: 0, spent: 0, reported: false }) // => 7500
 */
export const outputConditional = named(
  "outputConditional",
  z.strictObject({
    grantPounds: atLeast0That("a grant below 0 would be paid by the one who gets it").describe("Pounds a year."),
    withheld: shareThat("no more than the whole grant can be withheld").describe("The share that needs a report."),
  }),
  ({ grantPounds, withheld }): Pay =>
    ({ reported }) => {
      const grant = penceOf(grantPounds);
      return reported ? grant : grant - shareOf(withheld, grant);
    },
);
