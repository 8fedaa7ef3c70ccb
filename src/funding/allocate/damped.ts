import * as z from "zod";
import { shareOf, splitPence } from "../../base/money.js";
import { named, shareThat, wrapped } from "../parameters.js";
import type { Allocate } from "../rule.js";

/**
 * Damping: another rule divides the pot, but nobody falls below a share of what it had; whoever is above its floor has what it is above it scaled back, so
 * that the sum is the pot. Where the pot does not reach for the floors, everybody gets the same part of its floor.
 * Transitional arrangements in England are of this kind; a loss of at most 7 % a year, a floor of 93 %, was used as an illustration in the Fair Funding
 * Review 2.0 (2025).
 * @param parameters `floor`: the least each gets, as a share of its base, 0 to 1; `of`: the rule that is damped
 * @returns pence for each; they sum to the pot, or to less where the rule that is damped leaves some of it
 * @throws ScenarioError where the floor is not a share, or `of` is no rule
 * @example
 * const place = { base: 100, spent: 0, own: 0, people: 1, need: 1, resources: 0 };
 * const recipients = [{ ...place, agency: "north" }, { ...place, agency: "south" }];
 * damped({ floor: 0.9, of: ({ pot }) => [pot - 50, 50] })({ pot: 200, recipients }) // => [110, 90]
 */
export const damped = named(
  "damped",
  z.strictObject({
    floor: shareThat("floors above what everybody had cannot all be met from the same pot").describe(
      "The least each gets, as a share of its base.",
    ),
    of: wrapped<Allocate>(),
  }),
  ({ floor, of }): Allocate =>
    (world) => {
      const floors = world.recipients.map(({ base }) => shareOf(floor, base));
      const left = floors.reduce((pence, least) => pence - least, world.pot);
      if (left < 0) return splitPence(world.pot, floors);
      const above = of(world).map((pence, at) => Math.max(0, pence - floors[at]));
      const rest = above.reduce((all, pence) => all + pence, 0);
      return splitPence(Math.min(left, rest), above).map((pence, at) => floors[at] + pence);
    },
);
