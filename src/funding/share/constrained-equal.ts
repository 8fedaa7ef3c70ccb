import { equalAwards } from "../../base/claims.js";
import type { Share } from "../rule.js";
import { byClaims } from "./by-claims.js";

/**
 * Constrained equal: everybody gets the same of what is left, but who only gains never more than its own bills fall by (Maimonides, 12th century).
 * Where all together lose, or somebody's bills rise, nothing is shared and everybody is left where silo leaves it.
 * @param stakes what each pays and saves, in pence
 * @returns pence each ends up with
 * @example constrainedEqual([{ agency: "council", pays: 100_00, saves: 0 }, { agency: "hospital", pays: 0, saves: 250_00 }, { agency: "care", pays: 0, saves: 50_00 }]) // => [7500, 7500, 5000]
 */
export const constrainedEqual: Share = byClaims(equalAwards);
