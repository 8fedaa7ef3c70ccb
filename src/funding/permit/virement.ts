import * as z from "zod";
import { shareOf, splitPence } from "../../base/money.js";
import { sum } from "../../base/statistics.js";
import { named, shareThat } from "../parameters.js";
import type { Permit, Wish } from "../rule.js";
import { purposeOf } from "./ring-fenced.js";
import { byGroup, entitledTo, within } from "./within.js";

/**
 * Limited virement: a ring-fence with a gate: of what a purpose does not need, up to a share of what it was given may go to the agency's other purposes, by how
 * much more they wish. Integrated Settlements of mayoral authorities: six themes, up to 10 % may move between them, and no fence within (2025).
 * With 0 % it is a ring-fence, with 100 % a single budget of each agency.
 * @param parameters `share`: what may leave a purpose, as a share of what it was given, 0 to 1
 * @returns pence of each wish that may be spent
 * @throws ScenarioError where it is not a share
 * @example
 * const council = { agency: "council", person: "" };
 * const wishes = [{ ...council, purpose: "roads", entitled: 100, wished: 60 }, { ...council, purpose: "children", entitled: 100, wished: 150 }];
 * virement({ share: 0.1 })(wishes) // => [60, 110]
 */
export const virement = named(
  "virement",
  z.strictObject({
    share: shareThat("more than was given for a purpose cannot leave it").describe(
      "What may leave a purpose, as a share of what it was given.",
    ),
  }),
  ({ share }): Permit =>
    (wishes) =>
      byGroup(
        wishes,
        ({ agency }) => agency,
        (own) => {
          let moved = 0;
          const inside = byGroup(own, purposeOf, (group: readonly Wish[]) => {
            const given = entitledTo(group);
            const spent = within(given, group);
            moved += Math.min(given - sum(spent), shareOf(share, given));
            return spent;
          });
          const more = own.map(({ wished }, at) => wished - inside[at]);
          const extra = splitPence(Math.min(moved, sum(more)), more);
          return inside.map((pence, at) => pence + extra[at]);
        },
      ),
);
