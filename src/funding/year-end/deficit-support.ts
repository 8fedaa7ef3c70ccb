import * as z from "zod";
import { penceOf, shareOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { atLeast0Because, shareBecause, wrapped } from "../parameters.js";
import type { YearEnd } from "../rule.js";
import { carryForward } from "./carry-forward.js";

/**
 * Deficit support: the centre pays, or holds, a part of what an agency has overspent.
 * Statutory override in England: since 2020 a council's deficit on its schools grant is held outside its other
 * money, until March 2028. Nobody asks for it, so it is as if the centre held all of it: `share: 100%`. Safety valve
 * (since 2021): the Department for Education pays off a deficit in instalments, if the council keeps to its plan for a
 * balanced year; Devon £95m of £160.9m by 2031-32, Rotherham £20.528m over five years. High Needs Stability Grant
 * (2026): 90 % of the deficits at the end of 2025-26, for a plan that is approved.
 * It helps where an agency cannot repay, and rewards those that overspend: the more they do, the more they are given.
 * @param parameters `share`: the share of a deficit that is paid, 0 to 1; `capPounds`: the most in a year, no cap by
 * default; `ifBalanced`: true if it is paid only after a year in which no more than the base was spent; `of`: the
 * year-end rule for unspent money, `carryForward` by default
 * @returns pence of the next base, the reserve and the surrendered money (below 0: paid by the centre)
 * @throws ScenarioError if the share is not one, the cap is below 0, or `of` is not a rule
 * @example
 * const year = { base: 100_00, reserve: 0, spent: 110_00 };
 * deficitSupport({ share: 0.9 })(year) // => { base: 10000, reserve: -100, surrendered: -900 }
 */
export const deficitSupport = rule({
  name: "deficitSupport",
  words: "the centre pays a share of an overspend",
  parameters: strictObject({
    share: shareBecause("no more than the deficit can be paid off").describe("The share of a deficit that is paid."),
    capPounds: atLeast0Because("a cap below 0 would make deficits larger").optional().describe("The most in a year."),
    ifBalanced: z
      .boolean()
      .default(false)
      .describe("True if it is paid only after a year in which no more than the base was spent."),
    of: wrapped<YearEnd>().default(() => carryForward({})),
  }),
  samples: {
    "deficit override": { share: 1 },
    "safety valve": { share: 0.5, capPounds: 500, ifBalanced: true },
  },
  make:
    ({ share, capPounds = Number.POSITIVE_INFINITY, ifBalanced, of }): YearEnd =>
    (year) => {
      const closed = of(year);
      if (ifBalanced && year.spent > year.base) return closed;
      const paid = Math.min(penceOf(capPounds), shareOf(share, Math.max(0, -closed.reserve)));
      return { ...closed, reserve: closed.reserve + paid, surrendered: closed.surrendered - paid };
    },
});
