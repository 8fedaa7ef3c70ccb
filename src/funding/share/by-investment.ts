import { splitPence } from "../../base/money.js";
import { plainRule } from "../named-rule.js";
import { netOf, sharesByStakes } from "./gains.js";
import { silo } from "./silo.js";

/**
 * By investment: every agency is repaid its cost, and the net gain is split in proportion to what each paid.
 * It is a return on investment, so it also rewards costs that are larger than necessary. If no agency paid, it is
 * `silo`. If the agencies together lose, or one agency's bills rise, it shares nothing: the result is that of `silo`.
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
  decide: sharesByStakes((stakes) =>
    stakes.some(({ pays }) => pays > 0)
      ? splitPence(
          netOf(stakes),
          stakes.map(({ pays }) => pays),
        )
      : silo(stakes),
  ),
});
