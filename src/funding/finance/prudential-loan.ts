import * as z from "zod";
import { shareOf, splitEvenly } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { shareBecause } from "../parameters.js";
import { payment } from "../postings.js";
import type { Finance, Posting } from "../rule.js";

/**
 * Prudential loan: the Treasury lends the cost, and the doer repays it in equal parts with interest, whatever it saves.
 * Prudential borrowing of councils in England, since 2004: as much as they can afford, most of it from the Public Works
 * Loan Board, which the Treasury runs; here by equal instalments of principal, with interest on what is left. Half a
 * year's interest is not modelled: instalments are of whole years, from the year after the loan. The rate is that of
 * gilts of the day with a margin, so it has no default. Only capital may be borrowed for, which the rule does not see.
 * The doer bears all risk: the loan is due even if its scheme saves others, or nobody. What is due after the last year
 * of a run is not seen.
 * @param parameters `interest`: the rate a year, as a share of what is left to repay, 0 to 1; `years`: the number of
 * instalments; `lends`: the share of costs that is borrowed, 1 by default
 * @returns the payments of all years; a year's payments do not depend on later years
 * @throws ScenarioError if a share is not one, or `years` is not 1 to 100
 * @example
 * const project = { doer: "council", costs: [100_00, 0, 0], saves: [], outcomes: [] };
 * const postings = prudentialLoan({ interest: "5%", years: 2 })(project);
 * postings.map(({ pence }) => pence) // => [10000, 5000, 500, 5000, 250]
 */
export const prudentialLoan = rule({
  name: "prudentialLoan",
  words: "the Treasury lends the cost, which is repaid in equal parts with interest, whatever is saved",
  parameters: strictObject({
    interest: shareBecause("a rate below 0 would pay a borrower; past 1 is a typing error").describe(
      "The rate a year, as a share of what is left to repay.",
    ),
    years: z
      .int()
      .min(1, "a number of years from 1: a loan that is repaid at once is none")
      .max(100, "a number of years of at most 100: past a century is a typing error")
      .describe("The number of equal instalments, one a year."),
    lends: shareBecause("a doer borrows at most the cost of the scheme, and does not lend")
      .default(1)
      .describe("The share of costs that is borrowed; all by default."),
  }),
  samples: { "prudential loan of 5 years": { interest: 0.05, years: 5 } },
  make:
    ({ interest, years, lends }): Finance =>
    ({ doer, costs }) => {
      const due = costs.map(() => 0);
      const postings: Posting[] = [];
      let left = 0;
      for (const [at, cost] of costs.entries()) {
        const loan = shareOf(lends, Math.max(0, cost));
        for (const [after, part] of splitEvenly(loan, years).entries())
          if (at + after + 1 < costs.length) due[at + after + 1] += part;
        postings.push(
          ...payment(at + 1, "treasury", doer, loan, "a loan for what the scheme costs"),
          ...payment(at + 1, doer, "treasury", due[at], "an instalment of the loan"),
          ...payment(at + 1, doer, "treasury", shareOf(interest, left), "interest on the loan"),
        );
        left += loan - due[at];
      }
      return postings;
    },
});
