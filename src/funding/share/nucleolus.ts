import { talmud } from "../../base/claims.js";
import { plainRule } from "../named-rule.js";
import { byClaims } from "./by-claims.js";

/**
 * Nucleolus: the net gain is split so that the largest complaint of any group is as small as possible (Schmeidler
 * 1969). Here it is the Talmud's rule for an estate smaller than the claims on it (Aumann and Maschler 1985).
 * A loss is shared in proportion to what the scheme costs each agency, bills that rise included.
 * @param stakes what each agency pays and saves, in pence
 * @returns pence each ends up with
 * @example
 * const stakes = [
 *   { agency: "council", pays: 100_00, saves: 0 },
 *   { agency: "hospital", pays: 0, saves: 250_00 },
 *   { agency: "care", pays: 0, saves: 50_00 },
 * ];
 * nucleolus(stakes) // => [8750, 8750, 2500]
 */
export const nucleolus = plainRule({
  name: "nucleolus",
  words: "the largest complaint of any group is as small as possible (the Talmud's rule)",
  sample: "nucleolus",
  decide: byClaims(talmud),
});
