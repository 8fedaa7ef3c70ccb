import * as z from "zod";
import { penceOf } from "../../base/money.js";
import { atLeast0That, named } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Block grant: the same sum a year, whatever is done for it. The NHS block contract; no money follows more patients, and none is lost with fewer.
 * @param parameters `grantPounds`: pounds a year
 * @returns pence from the payer in a year
 * @throws ScenarioError where the grant is below 0
 * @example block({ grantPounds: 500 })({ year: 1, quantity: 7, started: 0, spent: 0, reported: false }) // => 50000
 */
export const block = named(
  "block",
  z.strictObject({
    grantPounds: atLeast0That("a grant below 0 would be paid by the one who gets it").describe("Pounds a year."),
  }),
  ({ grantPounds }): Pay =>
    () =>
      penceOf(grantPounds),
);
