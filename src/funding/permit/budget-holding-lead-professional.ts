import type { Permit } from "../rule.js";
import { purposeOf } from "./ring-fenced.js";
import { byGroup, entitledTo, within } from "./within.js";

/**
 * Budget-holding lead professional: one worker holds what all agencies were given for one person, and chooses among them and their purposes. What was given
 * for nobody in particular stays within its purpose.
 * Sixteen pilots in England in 2006-08: £10m, 246 lead professionals; in Devon £15,000 a year for each pathfinder, and up to £100 without asking. The
 * evaluation found few who really held a budget (DCSF-RR143, Newcastle 2009).
 * @param wishes what would be spent on each person, and what was given for that, in pence
 * @returns pence of each that may be spent
 * @example
 * const child = { person: "Ann", wished: 0 };
 * const wishes = [{ ...child, agency: "school", purpose: "tutor", entitled: 80 }, { ...child, agency: "nhs", purpose: "therapy", entitled: 20, wished: 90 }];
 * budgetHoldingLeadProfessional(wishes) // => [0, 90]
 */
export const budgetHoldingLeadProfessional: Permit = (wishes) =>
  byGroup(
    wishes,
    (wish) => (wish.person === "" ? purposeOf(wish) : wish.person),
    (group) => within(entitledTo(group), group),
  );
