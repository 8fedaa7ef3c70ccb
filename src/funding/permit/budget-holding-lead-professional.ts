import { plainRule } from "../named-rule.js";
import type { Permit } from "../rule.js";
import { haveOnePurpose } from "./ring-fenced.js";
import { byGroup, entitledTo, within } from "./within.js";

const decide: Permit = (wishes) =>
  byGroup(
    wishes,
    (one, other) =>
      one.person === "" ? other.person === "" && haveOnePurpose(one, other) : one.person === other.person,
    (group) => within(entitledTo(group), group),
  );

/**
 * Budget-holding lead professional: one worker controls all that agencies were given for one person.
 * The worker chooses among those agencies and their purposes. Money that is not for one person stays within its
 * purpose. Sixteen pilots in England in 2006-08: £10m, 246 lead professionals; in Devon £15,000 a year for each
 * pathfinder, and up to £100 without asking. The evaluation found few who really controlled a budget (DCSF-RR143,
 * Newcastle 2009).
 * @param wishes what would be spent on each person, and what was given for that, in pence
 * @returns pence per wish that may be spent
 * @example
 * const tutor = { person: "Ann", agency: "school", purpose: "tutor", entitled: 80, wished: 0 };
 * const therapy = { person: "Ann", agency: "nhs", purpose: "therapy", entitled: 20, wished: 90 };
 * budgetHoldingLeadProfessional([tutor, therapy]) // => [0, 90]
 */
export const budgetHoldingLeadProfessional = plainRule({
  name: "budgetHoldingLeadProfessional",
  words: "one worker controls all that agencies were given for one person",
  sample: "budget-holding lead professional",
  decide,
});
