import * as z from "zod";
import { penceOf } from "../../base/money.js";
import { atLeast0That, named, shareThat } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Payment by results: part of a fee when somebody is taken on (attachment), the rest for a result; the part may fall from year to year. Troubled Families
 * 2012-15: at most £4,000 of some £10,000 a family, for 5 of 6 families, of which 80 %, 60 % and 40 % at attachment (DCLG 2012). Its second phase: £1,000
 * and £800. The evaluation found no consistent evidence of an impact (2017).
 * Each is paid by the shares of the year it falls in: a family taken on in the first year that succeeds in the third is paid 80 % and 60 %.
 * @param parameters `poundsEach`: the whole fee for one; `attachment`: the share paid at the start, by year, 0 to 1, the last for all years after;
 * `eligible`: the share of them that is paid for, all unless told; `atMost`: how many are paid for in a year, no bound where left out
 * @returns pence from the payer in a year
 * @throws ScenarioError where a share is not one, or the fee or `atMost` is below 0
 * @example
 * const troubledFamilies = paymentByResults({ poundsEach: 4_000, attachment: [0.8, 0.6, 0.4] });
 * troubledFamilies({ year: 2, started: 10, quantity: 5, spent: 0, reported: true }) // => 3200000
 */
export const paymentByResults = named(
  "paymentByResults",
  z.strictObject({
    poundsEach: atLeast0That("a fee below 0 would fine whoever takes somebody on").describe("The whole fee for one."),
    attachment: z
      .array(shareThat("the attachment fee is part of the whole fee"))
      .min(1)
      .describe("The share paid at the start, by year; the last for all years after."),
    eligible: shareThat("no more can be paid for than there are").default(1).describe("The share that is paid for."),
    atMost: atLeast0That("fewer than none cannot be paid for").optional().describe("How many are paid for in a year."),
  }),
  ({ poundsEach, attachment, eligible, atMost = Number.POSITIVE_INFINITY }): Pay =>
    ({ year, started, quantity }) => {
      const first = attachment[Math.min(year, attachment.length) - 1];
      const paidFor = (count: number): number => Math.min(eligible * count, atMost);
      return penceOf(poundsEach * (first * paidFor(started) + (1 - first) * paidFor(quantity)));
    },
);
