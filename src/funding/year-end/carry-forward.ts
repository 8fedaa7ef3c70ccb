import * as z from "zod";
import { shareOf } from "../../base/money.js";
import { named, shareForm } from "../parameters.js";
import type { YearEnd } from "../rule.js";

/**
 * Carry-forward: an agency keeps what it did not spend, up to a share of its base; the rest goes back to the centre.
 * It decides whether saving is worth a manager's while. Capped: Budget Exchange, 0.6 % of resource and 1.5 % of capital budgets for the devolved
 * administrations (HM Treasury 2011; whether Whitehall's cap differs is not verified). Without a cap: end-year flexibility, which ended in 2010 with a
 * stock of some £20bn that departments might still claim. An overspend is carried forward as a negative reserve, so base + reserve = spent + next
 * reserve + surrendered always.
 * @param parameters `cap`: the most that may be kept, as a share of the base, 0 to 1; left out, all is kept, however much it comes to
 * @returns pence of the next base, the reserve and what is surrendered
 * @throws ScenarioError where the cap is not a share
 * @example carryForward({ cap: 0.1 })({ base: 100_00, reserve: 0, spent: 70_00 }) // => { base: 10000, reserve: 1000, surrendered: 2000 }
 */
export const carryForward = named(
  "carryForward",
  z.strictObject({ cap: shareForm.describe("The most that may be kept, as a share of the base.").optional() }),
  ({ cap }): YearEnd =>
    ({ base, reserve, spent }) => {
      const left = base + reserve - spent;
      const kept = cap === undefined ? left : Math.min(left, shareOf(cap, base));
      return { base, reserve: kept, surrendered: left - kept };
    },
);
