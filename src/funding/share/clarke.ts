import { splitEvenly } from "../../base/money.js";
import { plainRule } from "../named-rule.js";
import type { Stake } from "../rule.js";
import { costOf, netOf } from "./gains.js";

/**
 * Clarke's pivotal tax: the cost is split evenly, and an agency whose yes overturns the no of the others pays a tax.
 * The tax is the loss of the others, and it goes to the centre (Clarke 1971). So no agency gains by understating its
 * savings. But the tax leaves the place, and an agency may end below 0: it is a benchmark, not a deal.
 * If the agencies together lose, the answer is no. Then the tax falls on an agency whose no overturns the yes of the
 * others, and the loss of a scheme that ran all the same is split evenly.
 * @param stakes what each agency pays and saves, in pence
 * @returns pence each ends up with: its savings less an even part of the cost, at most the net gain of all. The rest of
 * the net gain is the tax
 * @example
 * const stakes = [
 *   { agency: "council", pays: 100_00, saves: 0 },
 *   { agency: "hospital", pays: 0, saves: 250_00 },
 *   { agency: "care", pays: 0, saves: 50_00 },
 * ];
 * clarke(stakes) // => [-3334, 20000, 1667]
 */
export const clarke = plainRule({
  name: "clarke",
  words: "an agency whose yes overturns the no of the others pays their loss, as a tax to the Treasury",
  sample: "Clarke",
  decide: (stakes: readonly Stake[]) => {
    const net = netOf(stakes);
    const parts = splitEvenly(costOf(stakes), stakes.length);
    const gains = stakes.map(({ saves }, at) => saves - parts[at]);
    if (net >= 0) return gains.map((gain) => Math.min(gain, net));
    const losses = splitEvenly(net, stakes.length);
    return gains.map((gain, at) => losses[at] + Math.min(0, gain - net));
  },
});
