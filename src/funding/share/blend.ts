import * as z from "zod";
import { splitPence } from "../../base/money.js";
import { named, shareThat } from "../parameters.js";
import type { Share } from "../rule.js";
import { costOf, netOf, sharesByStakes } from "./gains.js";

const theta = shareThat("past either end somebody would pay for what others gain, or be paid to lose");

/**
 * Blend: what is left is split partly by benefit, partly by investment. It is the only family of rules that shares all there is, knows no names, does not jump,
 * leaves nobody below 0, and does not care where the boundaries between agencies are drawn (proof in docs/funding-rules.md).
 * Where all together lose, or somebody's bills rise, nothing is shared and everybody is left where silo leaves it.
 * @param parameters `theta`: the share of what is left that goes by benefit, 0 to 1; the rest goes by investment (by benefit too, where nobody paid)
 * @returns pence each ends up with
 * @throws ScenarioError where theta is not a share
 * @example blend({ theta: 0.8 })([{ agency: "council", pays: 100_00, saves: 0 }, { agency: "hospital", pays: 0, saves: 250_00 }, { agency: "care", pays: 0, saves: 50_00 }]) // => [4000, 13333, 2667]
 */
export const blend = named(
  "blend",
  z.strictObject({ theta: theta.describe("The share that goes by benefit; the rest goes by investment.") }),
  ({ theta }): Share =>
    sharesByStakes((stakes) => {
      const net = netOf(stakes);
      const cost = costOf(stakes);
      const perSaved = (cost > 0 ? theta : 1) / (net + cost);
      const perPaid = cost > 0 ? (1 - theta) / cost : 0;
      return splitPence(
        net,
        stakes.map(({ pays, saves }) => (net + cost > 0 ? saves * perSaved : 0) + pays * perPaid),
      );
    }),
);
