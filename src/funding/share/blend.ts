import { sum } from "../../base/mathematics/statistics.js";
import { splitPence } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { shareBecause } from "../parameters.js";
import type { Share } from "../rule.js";
import { savingTo, sharesGains } from "./gains.js";

const theta = shareBecause("past either end an agency would pay for the gains of others, or be paid to lose");

/**
 * Blend: the net gain is split partly by benefit, partly by investment.
 * Only blends have all of these properties (proof in docs/funding-rules.md): they share the whole gain; only stakes
 * count; there is no cliff; no agency is below 0; boundaries between agencies do not matter. A loss is
 * shared in proportion to what the scheme costs each agency, bills that rise included.
 * @param parameters `theta`: the share of the net gain that goes by benefit, 0 to 1; the rest goes by investment. If no
 * agency paid, all of it goes by benefit
 * @returns pence each ends up with
 * @throws ScenarioError if theta is not a share
 * @example
 * const stakes = [
 *   { agency: "council", pays: 100_00, saves: 0 },
 *   { agency: "hospital", pays: 0, saves: 250_00 },
 *   { agency: "care", pays: 0, saves: 50_00 },
 * ];
 * blend({ theta: 0.8 })(stakes) // => [4000, 13333, 2667]
 */
export const blend = rule({
  name: "blend",
  words: "the net gain is split partly by benefit, partly by investment",
  parameters: strictObject({
    theta: theta.describe("The share that goes by benefit; the rest goes by investment."),
  }),
  samples: { "blend, θ = 0.8": { theta: 0.8 } },
  make: ({ theta }): Share =>
    sharesGains((net, stakes) => {
      const [saved, paid] = [stakes.map(savingTo), stakes.map(({ pays }) => Math.max(0, pays))];
      const [savings, cost] = [sum(saved), sum(paid)];
      const perSaved = savings > 0 ? (cost > 0 ? theta : 1) / savings : 0;
      const perPaid = cost > 0 ? (1 - theta) / cost : 0;
      return splitPence(
        net,
        stakes.map((_, at) => saved[at] * perSaved + paid[at] * perPaid),
      );
    }),
});
