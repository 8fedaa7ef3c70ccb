import * as z from "zod";
import { shareOf, splitPence } from "../../base/money.js";
import { sum } from "../../base/statistics.js";
import { rule } from "../named-rule.js";
import { shareBecause } from "../parameters.js";
import type { Permit, Wish } from "../rule.js";
import { purposeOf } from "./ring-fenced.js";
import { byGroup, entitledTo, within } from "./within.js";

/**
 * Limited virement: a ring-fence with a gate. A purpose may release money that it does not need, up to a share of its
 * budget. The released money goes to the agency's other purposes, in proportion to how much more they wish. With 0 % it
 * is a ring-fence; with 100 % it is a single budget of each agency.
 * Integrated Settlements of mayoral authorities: six themes, up to 10 % may move between them, and no fence within
 * (2025).
 * @param parameters `share`: what may leave a purpose, as a share of what it was given, 0 to 1
 * @returns pence per wish that may be spent
 * @throws ScenarioError if it is not a share
 * @example
 * const council = { agency: "council", person: "", entitled: 100 };
 * const wishes = [{ ...council, purpose: "roads", wished: 60 }, { ...council, purpose: "children", wished: 150 }];
 * virement({ share: 0.1 })(wishes) // => [60, 110]
 */
export const virement = rule({
  name: "virement",
  words: "a ring-fence with a gate: up to a share of the money may go to other purposes",
  parameters: z.strictObject({
    share: shareBecause("more than was given for a purpose cannot leave it").describe(
      "What may leave a purpose, as a share of what it was given.",
    ),
  }),
  samples: { "virement of 10 %": { share: 0.1 } },
  make:
    ({ share }): Permit =>
    (wishes) =>
      byGroup(
        wishes,
        ({ agency }) => agency,
        (own) => {
          let released = 0;
          const inside = byGroup(own, purposeOf, (group: readonly Wish[]) => {
            const given = entitledTo(group);
            const spent = within(given, group);
            released += Math.min(given - sum(spent), shareOf(share, given));
            return spent;
          });
          const excess = own.map(({ wished }, at) => wished - inside[at]);
          const extra = splitPence(Math.min(released, sum(excess)), excess);
          return inside.map((pence, at) => pence + extra[at]);
        },
      ),
});
