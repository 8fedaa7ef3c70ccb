import * as z from "zod";
import { penceOf, shareOf } from "../../base/money.js";
import { atLeast0That, named } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Target pool (pay for performance): a pool is released when a target is met: all or nothing, which is a cliff, or in proportion up to it.
 * Better Care Fund 2015-16: £1bn as announced and £253m as settled, for 3.5 % and then 3.07 % fewer emergency admissions, in proportion; what is not
 * earned pays the hospitals for the admissions that came (Public Accounts Committee 2015). Peterborough's bond paid from a fall of 10 % of a
 * cohort, or 7.5 % of all: a cliff.
 * @param parameters `poolPounds`: pounds; `target`: what is to be counted, above 0; `released`: `all-or-nothing` or `in-proportion`
 * @returns pence from the payer in a year
 * @throws ScenarioError where the pool is below 0, or the target is not above 0
 * @example targetPool({ poolPounds: 100, target: 10, released: "in-proportion" })({ year: 1, quantity: 8.4, started: 0, spent: 0, reported: true }) // => 8400
 */
export const targetPool = named(
  "targetPool",
  z.strictObject({
    poolPounds: atLeast0That("a pool below 0 would fine whoever meets the target").describe("Pounds in the pool."),
    target: z
      .number()
      .positive("a number above 0: a target of nothing is met by doing nothing")
      .describe("How many are to be reached."),
    released: z
      .enum(["all-or-nothing", "in-proportion"])
      .describe("Paid at the target and not below, or by how much of it is reached."),
  }),
  ({ poolPounds, target, released }): Pay =>
    ({ quantity }) => {
      const met = Math.min(1, Math.max(0, quantity / target));
      return shareOf(released === "in-proportion" ? met : Math.floor(met), penceOf(poolPounds));
    },
);
