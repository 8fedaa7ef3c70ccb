import { splitPence } from "../../base/money.js";
import type { Share } from "../rule.js";
import { netOf, sharesByStakes } from "./gains.js";

/**
 * By benefit: the cost is shared in proportion to what each one's own bills fall by: who gains pays. Nobody gains by making its costs larger, and an agency
 * that only pays gets back what it paid, no more.
 * Where all together lose, or somebody's bills rise, nothing is shared and everybody is left where silo leaves it.
 * @param stakes what each pays and saves, in pence
 * @returns pence each ends up with: all that is saved less all that is paid, times its part of what is saved
 * @example byBenefit([{ agency: "council", pays: 100_00, saves: 0 }, { agency: "hospital", pays: 0, saves: 250_00 }, { agency: "care", pays: 0, saves: 50_00 }]) // => [0, 16667, 3333]
 */
export const byBenefit: Share = sharesByStakes((stakes) =>
  splitPence(
    netOf(stakes),
    stakes.map(({ saves }) => saves),
  ),
);
