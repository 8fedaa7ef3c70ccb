import type { Permit, Wish } from "../rule.js";
import { byGroup, entitledTo, within } from "./within.js";

/**
 * Ring-fence: what was given for a purpose is spent on it, and nothing else; within the purpose whoever needs less leaves it to those who need more.
 * Public Health Grant: £3.603bn in 2024-25 (section 31, Local Government Act 2003), where what is left is carried forward inside the fence: this rule with
 * `carryForward`.
 * @param wishes what each would spend, and what it was given, in pence
 * @returns pence of each that may be spent
 * @example
 * const council = { agency: "council", person: "" };
 * ringFenced([{ ...council, purpose: "roads", entitled: 100, wished: 60 }, { ...council, purpose: "children", entitled: 100, wished: 150 }]) // => [60, 100]
 */
export const ringFenced: Permit = (wishes) => byGroup(wishes, purposeOf, (group) => within(entitledTo(group), group));

/** The purpose of a wish, with the agency whose money it is. */
export const purposeOf = ({ agency, purpose }: Wish): string => `${agency}\n${purpose}`;
