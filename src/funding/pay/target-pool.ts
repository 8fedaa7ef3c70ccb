import * as z from "zod";
import { penceOf, shareOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { atLeast0Because } from "../parameters.js";
import type { Pay } from "../rule.js";

/** A number to reach. */
export const aboveNothing = z.number().positive("a number above 0: a target of 0 is reached by doing nothing");

/** The part of a target that is reached: 0 to 1. */
export const partReached = (target: number, quantity: number): number => Math.min(1, Math.max(0, quantity / target));

/**
 * Target pool (pay for performance): a pool is paid for reaching a target: all or nothing, which is a cliff, or in
 * proportion. Better Care Fund 2015-16: £1bn as announced and £253m as settled, for 3.5 % and then 3.07 % fewer
 * emergency admissions, in proportion. The unearned part pays the hospitals for the admissions that came (Public
 * Accounts Committee 2015). Peterborough's bond paid from a fall of 10 % of a cohort, or 7.5 % of all: a cliff.
 * @param parameters `poolPounds`: pounds; `target`: the number to reach, above 0; `released`: `all-or-nothing` or
 * `in-proportion`
 * @returns pence a year from the payer
 * @throws ScenarioError if the pool is below 0, or the target is not above 0
 * @example
 * const year = { year: 1, quantity: 8.4, started: 0, spent: 0, reported: true };
 * targetPool({ poolPounds: 100, target: 10, released: "in-proportion" })(year) // => 8400
 */
export const targetPool = rule({
  name: "targetPool",
  words: "a pool that is paid for reaching a target: all or nothing, or in proportion",
  parameters: strictObject({
    poolPounds: atLeast0Because("a pool below 0 would fine success").describe("Pounds in the pool."),
    target: aboveNothing.describe("The number to reach."),
    released: z
      .enum(["all-or-nothing", "in-proportion"])
      .describe("All of it at the target and nothing below, or in proportion up to the target."),
  }),
  samples: {
    "target pool, all or nothing": { poolPounds: 100_000, target: 100, released: "all-or-nothing" },
    "target pool, in proportion": { poolPounds: 100_000, target: 100, released: "in-proportion" },
  },
  make:
    ({ poolPounds, target, released }): Pay =>
    ({ quantity }) => {
      const reached = partReached(target, quantity);
      return shareOf(released === "in-proportion" ? reached : Math.floor(reached), penceOf(poolPounds));
    },
});
