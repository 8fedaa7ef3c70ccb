import { shareOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { shareForm } from "../parameters.js";
import type { YearEnd } from "../rule.js";

/**
 * Carry-forward: an agency keeps its unspent money, up to a share of its base; the rest goes back to the centre.
 * It decides if saving is worth a manager's while.
 * With a cap: Budget Exchange, 0.6 % of resource and 1.5 % of capital budgets for the devolved administrations (HM
 * Treasury 2011; it is not verified that Whitehall's cap is the same).
 * Without a cap: end-year flexibility. It ended in 2010 with some £20bn that departments might still claim.
 * An overspend is carried forward as a negative reserve, so base + reserve = spent + next reserve + surrendered always.
 * @param parameters `cap`: the most that is carried forward, as a share of the base, 0 to 1; no cap by default
 * @returns pence of the next base, the reserve and the surrendered money
 * @throws ScenarioError if the cap is not a share
 * @example
 * const year = { base: 100_00, reserve: 0, spent: 70_00 };
 * carryForward({ cap: 0.1 })(year) // => { base: 10000, reserve: 1000, surrendered: 2000 }
 */
export const carryForward = rule({
  name: "carryForward",
  words: "the agency keeps its unspent money, up to a share of the base",
  parameters: strictObject({
    cap: shareForm.describe("The most that is carried forward, as a share of the base.").optional(),
  }),
  samples: { "carry-forward up to 5 %": { cap: 0.05 }, "full carry-forward": {} },
  make:
    ({ cap }): YearEnd =>
    ({ base, reserve, spent }) => {
      const left = base + reserve - spent;
      const carried = cap === undefined ? left : Math.min(left, shareOf(cap, base));
      return { base, reserve: carried, surrendered: left - carried };
    },
});
