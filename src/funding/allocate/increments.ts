import { sum } from "../../base/mathematics/statistics.js";
import { splitPence } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { wrapped } from "../parameters.js";
import type { Allocate } from "../rule.js";
import { perCapita } from "./per-capita.js";

/**
 * Increments: each agency has its last budget, and another rule divides what the pot has more, or less, than all these.
 * The Barnett formula divides changes by population: the change of a department's budget × how far its services are
 * devolved × the population beside England's (House of Commons Library). Each gets the same pounds per person, so a
 * lead per person shrinks in per cent as budgets grow: the Barnett squeeze. What is not devolved is not in the pot. The
 * needs-based factor (Wales 105 % for now, from memory) is `of: { needsFormula: {} }` with `need`.
 * If a cut would take more from an agency than it has, it has 0, and the others bear the rest.
 * @param parameters `of`: the rule that divides the change, `perCapita` by default
 * @returns pence per recipient; they sum to the pot, or to less if the other rule leaves some of the change
 * @throws ScenarioError if `of` is not a rule
 * @example
 * const place = { spent: 0, own: 0, need: 1, resources: 0 };
 * const england = { ...place, agency: "england", base: 1_000, people: 100 };
 * const wales = { ...place, agency: "wales", base: 90, people: 6 };
 * increments({})({ pot: 1_196, recipients: [england, wales] }) // => [1100, 96]
 */
export const increments = rule({
  name: "increments",
  words: "each agency has its last budget, and another rule divides the change",
  parameters: strictObject({ of: wrapped<Allocate>().default(() => perCapita) }),
  samples: { "Barnett increments": {} },
  make:
    ({ of }): Allocate =>
    ({ pot, recipients }) => {
      const change = recipients.reduce((left, { base }) => left - base, pot);
      const changes = of({ pot: change, recipients });
      const next = recipients.map(({ base }, at) => Math.max(0, base + changes[at]));
      return sum(next) > pot ? splitPence(pot, next) : next;
    },
});
