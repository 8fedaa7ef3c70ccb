import * as z from "zod";
import { sum } from "../../base/mathematics/statistics.js";
import { splitPence } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { shareBecause } from "../parameters.js";
import type { Share, Stake } from "../rule.js";
import { netOf, sharesGains, signedFor } from "./gains.js";
import { weightsOf } from "./parties.js";

const oneShare = shareBecause(
  "a share below 0 would charge for a gain, one above 1 would give away more than there is",
);

const allShares = z.record(z.string(), oneShare).refine((shares) => Math.abs(sum(Object.values(shares)) - 1) < 1e-9, {
  error: "shares that sum to 1 (100%): more would give away money that does not exist, less would lose some",
});

/**
 * Fixed split: every agency is repaid its cost, and the net gain is split in shares agreed beforehand.
 * A party that is not named gets nothing. Part of the gain may go to `treasury`: it is what the agencies' pence leave.
 * Half for the Treasury and half for the place is a common opening offer (an assumption; no source gives one deal).
 * A loss is shared in proportion to what the scheme costs each agency, bills that rise included; or in shares of its
 * own. That is the risk share of a pooled budget: an agreement under section 75, NHS Act 2006, states who bears an
 * overspend and who has an underspend, often in proportion to contributions (Social Care Institute for Excellence; the
 * Better Care Fund agreement of Rotherham). Each agreement has its own percentages; those of the sample are an
 * assumption. Its payments are due whatever an agency has left.
 * @param parameters `shares`: a share of 0 to 1 for each party, an agency or `treasury`; they sum to 1. `losses`: the
 * same of a loss
 * @returns pence each ends up with: its share of all savings less all costs
 * @throws ScenarioError if shares do not sum to 1, or an agency has no stake
 * @example
 * const stakes = [
 *   { agency: "council", pays: 100_00, saves: 0 },
 *   { agency: "hospital", pays: 0, saves: 250_00 },
 *   { agency: "care", pays: 0, saves: 50_00 },
 * ];
 * fixed({ shares: { council: 0.5, treasury: "50%" } })(stakes) // => [10000, 0, 0]
 */
export const fixed = rule({
  name: "fixed",
  words: "the net gain is split in shares agreed beforehand; a loss too, if shares of it are stated",
  parameters: strictObject({
    shares: allShares.describe("The share of the net gain that each party gets; agencies or `treasury`."),
    losses: allShares
      .optional()
      .describe("The share of a net loss that each party bears; by default in proportion to what the scheme costs it."),
  }),
  samples: {
    "fixed: half to council and hospital": { shares: { council: 0.5, hospital: 0.5 } },
    "section 75: half each, 60:40 of a loss": {
      shares: { council: 0.5, hospital: 0.5 },
      losses: { council: 0.6, hospital: 0.4 },
    },
  },
  make: ({ shares, losses }): Share => {
    const inShares = (net: number, stakes: readonly Stake[], parts: typeof shares): readonly number[] =>
      splitPence(net, weightsOf("fixed", parts, stakes)).slice(0, -1);
    if (losses === undefined) return sharesGains((net, stakes) => inShares(net, stakes, shares));
    return signedFor((stakes) => {
      const net = netOf(stakes);
      return inShares(net, stakes, net < 0 ? losses : shares);
    });
  },
});
