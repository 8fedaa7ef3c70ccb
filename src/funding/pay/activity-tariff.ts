import * as z from "zod";
import { penceOf } from "../../base/money.js";
import { atLeast0That, named } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Activity tariff: a price for each thing done. The NHS called it Payment by Results, though no result is asked for; whoever prevents an admission loses
 * the price of it.
 * @param parameters `poundsEach`: pounds for each
 * @returns pence from the payer in a year
 * @throws ScenarioError where the price is below 0
 * @example activityTariff({ poundsEach: 1_613 })({ year: 1, quantity: 10, started: 0, spent: 0, reported: true }) // => 1613000
 */
export const activityTariff = named(
  "activityTariff",
  z.strictObject({
    poundsEach: atLeast0That("a price below 0 would fine the one who does the work").describe("Pounds for each."),
  }),
  ({ poundsEach }): Pay =>
    ({ quantity }) =>
      penceOf(poundsEach * quantity),
);
