import { randomArrival } from "../../base/claims.js";
import type { Share } from "../rule.js";
import { byClaims } from "./by-claims.js";

/**
 * Shapley: everybody gets what it adds to the deal, averaged over all orders in which they might join it (Shapley 1953). Everybody who pays gets the same, since
 * without any of them there is no deal; who neither pays nor saves gets nothing.
 * Where all together lose, or somebody's bills rise, nothing is shared and everybody is left where silo leaves it.
 * @param stakes what each pays and saves, in pence
 * @returns pence each ends up with, worked out exactly and rounded once
 * @throws ScenarioError where more than 20 agencies gain a part of what is left
 * @example shapley([{ agency: "council", pays: 100_00, saves: 0 }, { agency: "hospital", pays: 0, saves: 250_00 }, { agency: "care", pays: 0, saves: 50_00 }]) // => [9167, 9166, 1667]
 */
export const shapley: Share = byClaims(randomArrival);
