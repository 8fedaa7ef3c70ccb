import { sum } from "../../base/mathematics/statistics.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { agency, checkTakesPart } from "../parameters.js";
import type { Permit } from "../rule.js";
import { byGroup, entitledTo, within } from "./within.js";

/**
 * Lead agency: one agency controls all budgets and spends on its own wishes first; the others get the rest.
 * Lead commissioning (section 75, NHS Act 2006) may work like that, if the agreement does not say otherwise.
 * @param parameters `lead`: the agency that comes first
 * @returns pence per wish that may be spent
 * @throws ScenarioError if no lead is named, or the lead has no wish and others have
 * @example
 * const care = { purpose: "care", person: "", entitled: 100 };
 * const wishes = [{ ...care, agency: "council", wished: 100 }, { ...care, agency: "nhs", wished: 150 }];
 * leadAgency({ lead: "nhs" })(wishes) // => [50, 150]
 */
export const leadAgency = rule({
  name: "leadAgency",
  words: "one agency controls all budgets and spends on its own wishes first",
  parameters: strictObject({ lead: agency.describe("The agency whose wishes come first.") }),
  samples: { "lead agency: the council": { lead: "council" } },
  make:
    ({ lead }): Permit =>
    (wishes) => {
      checkTakesPart("leadAgency", [lead], wishes);
      const all = entitledTo(wishes);
      const own = wishes.filter(({ agency }) => agency === lead);
      const spent = Math.min(all, sum(own.map(({ wished }) => wished)));
      return byGroup(
        wishes,
        (one, other) => (one.agency === lead) === (other.agency === lead),
        (group) => within(group[0].agency === lead ? spent : all - spent, group),
      );
    },
});
