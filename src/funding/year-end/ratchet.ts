import * as z from "zod";
import { shareOf } from "../../base/money.js";
import { named, shareForm, wrapped } from "../parameters.js";
import type { YearEnd } from "../rule.js";
import { useItOrLoseIt } from "./use-it-or-lose-it.js";

/**
 * Ratchet (baseline reset): whoever spends less than its base has a share of the difference taken off its base for good; nothing is ever added.
 * The minister's dilemma: over full carry-forward, £1 saved once is £1 gained and a share of it lost every year: with a half it is a penalty by the
 * third year, with a quarter by the fifth, with all of it by the second (Weitzman 1980 on the ratchet principle; the years are worked out here).
 * What becomes of money that is left is the matter of the rule it wraps.
 * @param parameters `share`: what of the difference is taken off the base, 0 to 1; `of`: the year-end rule for what is left, `useItOrLoseIt` unless told
 * @returns pence of the next base (never below 0), the reserve and what is surrendered
 * @throws ScenarioError where the share is not one, or `of` is no rule
 * @example ratchet({ share: 0.5 })({ base: 100_00, reserve: 0, spent: 70_00 }) // => { base: 8500, reserve: 0, surrendered: 3000 }
 */
export const ratchet = named(
  "ratchet",
  z.strictObject({
    share: shareForm.describe("What of the difference between base and spending is taken off the base."),
    of: wrapped<YearEnd>().default(() => useItOrLoseIt),
  }),
  ({ share, of }): YearEnd =>
    (year) => {
      const closed = of(year);
      const lost = shareOf(share, Math.max(0, year.base - year.spent));
      return { ...closed, base: Math.max(0, closed.base - lost) };
    },
);
