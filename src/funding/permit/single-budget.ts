import * as z from "zod";
import { agency, checkTakesPart, named } from "../parameters.js";
import type { Permit } from "../rule.js";
import { byGroup, entitledTo, within } from "./within.js";

const twoOrAll = "each, all, or a list of two agencies or more: one alone has nobody to pool with";

/**
 * Single budget: only the sum is bounded; what one purpose does not need another may spend, and nobody gets less than a ring-fence would leave it.
 * Each agency for itself: unringfenced grant; over 30 funding streams, £25.3bn, are rolled into England's Revenue Support Grant (Fair Funding Review 2.0, 2025).
 * Some agencies together: a pooled budget (section 75, NHS Act 2006; Better Care Fund, £3.8bn in 2015-16), whose agreement names a host.
 * All of them: a single budget for a place (Total Place 2009-10, 13 pilots; Whole-Place Community Budgets 2011, 4 areas).
 * @param parameters `pooled`: `each` (an agency shares with nobody), `all` (unless told), or the names of those who pool, while the others keep to themselves
 * @returns pence of each that may be spent
 * @throws ScenarioError where it is none of these, or names an agency without a wish
 * @example
 * const council = { agency: "council", person: "" };
 * const wishes = [{ ...council, purpose: "roads", entitled: 100, wished: 60 }, { ...council, purpose: "children", entitled: 100, wished: 150 }];
 * singleBudget({ pooled: "each" })(wishes) // => [60, 140]
 */
export const singleBudget = named(
  "singleBudget",
  z.strictObject({
    pooled: z
      .union([z.enum(["each", "all"]), z.array(agency).min(2, twoOrAll)], {
        error: twoOrAll,
      })
      .default("all")
      .describe("Who shares a budget: `each` alone, `all` of the place (unless said), or those named."),
  }),
  ({ pooled }): Permit => {
    if (pooled === "all") return (wishes) => within(entitledTo(wishes), wishes);
    const isIn = (name: string): boolean => pooled !== "each" && pooled.includes(name);
    // An agency that pools belongs to the group without a name.
    const budgetOf = (name: string): string => (isIn(name) ? "" : name);
    return (wishes) => {
      if (pooled !== "each") checkTakesPart("singleBudget", pooled, wishes);
      return byGroup(
        wishes,
        (wish) => budgetOf(wish.agency),
        (group) => within(entitledTo(group), group),
      );
    };
  },
);
