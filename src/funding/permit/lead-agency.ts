import * as z from "zod";
import { sum } from "../../base/statistics.js";
import { agency, checkTakesPart, named } from "../parameters.js";
import type { Permit } from "../rule.js";
import { byGroup, entitledTo, within } from "./within.js";

/**
 * Lead agency: one agency holds everybody's budget and spends on its own wishes first; the others have what is left. Lead commissioning (section 75,
 * NHS Act 2006) may work like that where the agreement does not say otherwise.
 * @param parameters `lead`: the agency that comes first
 * @returns pence of each wish that may be spent
 * @throws ScenarioError where no lead is named, or one that wishes nothing while others do
 * @example
 * const care = { purpose: "care", person: "" };
 * const wishes = [{ ...care, agency: "council", entitled: 100, wished: 100 }, { ...care, agency: "nhs", entitled: 100, wished: 150 }];
 * leadAgency({ lead: "nhs" })(wishes) // => [50, 150]
 */
export const leadAgency = named(
  "leadAgency",
  z.strictObject({ lead: agency.describe("The agency whose wishes come first.") }),
  ({ lead }): Permit =>
    (wishes) => {
      checkTakesPart("leadAgency", [lead], wishes);
      const all = entitledTo(wishes);
      const own = wishes.filter(({ agency }) => agency === lead);
      const spent = Math.min(all, sum(own.map(({ wished }) => wished)));
      return byGroup(
        wishes,
        ({ agency }) => (agency === lead ? lead : ""),
        (group, name) => within(name === lead ? spent : all - spent, group),
      );
    },
);
