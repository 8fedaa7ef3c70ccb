import { plainRule } from "../named-rule.js";
import type { Permit, Wish } from "../rule.js";
import { byGroup, entitledTo, within } from "./within.js";

/** Tells if two wishes are for one purpose, from the money of one agency. */
export const haveOnePurpose = (one: Wish, other: Wish): boolean =>
  one.purpose === other.purpose && one.agency === other.agency;

const decide: Permit = (wishes) => byGroup(wishes, haveOnePurpose, (group) => within(entitledTo(group), group));

/**
 * Ring-fence: money given for a purpose is spent on that purpose only.
 * Within the purpose, money that one wish does not need goes to the wishes that need more.
 * Public Health Grant: £3.603bn in 2024-25 (section 31, Local Government Act 2003). Its unspent money is carried
 * forward inside the fence: this rule with `carryForward`.
 * @param wishes what each agency would spend on a purpose, and what it was given for it, in pence
 * @returns pence per wish that may be spent
 * @example
 * const council = { agency: "council", person: "", entitled: 100 };
 * const wishes = [{ ...council, purpose: "roads", wished: 60 }, { ...council, purpose: "children", wished: 150 }];
 * ringFenced(wishes) // => [60, 100]
 */
export const ringFenced = plainRule({
  name: "ringFenced",
  words: "money given for a purpose is spent on that purpose only",
  sample: "ring-fenced",
  decide,
});
