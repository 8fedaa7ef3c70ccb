import { shareOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { shareForm } from "../parameters.js";
import type { YearEnd } from "../rule.js";

/**
 * Retained share: an agency keeps a share of its unspent money, and the Treasury gets the rest.
 * It is a gain share with the centre. No published share is known; 50 % is a common offer (unverified).
 * An overspend is carried forward in full.
 * @param parameters `share`: the share of an underspend that the agency keeps, 0 to 1
 * @returns pence of the next base, the reserve and the surrendered money
 * @throws ScenarioError if it is not a share
 * @example
 * const year = { base: 100_00, reserve: 0, spent: 70_00 };
 * keepShare({ share: 0.5 })(year) // => { base: 10000, reserve: 1500, surrendered: 1500 }
 */
export const keepShare = rule({
  name: "keepShare",
  words: "the agency keeps a share of its unspent money",
  parameters: strictObject({ share: shareForm.describe("The share of an underspend that the agency keeps.") }),
  samples: { "half is kept": { share: 0.5 } },
  make:
    ({ share }): YearEnd =>
    ({ base, reserve, spent }) => {
      const left = base + reserve - spent;
      const carried = left < 0 ? left : shareOf(share, left);
      return { base, reserve: carried, surrendered: left - carried };
    },
});
