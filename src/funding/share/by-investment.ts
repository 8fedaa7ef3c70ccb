import { splitPence } from "../../base/money.js";
import { plainRule } from "../named-rule.js";
import { savingTo, sharesGains } from "./gains.js";

/**
 * By investment: every agency is repaid its cost, and the net gain is split in proportion to what each paid.
 * It is a return on investment, so it also rewards costs that are larger than necessary. If no agency paid, the gain is
 * shared in proportion to what each saves. A loss is shared in proportion to what the scheme costs each agency, bills
 * that rise included.
 * @param stakes what each agency pays and saves, in pence
 * @returns pence each ends up with: all savings less all costs, multiplied by its part of the costs
 * @example
 * const stakes = [
 *   { agency: "council", pays: 100_00, saves: 0 },
 *   { agency: "hospital", pays: 0, saves: 250_00 },
 *   { agency: "care", pays: 0, saves: 50_00 },
 * ];
 * byInvestment(stakes) // => [20000, 0, 0]
 */
export const byInvestment = plainRule({
  name: "byInvestment",
  words: "the net gain is shared in proportion to what each agency paid",
  sample: "by investment",
  decide: sharesGains((net, stakes) => {
    const paid = stakes.map(({ pays }) => Math.max(0, pays));
    return splitPence(net, paid.some((pence) => pence > 0) ? paid : stakes.map(savingTo));
  }),
});
