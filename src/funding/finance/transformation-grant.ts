import * as z from "zod";
import { shareOf } from "../../base/money.js";
import { named, shareThat } from "../parameters.js";
import type { Finance } from "../rule.js";

const why = "a grant for what the scheme costs";

/**
 * Transformation grant: the Treasury pays a share of what the scheme costs, for a fixed term, and asks nothing back. The Transformation Fund of the Spending Review
 * 2025, £3.25bn (not verified).
 * @param parameters `share`: what of the cost is paid, 0 to 1; `years`: the model years it is paid in, 1 and on; all where left out
 * @returns what moves in each year; in a year it knows nothing of later ones
 * @throws ScenarioError where the share is not one, or the years are none
 * @example transformationGrant({ share: "60%", years: 1 })({ doer: "council", costs: [100_00, 100_00], saves: [], outcomes: [] }).map(({ from, pence }) => [from, pence]) // => [["treasury", 6000]]
 */
export const transformationGrant = named(
  "transformationGrant",
  z.strictObject({
    share: shareThat(
      "a grant above the cost would pay for more than there is, one below 0 would tax the scheme",
    ).describe("What of the cost is paid."),
    years: z
      .int()
      .min(1, "a number of years from 1 on: a grant that ends before it begins pays nothing")
      .optional()
      .describe("How many model years it is paid in; all where left out."),
  }),
  ({ share, years = Number.POSITIVE_INFINITY }): Finance =>
    ({ doer, costs }) =>
      costs
        .slice(0, years)
        .map((cost, at) => ({ from: "treasury", to: doer, pence: shareOf(share, cost), why, year: at + 1 }))
        .filter(({ pence }) => pence > 0),
);
