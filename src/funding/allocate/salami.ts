import * as z from "zod";
import { sum } from "../../base/mathematics/statistics.js";
import { splitPence } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { agency, checkTakesPart } from "../parameters.js";
import type { Allocate } from "../rule.js";

/**
 * Salami slice: the pot is divided in proportion to the last budgets, so that all are cut (or grow) by the same per
 * cent. Budgets may be protected: then the others are cut more. If the pot is smaller than the protected budgets, these
 * are cut by the same per cent, and the others get nothing.
 * In the United Kingdom cuts fell on some 40 % of spending, since the rest was protected (National Audit Office and
 * Public Accounts Committee 2012).
 * @param parameters `protect`: the agencies that are not cut; none by default
 * @returns pence per recipient; they sum to the pot
 * @throws ScenarioError if a name is not text, or does not share the pot
 * @example
 * const place = { base: 100, spent: 0, own: 0, people: 1, need: 1, resources: 0 };
 * const recipients = ["hospital", "council", "police"].map((agency) => ({ ...place, agency }));
 * salami({ protect: ["hospital"] })({ pot: 270, recipients }) // => [100, 85, 85]
 */
export const salami = rule({
  name: "salami",
  words: "each agency is cut by the same share, except those that are protected",
  parameters: strictObject({ protect: z.array(agency).default([]).describe("The agencies that are not cut.") }),
  samples: { "salami slice": {} },
  make:
    ({ protect }): Allocate =>
    ({ pot, recipients }) => {
      checkTakesPart("salami", protect, recipients);
      const bases = recipients.map(({ base }) => base);
      const safe = recipients.map(({ agency, base }) => (protect.includes(agency) ? base : 0));
      const [allBases, allSafe] = [sum(bases), sum(safe)];
      if (pot >= allBases) return splitPence(pot, bases);
      if (pot <= allSafe) return splitPence(pot, safe);
      const others = bases.map((base, at) => base - safe[at]);
      return splitPence(pot - allSafe, others).map((pence, at) => safe[at] + pence);
    },
});
