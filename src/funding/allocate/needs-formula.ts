import { shareOf, splitPence } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { shareForm } from "../parameters.js";
import type { Allocate } from "../rule.js";

/**
 * Needs formula: a pot is divided by people × need, less what each place can raise by itself.
 * Grant and counted resources together follow need. A place whose resources exceed its share gets nothing and pays
 * nothing. England's Fair Funding Assessment 2026-27 is relative need with adjustments for resources, costs and
 * transition (Fair Funding Review 2.0, 2025); its weights belong in `need`.
 * @param parameters `resources`: the share of a place's own resources that is counted, 0 to 1; 0 by default
 * @returns pence per recipient; they sum to the pot
 * @throws ScenarioError if it is not a share
 * @example
 * const place = { base: 0, spent: 0, own: 0, people: 10 };
 * const rich = { ...place, agency: "rich", need: 1, resources: 60 };
 * const poor = { ...place, agency: "poor", need: 2, resources: 0 };
 * needsFormula({ resources: 1 })({ pot: 300, recipients: [rich, poor] }) // => [60, 240]
 */
export const needsFormula = rule({
  name: "needsFormula",
  words: "a pot is divided by population and need, less what each place can raise",
  parameters: strictObject({
    resources: shareForm.default(0).describe("The share of a place's own resources that is counted."),
  }),
  samples: { "needs formula": {}, "needs formula less resources": { resources: 1 } },
  make:
    ({ resources }): Allocate =>
    ({ pot, recipients }) =>
      equalised(
        pot,
        recipients.map((place) => ({ need: place.people * place.need, raised: shareOf(resources, place.resources) })),
      ),
});

/**
 * Grants by need, less what is raised. A place that would have to pay in gets 0; the others share the pot without it.
 */
const equalised = (pot: number, places: readonly { readonly need: number; readonly raised: number }[]): number[] => {
  const total = places.reduce((sum, { raised }) => sum + raised, pot);
  const parts = splitPence(
    total,
    places.map(({ need }) => need),
  );
  const grants = places.map(({ raised }, at) => parts[at] - raised);
  const others = places.filter((_, at) => grants[at] >= 0);
  if (others.length === places.length) return grants;
  const granted = equalised(pot, others);
  return grants.map((pence) => (pence < 0 ? 0 : (granted.shift() ?? 0)));
};
