import * as z from "zod";
import { shareOf } from "../../base/money.js";
import { growth, named, wrapped } from "../parameters.js";
import type { YearEnd } from "../rule.js";
import { useItOrLoseIt } from "./use-it-or-lose-it.js";

/**
 * Outturn-plus: next year's base is what was spent this year and a little more. It rewards an overspend, and asks back every saving: Weitzman's ratchet
 * with a share of 1. Budgets built on last year's outturn are common; no published growth is known.
 * @param parameters `growth`: what is added, as a share of the spending, −1 to 10; `of`: the year-end rule for what is left, `useItOrLoseIt` unless told
 * @returns pence of the next base (never below 0), the reserve and what is surrendered
 * @throws ScenarioError where the growth is beyond its bounds, or `of` is no rule
 * @example outturnPlus({ growth: 0.02 })({ base: 100_00, reserve: 0, spent: 110_00 }) // => { base: 11220, reserve: -1000, surrendered: 0 }
 */
export const outturnPlus = named(
  "outturnPlus",
  z.strictObject({
    growth: growth.describe("What is added to the spending of the year, as a share of it."),
    of: wrapped<YearEnd>().default(() => useItOrLoseIt),
  }),
  ({ growth, of }): YearEnd =>
    (year) => ({ ...of(year), base: Math.max(0, shareOf(1 + growth, year.spent)) }),
);
