import * as z from "zod";
import { penceOf, shareOf } from "../../base/money.js";
import { eitherWay, named, shareForm, wrapped } from "../parameters.js";
import type { YearEnd } from "../rule.js";
import { useItOrLoseIt } from "./use-it-or-lose-it.js";

/**
 * Weitzman's ratchet: next year's base follows this year's spending, upwards as well as downwards: base + growth + share × (spent − base) (Weitzman,
 * Bell Journal of Economics 11(1), 1980). Of what a lasting saving would be worth, rate / (rate + share) is left: at 3.5 % and a half, 6.5 %
 * (derived from his formula).
 * @param parameters `share`: how much of the difference is met, 0 to 1; `growthPounds`: what is added each year (below 0: taken off), 0 unless told;
 * `of`: the year-end rule for what is left, `useItOrLoseIt` unless told
 * @returns pence of the next base (never below 0), the reserve and what is surrendered
 * @throws ScenarioError where the share is not one, or `of` is no rule
 * @example weitzman({ share: 0.5, growthPounds: 2 })({ base: 100_00, reserve: 0, spent: 110_00 }) // => { base: 10700, reserve: -1000, surrendered: 0 }
 */
export const weitzman = named(
  "weitzman",
  z.strictObject({
    share: shareForm.describe("How much of the difference between spending and base is met."),
    growthPounds: eitherWay.default(0).describe("Pounds added to the base each year."),
    of: wrapped<YearEnd>().default(() => useItOrLoseIt),
  }),
  ({ share, growthPounds, of }): YearEnd =>
    (year) => {
      const closed = of(year);
      const met = shareOf(share, year.spent - year.base);
      return { ...closed, base: Math.max(0, closed.base + penceOf(growthPounds) + met) };
    },
);
