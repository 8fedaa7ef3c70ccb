import * as z from "zod";
import { penceOf, shareOf } from "../../base/money.js";
import { atLeast0That, named, shareThat } from "../parameters.js";
import type { Finance, Posting } from "../rule.js";
import { moved } from "./moved.js";

/**
 * Invest-to-save loan: a fund lends the cost without interest, and gets back a share of the cash that is saved until all is repaid; what comes back is lent again.
 * It mends the wait, not the pockets: an agency whose scheme saves others has nothing to repay with. The Treasury sets up the fund, which then is `pool`.
 * Invest-to-Save in Wales (2009): £60m over two years, all to be repaid, no interest, as fast as each project saves; all of it had been by 2019 (the Senedd,
 * 26 June 2019). Salix Recycling Fund: `lends` 50 % beside the client's own half, `repays` 75 % of savings at least, a typical fund £250,000.
 * @param parameters `fundPounds`: what the fund sets aside for each who does a scheme; `lends`: the share of costs it lends, 1 unless told; `repays`: the share of
 * cash saved that goes back until the loan is repaid, 1 unless told
 * @returns what moves in each year; in a year it knows nothing of later ones
 * @throws ScenarioError where a share or the fund is beyond its bounds
 * @example revolvingLoan({ fundPounds: 500, repays: 0.75 })({ doer: "council", costs: [400_00, 0], saves: [0, 200_00], outcomes: [] }).map(({ from, pence }) => [from, pence]) // => [["treasury", 50000], ["pool", 40000], ["council", 15000]]
 */
export const revolvingLoan = named(
  "revolvingLoan",
  z.strictObject({
    fundPounds: atLeast0That("a fund below 0 would borrow from those it lends to").describe(
      "Pounds the fund sets aside.",
    ),
    lends: shareThat("a fund lends no more than a scheme costs, and nobody lends to it")
      .default(1)
      .describe("The share of costs it lends; all unless said."),
    repays: shareThat("more than is saved would be repaid from other money; less than nothing would lend again")
      .default(1)
      .describe("The share of cash saved that goes back until the loan is repaid; all unless said."),
  }),
  ({ fundPounds, lends, repays }): Finance =>
    ({ doer, costs, saves }) => {
      const first = costs.findIndex((cost) => cost > 0);
      if (first < 0) return [];
      let fund = penceOf(fundPounds);
      let due = 0;
      const postings: Posting[] = [...moved(first + 1, "treasury", "pool", fund, "a fund for loans is set up")];
      for (const [at, cost] of costs.entries()) {
        const lent = Math.min(shareOf(lends, Math.max(0, cost)), fund);
        const repaid = Math.min(due + lent, shareOf(repays, Math.max(0, saves[at])));
        fund += repaid - lent;
        due += lent - repaid;
        postings.push(
          ...moved(at + 1, "pool", doer, lent, "a loan for what the scheme costs"),
          ...moved(at + 1, doer, "pool", repaid, "the loan repaid from cash that was saved"),
        );
      }
      return postings;
    },
);
