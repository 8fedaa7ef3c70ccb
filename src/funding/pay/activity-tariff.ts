import { penceOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { atLeast0Because } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Activity tariff: a price for each unit of activity.
 * The NHS called it Payment by Results, though it asks for no result. A provider that prevents an admission loses its
 * price.
 * @param parameters `poundsEach`: pounds for each
 * @returns pence a year from the payer
 * @throws ScenarioError if the price is below 0
 * @example
 * const year = { year: 1, quantity: 10, started: 0, spent: 0, reported: true };
 * activityTariff({ poundsEach: 1_613 })(year) // => 1613000
 */
export const activityTariff = rule({
  name: "activityTariff",
  words: "a price for each unit of activity",
  parameters: strictObject({
    poundsEach: atLeast0Because("a price below 0 would fine the provider").describe("Pounds for each."),
  }),
  samples: { "activity tariff": { poundsEach: 1000 } },
  make:
    ({ poundsEach }): Pay =>
    ({ quantity }) =>
      penceOf(poundsEach * quantity),
});
