import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import type { Permit } from "../rule.js";
import { budgetsOf, byGroup, entitledTo, poolForm, within } from "./within.js";

/**
 * Single budget: only the total is limited. Money that one purpose does not need may be spent on another.
 * No purpose gets less than a ring-fence would leave it.
 * Each agency by itself: unringfenced grant; over 30 funding streams, £25.3bn, are rolled into England's Revenue
 * Support Grant (Fair Funding Review 2.0, 2025).
 * Some agencies together: a pooled budget (section 75, NHS Act 2006), whose agreement names a host. Better Care Fund
 * 2015-16: at least £3.8bn, and £5.3bn in fact (Public Accounts Committee 2015). With a share of over- and underspends:
 * `fixed` with `losses`. All agencies: a single budget for a place (Total Place 2009-10, 13 pilots; Whole-Place
 * Community Budgets 2011, 4 areas).
 * @param parameters `pooled`: `each` (no agency shares its budget), `all` (the default), or the names of the agencies
 * that pool; the others do not share theirs
 * @returns pence per wish that may be spent
 * @throws ScenarioError if it is none of these, or names an agency without a wish
 * @example
 * const council = { agency: "council", person: "", entitled: 100 };
 * const wishes = [{ ...council, purpose: "roads", wished: 60 }, { ...council, purpose: "children", wished: 150 }];
 * singleBudget({ pooled: "each" })(wishes) // => [60, 140]
 */
export const singleBudget = rule({
  name: "singleBudget",
  words: "only the total is limited: of each agency, of all agencies, or of the agencies that pool",
  parameters: strictObject({
    pooled: poolForm
      .default("all")
      .describe("Who shares a budget: `each` alone, `all` of the place (the default), or the agencies named."),
  }),
  samples: { "single budget of each": { pooled: "each" }, "single budget of all": { pooled: "all" } },
  make: ({ pooled }): Permit => {
    const budgetOf = budgetsOf("singleBudget", pooled);
    return (wishes) => byGroup(wishes, budgetOf(wishes), (group) => within(entitledTo(group), group));
  },
});
