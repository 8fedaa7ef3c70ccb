import * as z from "zod";
import { splitPence } from "../../base/money.js";
import { sum } from "../../base/statistics.js";
import { rule } from "../named-rule.js";
import { shareBecause } from "../parameters.js";
import type { Share } from "../rule.js";
import { sharesGains } from "./gains.js";
import { weightsOf } from "./parties.js";

const oneShare = shareBecause(
  "a share below 0 would charge for a gain, one above 1 would give away more than there is",
);

/**
 * Fixed split: every agency is repaid its cost, and the net gain is split in shares agreed beforehand.
 * A party that is not named gets nothing. Part of the gain may go to `treasury`: it is what the agencies' pence leave.
 * Half for the Treasury and half for the place is a common opening offer (an assumption; no source gives one deal).
 * A loss is shared in proportion to what the scheme costs each agency, bills that rise included.
 * @param parameters `shares`: a share of 0 to 1 for each party, an agency or `treasury`; they sum to 1
 * @returns pence each ends up with: its share of all savings less all costs
 * @throws ScenarioError if the shares do not sum to 1, or an agency has no stake
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
  words: "the net gain is split in shares agreed beforehand",
  parameters: z.strictObject({
    shares: z
      .record(z.string(), oneShare)
      .refine((shares) => Math.abs(sum(Object.values(shares)) - 1) < 1e-9, {
        error: "shares that sum to 1 (100 %): more would give away money that does not exist, less would lose some",
      })
      .describe("The share of the net gain that each party gets; agencies or `treasury`."),
  }),
  samples: { "fixed: half to council and hospital": { shares: { council: 0.5, hospital: 0.5 } } },
  make: ({ shares }): Share =>
    sharesGains((net, stakes) => splitPence(net, weightsOf("fixed", shares, stakes)).slice(0, -1)),
});
