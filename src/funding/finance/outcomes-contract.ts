import * as z from "zod";
import { penceOf, shareOf } from "../../base/money.js";
import { agency, atLeast0That, named, shareThat } from "../parameters.js";
import type { Finance, Posting } from "../rule.js";
import { moved } from "./moved.js";

const aboveCap =
  "a threshold at which the payment is within the cap: above it, whoever gets there is paid less for each than was promised";

const form = z
  .strictObject({
    commissioner: agency
      .refine((party) => party !== "investor", {
        error: "a party other than the investor: nobody can pay itself for outcomes",
      })
      .describe("The party that pays for outcomes: an agency or `treasury`."),
    poundsEach: atLeast0That("a price below 0 would pay for failure").describe("Pounds for each outcome."),
    capPounds: atLeast0That("a cap below 0 would have the investor pay for success").describe(
      "The most that is paid, in pounds.",
    ),
    threshold: atLeast0That("a threshold below 0 would pay where things got worse")
      .default(0)
      .describe("Outcomes in a year below which nothing is paid for that year."),
    final: z
      .strictObject({
        year: z
          .int()
          .min(1, "a model year, 1 and on: before it nothing has come out")
          .describe("A model year, 1 and on."),
        threshold: atLeast0That("a threshold below 0 would pay where things got worse").describe(
          "Outcomes of all years so far that are needed.",
        ),
      })
      .optional()
      .describe(
        "The year in which all years are judged together, and the outcomes they need for what is unpaid to be paid.",
      ),
    topUp: shareThat("the centre can bear all of a payment, but no more and not less than nothing")
      .default(0)
      .describe("The share of payments that the Treasury bears."),
  })
  .refine(({ threshold, poundsEach, capPounds }) => threshold * poundsEach <= capPounds, {
    path: ["threshold"],
    error: aboveCap,
  })
  .refine(({ final, poundsEach, capPounds }) => (final?.threshold ?? 0) * poundsEach <= capPounds, {
    path: ["final", "threshold"],
    error: aboveCap,
  });

/**
 * Outcomes contract (social impact bond): an investor pays what the scheme costs; the commissioner pays for each outcome, once there are enough, up to a cap; the
 * Treasury may top up. The investor bears the risk, and nobody pays for failure; but a payment that needs a threshold has a cliff.
 * Peterborough prison (2010–15): a fall in reconvictions of 10 % in a cohort, or 7.5 % in all together; the first fell by 8.4 %, so nothing was paid; all together
 * by 9 %, so the investors had their capital back and just over 3 % a year (Ministry of Justice 2014; Pioneers Post 2017). Life Chances Fund (2016): the centre
 * bore about 20 %.
 * @param parameters `commissioner`: who pays; `poundsEach`: pounds for each outcome; `capPounds`: the most that is paid over all years; `threshold`: outcomes in a
 * year below which that year pays nothing; `final`: the `year` in which what is unpaid is paid too, if all outcomes so far reach its `threshold`; `topUp`: the
 * share of payments that the Treasury bears
 * @returns what moves in each year; in a year it knows nothing of later ones
 * @throws ScenarioError where a parameter is beyond its bounds, or a threshold is worth more than the cap
 * @example outcomesContract({ commissioner: "council", poundsEach: 20, capPounds: 1000, threshold: 10, topUp: 0.2 })({ doer: "charity", costs: [150_00, 0], saves: [], outcomes: [9, 10] }).map(({ from, to, pence }) => [from, to, pence]) // => [["investor", "charity", 15000], ["council", "investor", 16000], ["treasury", "investor", 4000]]
 */
export const outcomesContract = named(
  "outcomesContract",
  form,
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
        const central = shareOf(topUp, pays);
        paid += pays;
        postings.push(
          ...moved(year, "investor", doer, cost, "the investor pays what the scheme costs"),
          ...moved(year, commissioner, "investor", pays - central, "payment for outcomes"),
          ...moved(year, "treasury", "investor", central, "the centre's part of the payment for outcomes"),
        );
      }
      return postings;
    },
);
