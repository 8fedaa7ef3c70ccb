import { splitPence } from "../../base/money.js";
import type { Share } from "../rule.js";
import { netOf, sharesByStakes } from "./gains.js";
import { silo } from "./silo.js";

/**
 * By investment: everybody is paid back, and what is left is split in proportion to what each paid, as a return on it; where nobody paid, silo. It rewards
 * costs, also costs that are larger than they need be.
 * Where all together lose, or somebody's bills rise, nothing is shared and everybody is left where silo leaves it.
 * @param stakes what each pays and saves, in pence
 * @returns pence each ends up with: all that is saved less all that is paid, times its part of what is paid
 * @example byInvestment([{ agency: "council", pays: 100_00, saves: 0 }, { agency: "hospital", pays: 0, saves: 250_00 }, { agency: "care", pays: 0, saves: 50_00 }]) // => [20000, 0, 0]
 */
export const byInvestment: Share = sharesByStakes((stakes) =>
  stakes.some(({ pays }) => pays > 0)
    ? splitPence(
        netOf(stakes),
        stakes.map(({ pays }) => pays),
      )
    : silo(stakes),
);
