import { penceOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { atLeast0Because } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Block grant: the same sum each year, whatever is done for it.
 * The NHS block contract: more patients bring no more money, and fewer patients lose none.
 * @param parameters `grantPounds`: pounds a year
 * @returns pence a year from the payer
 * @throws ScenarioError if the grant is below 0
 * @example block({ grantPounds: 500 })({ year: 1, quantity: 7, started: 0, spent: 0, reported: false }) // => 50000
 */
export const block = rule({
  name: "block",
  words: "a fixed sum each year, whatever is done",
  parameters: strictObject({
    grantPounds: atLeast0Because("a grant below 0 would be paid by its recipient").describe("Pounds a year."),
  }),
  samples: { "block grant": { grantPounds: 100_000 } },
  make:
    ({ grantPounds }): Pay =>
    () =>
      penceOf(grantPounds),
});
