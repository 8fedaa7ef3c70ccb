import * as z from "zod";
import { shareOf, splitPence } from "../../base/money.js";
import { named, shareForm } from "../parameters.js";
import type { Allocate } from "../rule.js";

/**
 * Needs formula: a pot divided by people × need, less what a place can raise by itself: grant and counted resources together follow need. A place whose
 * resources pass its share gets nothing, and pays nothing in. England's Fair Funding Assessment 2026-27 is relative need with adjustments for
 * resources, costs and transition (Fair Funding Review 2.0, 2025); its weights belong in `need`.
 * @param parameters `resources`: the share of a place's own resources that is counted, 0 to 1; 0 unless told
 * @returns pence for each; they sum to the pot
 * @throws ScenarioError where it is not a share
 * @example
 * const place = { base: 0, spent: 0, own: 0, people: 10 };
 * const recipients = [{ ...place, agency: "rich", need: 1, resources: 60 }, { ...place, agency: "poor", need: 2, resources: 0 }];
 * needsFormula({ resources: 1 })({ pot: 300, recipients }) // => [60, 240]
 */
export const needsFormula = named(
  "needsFormula",
  z.strictObject({ resources: shareForm.default(0).describe("The share of a place's own resources that is counted.") }),
  ({ resources }): Allocate =>
    ({ pot, recipients }) =>
      equalised(
        pot,
        recipients.map((place) => ({ need: place.people * place.need, raised: shareOf(resources, place.resources) })),
      ),
);

/** Need less what is raised; whoever would have to pay in gets nothing, and the others share the pot without it. */
const equalised = (pot: number, places: readonly { readonly need: number; readonly raised: number }[]): number[] => {
  const all = places.reduce((sum, { raised }) => sum + raised, pot);
  const parts = splitPence(
    all,
    places.map(({ need }) => need),
  );
  const grants = places.map(({ raised }, at) => parts[at] - raised);
  const others = places.filter((_, at) => grants[at] >= 0);
  if (others.length === places.length) return grants;
  const granted = equalised(pot, others);
  return grants.map((pence) => (pence < 0 ? 0 : (granted.shift() ?? 0)));
};
