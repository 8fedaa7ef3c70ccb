import { shareOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { shareForm, wrapped } from "../parameters.js";
import type { YearEnd } from "../rule.js";
import { carryForward } from "./carry-forward.js";
import { useItOrLoseIt } from "./use-it-or-lose-it.js";

/**
 * Ratchet (baseline reset): an agency that spends less than its base loses a share of the difference from its base.
 * The cut is for good, and the base never rises. The rule it wraps decides what happens to the unspent money.
 * The minister's dilemma, over full carry-forward: £1 saved once is £1 gained, and a share of it lost every year. With
 * a half it is a penalty by the third year, with a quarter by the fifth, with all of it by the second (Weitzman 1980 on
 * the ratchet principle; the years are computed here).
 * @param parameters `share`: the share of the difference that the base loses, 0 to 1; `of`: the year-end rule that it
 * wraps, `useItOrLoseIt` by default
 * @returns pence of the next base (never below 0), the reserve and the surrendered money
 * @throws ScenarioError if the share is not one, or `of` is not a rule
 * @example
 * const year = { base: 100_00, reserve: 0, spent: 70_00 };
 * ratchet({ share: 0.5 })(year) // => { base: 8500, reserve: 0, surrendered: 3000 }
 */
export const ratchet = rule({
  name: "ratchet",
  words: "an agency that spends less than its base loses a share of the difference from its base for good",
  parameters: strictObject({
    share: shareForm.describe("The share of the difference between base and spending that the base loses."),
    of: wrapped<YearEnd>().default(() => useItOrLoseIt),
  }),
  samples: {
    "ratchet ¼, the cash kept": { share: 0.25, of: carryForward({}) },
    "ratchet ½, the cash kept": { share: 0.5, of: carryForward({}) },
    "ratchet ½, the cash given back": { share: 0.5, of: useItOrLoseIt },
  },
  make:
    ({ share, of }): YearEnd =>
    (year) => {
      const closed = of(year);
      const loss = shareOf(share, Math.max(0, year.base - year.spent));
      return { ...closed, base: Math.max(0, closed.base - loss) };
    },
});
