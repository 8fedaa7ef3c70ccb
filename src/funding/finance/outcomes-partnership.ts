import * as z from "zod";
import { penceOf } from "../../base/money.js";
import { keysOf } from "../../base/records.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { atLeast0Because, checkTakesPart } from "../parameters.js";
import type { Finance, Posting } from "../rule.js";
import { commissionerForm, contractYear, topUpForm } from "./outcomes-contract.js";

const capForm = atLeast0Because("a cap below 0 would make the investor pay for success");

/**
 * Social outcomes partnership: an investor pays the cost of the scheme, and is paid for outcomes by a rate card: a
 * price for each kind of outcome, and the most that is paid for that kind, over all years.
 * Innovation Fund (Department for Work and Pensions, 2012): any of several results were paid for, up to £4.5m for one
 * partnership (Third Sector 2012). Better Futures Fund (2025): £500m over ten years, and as much from others; its rate
 * cards are not yet published (gov.uk). Without `counts` by name all outcomes are of the first kind.
 * @param parameters `commissioner`: the party that pays; `rates`: for each service that is counted, `{ poundsEach,
 * capPounds }`; `capPounds`: the most for all kinds, no bound by default; `topUp`: the Treasury's share of payments
 * @returns the payments of all years; a year's payments do not depend on later years
 * @throws ScenarioError if a parameter is beyond its bounds, or a rate is of what is not counted
 * @example
 * const rates = { attends: { poundsEach: 2, capPounds: 50 }, works: { poundsEach: 10, capPounds: 100 } };
 * const counted = { attends: [30], works: [4] };
 * const project = { doer: "charity", costs: [90_00], saves: [0], outcomes: [], counted };
 * outcomesPartnership({ commissioner: "council", rates })(project).map(({ pence }) => pence) // => [9000, 9000]
 */
export const outcomesPartnership = rule({
  name: "outcomesPartnership",
  words: "an investor pays the cost and is paid for outcomes by a rate card, each kind up to a cap",
  parameters: strictObject({
    commissioner: commissionerForm,
    rates: z
      .record(
        z.string(),
        strictObject({
          poundsEach: atLeast0Because("a price below 0 would pay for failure").describe("Pounds for each outcome."),
          capPounds: capForm.describe("The most pounds for this kind of outcome."),
        }),
      )
      .refine((rates) => Object.keys(rates).length > 0, { error: "a rate card with at least one kind of outcome" })
      .describe("The rate card: for each service that `counts` lists, its price and its cap."),
    capPounds: capForm.optional().describe("The most pounds for all kinds together; no bound by default."),
    topUp: topUpForm,
  }),
  samples: {
    "outcomes partnership": {
      commissioner: "treasury",
      rates: { school: { poundsEach: 1000, capPounds: 20_000 }, work: { poundsEach: 3000, capPounds: 60_000 } },
    },
  },
  make:
    ({ commissioner, rates, capPounds = Number.POSITIVE_INFINITY, topUp }): Finance =>
    ({ doer, costs, outcomes, counted }) => {
      const kinds = keysOf(rates);
      const of = counted ?? { [kinds[0]]: outcomes };
      if (counted)
        checkTakesPart(
          "outcomesPartnership",
          kinds,
          keysOf(counted).map((agency) => ({ agency })),
        );
      const left = kinds.map((kind) => penceOf(rates[kind].capPounds));
      let all = penceOf(capPounds);
      const postings: Posting[] = [];
      for (const [at, cost] of costs.entries()) {
        let due = 0;
        for (const [which, kind] of kinds.entries()) {
          const count = Math.max(0, of[kind]?.[at] ?? 0);
          const earned = Math.min(left[which], penceOf(rates[kind].poundsEach * count));
          left[which] -= earned;
          due += earned;
        }
        const pays = Math.min(all, due);
        all -= pays;
        postings.push(...contractYear(at + 1, doer, cost, commissioner, pays, topUp));
      }
      return postings;
    },
});
