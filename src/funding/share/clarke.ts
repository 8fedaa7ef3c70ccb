import { splitPence } from "../../base/money.js";
import type { Share } from "../rule.js";
import { costOf, netOf, sharesGains } from "./gains.js";

/**
 * Clarke's pivotal tax: the cost is split evenly, and whoever turns a no of the others into a yes pays them their loss, as a tax to the centre (Clarke 1971). So
 * nobody gains by telling less than it saves; but the tax leaves the place, and somebody may end below 0: a benchmark, not a deal.
 * Where all together lose, nothing is shared and everybody is left where silo leaves it.
 * @param stakes what each pays and saves, in pence
 * @returns pence each ends up with: the smaller of its saves less an even part of the cost, and all that is left for all; the tax is what they leave
 * @example clarke([{ agency: "council", pays: 100_00, saves: 0 }, { agency: "hospital", pays: 0, saves: 250_00 }, { agency: "care", pays: 0, saves: 50_00 }]) // => [-3334, 20000, 1667]
 */
export const clarke: Share = sharesGains((stakes) => {
  const net = netOf(stakes);
  const parts = splitPence(
    costOf(stakes),
    stakes.map(() => 1),
  );
  return stakes.map(({ saves }, at) => Math.min(saves - parts[at], net));
});
