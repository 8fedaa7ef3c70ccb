import * as z from "zod";
import { largestOf } from "../../base/mathematics/largest.js";
import { penceOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { atLeast0Because, shareBecause } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Payment by results: part of a fee when a person is taken on (attachment), the rest for a result.
 * The part may fall from year to year. The payment for a result is what was not paid at its start, so nobody is paid
 * more than once the fee for one. A payer does not see whose result it is: those taken on first succeed first. A result
 * of nobody taken on is paid what is left of the largest part, so that it cannot come to more than the fee either.
 * Troubled Families 2012-15: at most £4,000 of some £10,000 a family, for 5 of 6 families, of which 80 %, 60 % and 40 %
 * at attachment (DCLG 2012). Its second phase: £1,000 and £800. The evaluation found no consistent evidence of an
 * impact (2017).
 * @param parameters `poundsEach`: the whole fee for one; `attachment`: the share paid at the start, 0 to 1, one per
 * year from year 1, the last for all later years; `eligible`: the share that is paid for, all by default; `atMost`: the
 * most that are paid for in a year, no bound by default
 * @returns pence a year from the payer
 * @throws ScenarioError if a share is not one, or the fee or `atMost` is below 0
 * @example
 * const troubledFamilies = paymentByResults({ poundsEach: 4_000, attachment: [0.8, 0.6, 0.4] });
 * const second = { year: 2, started: 10, quantity: 5, spent: 0, reported: true };
 * troubledFamilies(second) // => 3200000
 * troubledFamilies({ ...second, earlier: [{ started: 5, quantity: 0, spent: 0 }] }) // => 2800000
 */
export const paymentByResults = rule({
  name: "paymentByResults",
  words: "part of a fee for taking a person on, and the rest for success",
  parameters: strictObject({
    poundsEach: atLeast0Because("a fee below 0 would fine the provider").describe("The whole fee for one."),
    attachment: z
      .array(shareBecause("the attachment fee is part of the whole fee"))
      .min(1)
      .describe("The share paid at the start, by year; the last for all later years."),
    eligible: shareBecause("the part that is paid for is not larger than the whole")
      .default(1)
      .describe("The share that is paid for."),
    atMost: atLeast0Because("a number of people is not below 0")
      .optional()
      .describe("The most that are paid for in a year."),
  }),
  samples: { "payment by results": { poundsEach: 1000, attachment: [0.8, 0.6, 0.4] } },
  make:
    ({ poundsEach, attachment, eligible, atMost = Number.POSITIVE_INFINITY }): Pay =>
    (performance) => {
      const { year, earlier = [] } = performance;
      const largest = largestOf(attachment, 0);
      const shareIn = (one: number): number => attachment[Math.min(one, attachment.length) - 1];
      const paidFor = (count: number): number => Math.min(eligible * count, atMost);
      const years = [...earlier, performance];
      const open: number[] = [];
      let shares = 0;
      for (const [at, { started, quantity }] of years.entries()) {
        open.push(paidFor(started));
        let left = paidFor(quantity);
        shares = shareIn(year - earlier.length + at) * open[at];
        for (let begun = 0; begun <= at; begun++) {
          const results = Math.min(left, open[begun]);
          open[begun] -= results;
          left -= results;
          shares += results * (1 - shareIn(year - earlier.length + begun));
        }
        shares += left * (1 - largest);
      }
      return penceOf(poundsEach * shares);
    },
});
