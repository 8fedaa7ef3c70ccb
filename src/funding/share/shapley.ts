import { randomArrival } from "../../base/claims.js";
import { plainRule } from "../named-rule.js";
import { byClaims } from "./by-claims.js";

/**
 * Shapley value: each agency gets what it adds to the deal, averaged over all orders of joining (Shapley 1953).
 * Without any one payer there is no deal, so every payer gets the same. An agency that neither pays nor saves gets
 * nothing. A loss is shared in proportion to what the scheme costs each agency, bills that rise included.
 * @param stakes what each agency pays and saves, in pence
 * @returns pence each ends up with, computed exactly and rounded once
 * @throws ScenarioError if more than 12 agencies gain a part of the net gain
 * @example
 * const stakes = [
 *   { agency: "council", pays: 100_00, saves: 0 },
 *   { agency: "hospital", pays: 0, saves: 250_00 },
 *   { agency: "care", pays: 0, saves: 50_00 },
 * ];
 * shapley(stakes) // => [9167, 9166, 1667]
 */
export const shapley = plainRule({
  name: "shapley",
  words: "each agency gets what it adds, averaged over all orders of joining",
  sample: "Shapley",
  decide: byClaims(randomArrival),
});
