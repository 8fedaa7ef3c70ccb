import * as z from "zod";
import { shareOf } from "../../base/money.js";
import { named, shareForm } from "../parameters.js";
import type { YearEnd } from "../rule.js";

/**
 * Retained share: an agency keeps a share of what it did not spend, and the Treasury gets the rest: a gain share with the centre.
 * No published share is known; 50 % is a common offer (unverified). An overspend is carried forward in full.
 * @param parameters `share`: what it keeps of an underspend, 0 to 1
 * @returns pence of the next base, the reserve and what is surrendered
 * @throws ScenarioError where it is not a share
 * @example keepShare({ share: 0.5 })({ base: 100_00, reserve: 0, spent: 70_00 }) // => { base: 10000, reserve: 1500, surrendered: 1500 }
 */
export const keepShare = named(
  "keepShare",
  z.strictObject({ share: shareForm.describe("What is kept of an underspend.") }),
  ({ share }): YearEnd =>
    ({ base, reserve, spent }) => {
      const left = base + reserve - spent;
      const kept = left < 0 ? left : shareOf(share, left);
      return { base, reserve: kept, surrendered: left - kept };
    },
);
