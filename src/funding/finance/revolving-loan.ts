import { penceOf, shareOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { atLeast0Because, shareBecause } from "../parameters.js";
import { payment } from "../postings.js";
import type { Finance, Posting } from "../rule.js";

/**
 * Invest-to-save loan: a fund lends the cost without interest, and gets back a share of the cash savings until all is
 * repaid. Repayments are lent again. The loan shortens the wait, but does not help an agency whose scheme saves money
 * for others: it has no savings to repay from. The Treasury sets up the fund, which is `pool`.
 * Invest-to-Save in Wales (2009): £60m over two years, all to be repaid, no interest, as fast as each project saves;
 * all was repaid by 2019 (the Senedd, 26 June 2019). Salix Recycling Fund: `lends` 50 % beside the client's own half,
 * `repays` 75 % of savings at least, a typical fund £250,000.
 * @param parameters `fundPounds`: pounds the fund sets aside per doer; `lends`: the share of costs it lends, 1 by
 * default; `repays`: the share of cash savings that goes back until the loan is repaid, 1 by default
 * @returns the payments of all years; a year's payments do not depend on later years
 * @throws ScenarioError if a share or the fund is beyond its bounds
 * @example
 * const project = { doer: "council", costs: [400_00, 0], saves: [0, 200_00], outcomes: [] };
 * const postings = revolvingLoan({ fundPounds: 500, repays: 0.75 })(project);
 * postings.map(({ from, pence }) => [from, pence]) // => [["treasury", 50000], ["pool", 40000], ["council", 15000]]
 */
export const revolvingLoan = rule({
  name: "revolvingLoan",
  words: "a fund lends the cost and gets a share of the savings until the loan is repaid",
  parameters: strictObject({
    fundPounds: atLeast0Because("a fund below 0 would borrow from its borrowers").describe(
      "Pounds the fund sets aside.",
    ),
    lends: shareBecause("a fund lends at most the cost of the scheme, and does not borrow")
      .default(1)
      .describe("The share of costs it lends; all by default."),
    repays: shareBecause("more than the savings would be repaid from other money; less than 0 would lend again")
      .default(1)
      .describe("The share of cash savings that goes back until the loan is repaid; all by default."),
  }),
  samples: { "invest-to-save loan": { fundPounds: 1_000_000 } },
  make:
    ({ fundPounds, lends, repays }): Finance =>
    ({ doer, costs, saves }) => {
      const first = costs.findIndex((cost) => cost > 0);
      if (first < 0) return [];
      let fund = penceOf(fundPounds);
      let due = 0;
      const postings: Posting[] = [...payment(first + 1, "treasury", "pool", fund, "a fund for loans is set up")];
      for (const [at, cost] of costs.entries()) {
        const loan = Math.min(shareOf(lends, Math.max(0, cost)), fund);
        const repayment = Math.min(due + loan, shareOf(repays, Math.max(0, saves[at])));
        fund += repayment - loan;
        due += loan - repayment;
        postings.push(
          ...payment(at + 1, "pool", doer, loan, "a loan for what the scheme costs"),
          ...payment(at + 1, doer, "pool", repayment, "the loan repaid from cash savings"),
        );
      }
      return postings;
    },
});
