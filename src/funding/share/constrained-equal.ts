import { equalAwards } from "../../base/claims.js";
import { plainRule } from "../named-rule.js";
import { byClaims } from "./by-claims.js";

/**
 * Constrained equal: each agency gets the same part of the net gain (Maimonides, 12th century).
 * An agency that only gains never gets more than its own savings.
 * A loss is shared in proportion to what the scheme costs each agency, bills that rise included.
 * @param stakes what each agency pays and saves, in pence
 * @returns pence each ends up with
 * @example
 * const stakes = [
 *   { agency: "council", pays: 100_00, saves: 0 },
 *   { agency: "hospital", pays: 0, saves: 250_00 },
 *   { agency: "care", pays: 0, saves: 50_00 },
 * ];
 * constrainedEqual(stakes) // => [7500, 7500, 5000]
 */
export const constrainedEqual = plainRule({
  name: "constrainedEqual",
  words: "equal parts, but no agency gets more than its claim",
  sample: "constrained equal",
  decide: byClaims(equalAwards),
});
