import { splitPence } from "../../base/money.js";
import { plainRule } from "../named-rule.js";
import { savingTo, sharesGains } from "./gains.js";

/**
 * By benefit: a net gain is shared in proportion to what each agency saves.
 * No agency gains by making its costs larger. An agency that only pays is repaid its cost and no more.
 * A loss is shared in proportion to what the scheme costs each agency, bills that rise included.
 * @param stakes what each agency pays and saves, in pence
 * @returns pence each ends up with: all savings less all costs, multiplied by its part of the savings
 * @example
 * const stakes = [
 *   { agency: "council", pays: 100_00, saves: 0 },
 *   { agency: "hospital", pays: 0, saves: 250_00 },
 *   { agency: "care", pays: 0, saves: 50_00 },
 * ];
 * byBenefit(stakes) // => [0, 16667, 3333]
 */
export const byBenefit = plainRule({
  name: "byBenefit",
  words: "a gain is shared in proportion to what each agency saves, a loss in proportion to what each pays",
  sample: "by benefit",
  decide: sharesGains((net, stakes) => splitPence(net, stakes.map(savingTo))),
});
