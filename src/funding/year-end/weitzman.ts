import { penceOf, shareOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { eitherWay, shareForm, wrapped } from "../parameters.js";
import type { YearEnd } from "../rule.js";
import { carryForward } from "./carry-forward.js";
import { useItOrLoseIt } from "./use-it-or-lose-it.js";

/**
 * Weitzman's ratchet: the next base follows this year's spending, up as well as down.
 * Next base = base + growth + share × (spent − base) (Weitzman, Bell Journal of Economics 11(1), 1980). A lasting
 * saving is then worth rate / (rate + share) of its full value: 6.5 % at a rate of 3.5 % and a half (derived from his
 * formula).
 * @param parameters `share`: the share of the difference that the base follows, 0 to 1; `growthPounds`: pounds added
 * each year (below 0: taken off), 0 by default; `of`: the year-end rule for unspent money, `useItOrLoseIt` by default
 * @returns pence of the next base (never below 0), the reserve and the surrendered money
 * @throws ScenarioError if the share is not one, or `of` is not a rule
 * @example
 * const year = { base: 100_00, reserve: 0, spent: 110_00 };
 * weitzman({ share: 0.5, growthPounds: 2 })(year) // => { base: 10700, reserve: -1000, surrendered: 0 }
 */
export const weitzman = rule({
  name: "weitzman",
  words: "the next base moves towards this year's spending",
  parameters: strictObject({
    share: shareForm.describe("The share of the difference between spending and base that the base follows."),
    growthPounds: eitherWay.default(0).describe("Pounds added to the base each year."),
    of: wrapped<YearEnd>().default(() => useItOrLoseIt),
  }),
  samples: { "Weitzman ½, the cash kept": { share: 0.5, of: carryForward({}) } },
  make:
    ({ share, growthPounds, of }): YearEnd =>
    (year) => {
      const closed = of(year);
      const change = shareOf(share, year.spent - year.base);
      return { ...closed, base: Math.max(0, closed.base + penceOf(growthPounds) + change) };
    },
});
