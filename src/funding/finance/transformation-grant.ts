import * as z from "zod";
import { shareOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { shareBecause } from "../parameters.js";
import { payment } from "../postings.js";
import type { Finance, Posting } from "../rule.js";

/**
 * Transformation grant: the Treasury pays a share of the cost of a scheme, for a fixed term, and asks for no repayment.
 * The Transformation Fund of the Spending Review 2025, £3.25bn (not verified).
 * @param parameters `share`: the share of the cost that is paid, 0 to 1; `years`: the model years in which it is paid,
 * from 1; all years by default
 * @returns the payments of all years; a year's payments do not depend on later years
 * @throws ScenarioError if the share is not one, or `years` is below 1
 * @example
 * const project = { doer: "council", costs: [100_00, 100_00], saves: [], outcomes: [] };
 * const postings = transformationGrant({ share: "60%", years: 1 })(project);
 * postings.map(({ from, pence }) => [from, pence]) // => [["treasury", 6000]]
 */
export const transformationGrant = rule({
  name: "transformationGrant",
  words: "the Treasury pays a share of the cost and asks for no repayment",
  parameters: strictObject({
    share: shareBecause(
      "a grant above the cost would pay for more than there is, one below 0 would tax the scheme",
    ).describe("The share of the cost that is paid."),
    years: z
      .int()
      .min(1, "a number of years from 1: a grant that ends before it begins pays nothing")
      .optional()
      .describe("The number of model years in which it is paid; all by default."),
  }),
  samples: {
    "transformation grant of the whole cost": { share: 1 },
    "transformation grant of half": { share: 0.5 },
  },
  make:
    ({ share, years = Number.POSITIVE_INFINITY }): Finance =>
    ({ doer, costs }) => {
      const postings: Posting[] = [];
      for (let at = 0; at < Math.min(years, costs.length); at++)
        postings.push(
          ...payment(at + 1, "treasury", doer, shareOf(share, costs[at]), "a grant for what the scheme costs"),
        );
      return postings;
    },
});
