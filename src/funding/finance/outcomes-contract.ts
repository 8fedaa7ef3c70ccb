import * as z from "zod";
import { penceOf, shareOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { agency, atLeast0Because, shareBecause } from "../parameters.js";
import { payment } from "../postings.js";
import type { Finance, Posting } from "../rule.js";

const aboveCap =
  "a threshold at which the payment is within the cap: above it, each outcome would be paid less than was promised";

const threshold = atLeast0Because("a threshold below 0 would pay when things got worse");

/** The party that pays for outcomes. */
export const commissionerForm = agency
  .refine((party) => party !== "investor", {
    error: "a party other than the investor: the investor cannot pay itself for outcomes",
  })
  .describe("The party that pays for outcomes: an agency or `treasury`.");

/** The share of payments for outcomes that the Treasury pays. */
export const topUpForm = shareBecause("the centre can pay all of a payment, but not more, and not less than nothing")
  .default(0)
  .describe("The share of payments that the Treasury pays.");

const parameters = strictObject({
  commissioner: commissionerForm,
  poundsEach: atLeast0Because("a price below 0 would pay for failure").describe("Pounds for each outcome."),
  capPounds: atLeast0Because("a cap below 0 would make the investor pay for success").describe(
    "The most that is paid, in pounds.",
  ),
  threshold: threshold.default(0).describe("Outcomes in a year below which that year pays nothing."),
  final: strictObject({
    year: z.int().min(1, "a model year from 1: before it there are no outcomes").describe("A model year, from 1."),
    threshold: threshold.describe("The outcomes of all years so far that are needed."),
  })
    .optional()
    .describe(
      "The year in which all years are judged together, and the outcomes needed to pay for what is still unpaid.",
    ),
  topUp: topUpForm,
})
  .refine(({ threshold, poundsEach, capPounds }) => threshold * poundsEach <= capPounds, {
    path: ["threshold"],
    error: aboveCap,
  })
  .refine(({ final, poundsEach, capPounds }) => (final?.threshold ?? 0) * poundsEach <= capPounds, {
    path: ["final", "threshold"],
    error: aboveCap,
  });

/** The payments of a year: an investor pays its cost, and is paid for outcomes, a share of that by the Treasury. */
export const contractYear = (
  year: number,
  doer: string,
  cost: number,
  commissioner: string,
  pays: number,
  topUp: number,
): readonly Posting[] => {
  const central = shareOf(topUp, pays);
  return [
    ...payment(year, "investor", doer, cost, "the investor pays what the scheme costs"),
    ...payment(year, commissioner, "investor", pays - central, "payment for outcomes"),
    ...payment(year, "treasury", "investor", central, "the centre's part of the payment for outcomes"),
  ];
};

/**
 * Outcomes contract (social impact bond): an investor pays the cost of the scheme, and a commissioner pays for each
 * outcome. It pays once there are enough outcomes, up to a cap; the Treasury may top up. The investor bears the risk,
 * and failure costs the commissioner nothing. But a payment that needs a threshold has a cliff.
 * Peterborough prison (2010–15): a fall in reconvictions of 10 % in a cohort, or 7.5 % in all together. The first
 * cohort fell by 8.4 %, so nothing was paid. All together fell by 9 %, so the investors got their capital back and just
 * over 3 % a year (Ministry of Justice 2014; Pioneers Post 2017). Life Chances Fund (2016): the centre paid about 20 %.
 * @param parameters `commissioner`: the party that pays; `poundsEach`: pounds for each outcome; `capPounds`: the most
 * that is paid over all years; `threshold`: outcomes in a year below which that year pays nothing; `final`: the `year`
 * in which unpaid outcomes are paid too, if all outcomes so far reach its `threshold`; `topUp`: the Treasury's share of
 * payments
 * @returns the payments of all years; a year's payments do not depend on later years
 * @throws ScenarioError if a parameter is beyond its bounds, or the payment at a threshold exceeds the cap
 * @example
 * const terms = { commissioner: "council", poundsEach: 20, capPounds: 1000, threshold: 10, topUp: 0.2 };
 * const postings = outcomesContract(terms)({ doer: "charity", costs: [150_00, 0], saves: [], outcomes: [9, 10] });
 * postings.map(({ from, pence }) => [from, pence]) // => [["investor", 15000], ["council", 16000], ["treasury", 4000]]
 */
export const outcomesContract = rule({
  name: "outcomesContract",
  words: "an investor pays the cost and is paid for outcomes",
  parameters,
  samples: { "outcomes contract": { commissioner: "treasury", poundsEach: 1000, capPounds: 100_000 } },
  make:
    ({ commissioner, poundsEach, capPounds, threshold, final, topUp }): Finance =>
    ({ doer, costs, outcomes }) => {
      const cap = penceOf(capPounds);
      const postings: Posting[] = [];
      let paid = 0;
      let all = 0;
      for (const [at, cost] of costs.entries()) {
        const year = at + 1;
        const count = Math.max(0, outcomes[at] ?? 0);
        all += outcomes[at] ?? 0;
        const forYear = count >= threshold ? penceOf(poundsEach * count) : 0;
        const forAll =
          year === final?.year && all >= final.threshold ? penceOf(poundsEach * Math.max(0, all)) - paid : 0;
        const pays = Math.min(Math.max(forYear, forAll), cap - paid);
        paid += pays;
        postings.push(...contractYear(year, doer, cost, commissioner, pays, topUp));
      }
      return postings;
    },
});
