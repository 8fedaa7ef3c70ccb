import { sum } from "../../base/mathematics/statistics.js";
import { splitEvenly } from "../../base/money.js";
import { plainRule } from "../named-rule.js";
import type { Stake } from "../rule.js";
import { costTo, savingTo } from "./gains.js";

/**
 * Equal gross: the savings are split evenly, and each agency pays its own costs.
 * A bill that rises is a cost of the agency that has it. It shares savings only, so a loss is shared by the same sum.
 * @param stakes what each agency pays and saves, in pence
 * @returns pence each ends up with: all savings divided by the number of agencies, less what it pays
 * @example
 * const stakes = [
 *   { agency: "council", pays: 100_00, saves: 0 },
 *   { agency: "hospital", pays: 0, saves: 250_00 },
 *   { agency: "care", pays: 0, saves: 50_00 },
 * ];
 * equalGross(stakes) // => [0, 10000, 10000]
 */
export const equalGross = plainRule({
  name: "equalGross",
  words: "the savings are shared equally and each agency pays its own costs",
  sample: "equal gross",
  decide: (stakes: readonly Stake[]) => {
    const savings = splitEvenly(sum(stakes.map(savingTo)), stakes.length);
    return stakes.map((stake, at) => savings[at] - costTo(stake));
  },
});
