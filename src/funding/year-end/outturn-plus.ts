import { shareOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { growth, wrapped } from "../parameters.js";
import type { YearEnd } from "../rule.js";
import { useItOrLoseIt } from "./use-it-or-lose-it.js";

/**
 * Outturn-plus: the next base is this year's spending plus a little growth.
 * It rewards an overspend and takes back every saving: it is Weitzman's ratchet with a share of 1.
 * Budgets based on last year's outturn are common; no published growth is known.
 * @param parameters `growth`: the growth, as a share of the spending, −1 to 10; `of`: the year-end rule for unspent
 * money, `useItOrLoseIt` by default
 * @returns pence of the next base (never below 0), the reserve and the surrendered money
 * @throws ScenarioError if the growth is beyond its bounds, or `of` is not a rule
 * @example
 * const year = { base: 100_00, reserve: 0, spent: 110_00 };
 * outturnPlus({ growth: 0.02 })(year) // => { base: 11220, reserve: -1000, surrendered: 0 }
 */
export const outturnPlus = rule({
  name: "outturnPlus",
  words: "the next base is this year's spending plus a little growth",
  parameters: strictObject({
    growth: growth.describe("The growth that is added, as a share of the year's spending."),
    of: wrapped<YearEnd>().default(() => useItOrLoseIt),
  }),
  samples: { "outturn plus 2 %": { growth: 0.02 } },
  make:
    ({ growth, of }): YearEnd =>
    (year) => ({ ...of(year), base: Math.max(0, shareOf(1 + growth, year.spent)) }),
});
