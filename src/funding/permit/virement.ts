import * as z from "zod";
import { sum } from "../../base/mathematics/statistics.js";
import { shareOf, splitPence } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { shareBecause } from "../parameters.js";
import type { Permit, Wish } from "../rule.js";
import { haveOnePurpose } from "./ring-fenced.js";
import { budgetsOf, byGroup, entitledTo, poolForm, within } from "./within.js";

/**
 * Limited virement: a ring-fence with a gate. A purpose may release money that it does not need, up to a share of its
 * budget. The released money goes to other purposes of the same budget, in proportion to how much more they wish. With
 * 0 % it is a ring-fence; with 100 % it is a single budget.
 * Integrated Settlements of mayoral authorities (Integrated Settlement policy document, 2025): six themes, up to 10 %
 * may move between them, and no fence within. Where each agency of a place is a theme, they are `pooled`. Capital and
 * revenue have a wall between them: `capital` names the purposes on one side. Its exact wording is not verified; that
 * nothing passes it in either direction is an assumption.
 * @param parameters `share`: what may leave a purpose, as a share of what it was given, 0 to 1; `pooled`: `each` (the
 * default: an agency's money stays with it), `all`, or the names of the agencies that pool; `capital`: the purposes
 * whose money only they may use, none by default; in a run each agency is one purpose
 * @returns pence per wish that may be spent
 * @throws ScenarioError if it is not a share, or `pooled` names an agency without a wish
 * @example
 * const council = { agency: "council", person: "", entitled: 100 };
 * const wishes = [{ ...council, purpose: "roads", wished: 60 }, { ...council, purpose: "children", wished: 150 }];
 * virement({ share: 0.1 })(wishes) // => [60, 110]
 */
export const virement = rule({
  name: "virement",
  words: "a ring-fence with a gate: up to a share of the money may go to other purposes",
  parameters: strictObject({
    share: shareBecause("more than was given for a purpose cannot leave it").describe(
      "What may leave a purpose, as a share of what it was given.",
    ),
    pooled: poolForm
      .default("each")
      .describe("Who shares a budget: `each` alone (the default), `all` of the place, or the agencies named."),
    capital: z
      .array(z.string().min(1))
      .default([])
      .describe("The purposes whose money only they may use; in a run each agency is one purpose."),
  }),
  samples: {
    "virement of 10 %": { share: 0.1 },
    "integrated settlement": { share: 0.1, pooled: "all", capital: ["roads"] },
  },
  make: ({ share, pooled, capital }): Permit => {
    const budgetOf = budgetsOf("virement", pooled);
    const moved = (own: readonly Wish[]): readonly number[] => {
      let released = 0;
      const inside = byGroup(own, haveOnePurpose, (group: readonly Wish[]) => {
        const given = entitledTo(group);
        const spent = within(given, group);
        released += Math.min(given - sum(spent), shareOf(share, given));
        return spent;
      });
      const excess = own.map(({ wished }, at) => wished - inside[at]);
      const extra = splitPence(Math.min(released, sum(excess)), excess);
      return inside.map((pence, at) => pence + extra[at]);
    };
    return (wishes) => {
      const haveOneBudget = budgetOf(wishes);
      const isCapital = ({ purpose }: Wish): boolean => capital.includes(purpose);
      return byGroup(wishes, (one, other) => haveOneBudget(one, other) && isCapital(one) === isCapital(other), moved);
    };
  },
});
