import * as z from "zod";
import { splitPence } from "../../base/money.js";
import { sum } from "../../base/statistics.js";
import { agency, checkTakesPart, named } from "../parameters.js";
import type { Allocate } from "../rule.js";

/**
 * Salami slice: the pot is divided by what everybody had, so that all are cut (or grow) by the same per cent. Budgets may be protected: then the cut falls
 * on the others, who are cut the deeper. In the United Kingdom cuts fell on some 40 % of spending, since the rest was protected (National Audit Office and
 * Public Accounts Committee 2012). Where the pot does not even reach for what is protected, that is cut alike.
 * @param parameters `protect`: the agencies that are not cut; nobody unless told
 * @returns pence for each; they sum to the pot
 * @throws ScenarioError where a name is not text, or not one of those who share the pot
 * @example
 * const place = { base: 100, spent: 0, own: 0, people: 1, need: 1, resources: 0 };
 * const recipients = [{ ...place, agency: "hospital" }, { ...place, agency: "council" }, { ...place, agency: "police" }];
 * salami({ protect: ["hospital"] })({ pot: 270, recipients }) // => [100, 85, 85]
 */
export const salami = named(
  "salami",
  z.strictObject({ protect: z.array(agency).default([]).describe("The agencies that are not cut.") }),
  ({ protect }): Allocate =>
    ({ pot, recipients }) => {
      checkTakesPart("salami", protect, recipients);
      const bases = recipients.map(({ base }) => base);
      const kept = recipients.map(({ agency, base }) => (protect.includes(agency) ? base : 0));
      const [all, safe] = [sum(bases), sum(kept)];
      if (pot >= all) return splitPence(pot, bases);
      if (pot <= safe) return splitPence(pot, kept);
      const others = bases.map((base, at) => base - kept[at]);
      return splitPence(pot - safe, others).map((pence, at) => kept[at] + pence);
    },
);
