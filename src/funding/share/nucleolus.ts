import { talmud } from "../../base/claims.js";
import type { Share } from "../rule.js";
import { byClaims } from "./by-claims.js";

/**
 * Nucleolus: what is left is split so that the group with most to complain of has as little as can be to complain of (Schmeidler 1969), which here is the Talmud's
 * rule for an estate too small for its claims (Aumann and Maschler 1985).
 * Where all together lose, or somebody's bills rise, nothing is shared and everybody is left where silo leaves it.
 * @param stakes what each pays and saves, in pence
 * @returns pence each ends up with
 * @example nucleolus([{ agency: "council", pays: 100_00, saves: 0 }, { agency: "hospital", pays: 0, saves: 250_00 }, { agency: "care", pays: 0, saves: 50_00 }]) // => [8750, 8750, 2500]
 */
export const nucleolus: Share = byClaims(talmud);
