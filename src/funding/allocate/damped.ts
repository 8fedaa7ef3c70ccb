import { sum } from "../../base/mathematics/statistics.js";
import { shareOf, splitPence } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { shareBecause, wrapped } from "../parameters.js";
import type { Allocate } from "../rule.js";
import { needsFormula } from "./needs-formula.js";

/**
 * Damping: another rule divides the pot, but each agency gets at least a floor: a share of its last budget.
 * The amounts above the floors are scaled back, so that the sum is the pot. If the pot is smaller than all floors, each
 * agency gets the same part of its floor.
 * Transitional arrangements in England work this way. The Fair Funding Review 2.0 (2025) uses a loss of at most 7 % a
 * year, a floor of 93 %, as an illustration.
 * @param parameters `floor`: the least each agency gets, as a share of its base, 0 to 1; `of`: the rule that is damped
 * @returns pence per recipient; they sum to the pot, or to less if the damped rule leaves some of it
 * @throws ScenarioError if the floor is not a share, or `of` is not a rule
 * @example
 * const place = { base: 100, spent: 0, own: 0, people: 1, need: 1, resources: 0 };
 * const recipients = [{ ...place, agency: "north" }, { ...place, agency: "south" }];
 * damped({ floor: 0.9, of: ({ pot }) => [pot - 50, 50] })({ pot: 200, recipients }) // => [110, 90]
 */
export const damped = rule({
  name: "damped",
  words: "another rule divides the pot, but each agency gets at least a share of its last budget",
  parameters: strictObject({
    floor: shareBecause("floors above the last budgets cannot all be met from the same pot").describe(
      "The least each gets, as a share of its base.",
    ),
    of: wrapped<Allocate>(),
  }),
  samples: { "needs formula, damped at 95 %": { floor: 0.95, of: needsFormula({}) } },
  make:
    ({ floor, of }): Allocate =>
    (world) => {
      const floors = world.recipients.map(({ base }) => shareOf(floor, base));
      const left = floors.reduce((pence, least) => pence - least, world.pot);
      if (left < 0) return splitPence(world.pot, floors);
      const above = of(world).map((pence, at) => Math.max(0, pence - floors[at]));
      return splitPence(Math.min(left, sum(above)), above).map((pence, at) => floors[at] + pence);
    },
});
