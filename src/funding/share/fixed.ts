import * as z from "zod";
import { splitPence } from "../../base/money.js";
import { named, shareThat } from "../parameters.js";
import type { Share } from "../rule.js";
import { netOf, sharesGains } from "./gains.js";
import { namedWeights } from "./parties.js";

const oneShare = shareThat("a share below 0 would charge for a gain, one above 1 would give away more than there is");

/**
 * Fixed split: everybody is paid back, and what is left is split in shares agreed beforehand; whoever is not named gets nothing. Part of it may go to
 * `treasury`: what the agencies' pence leave. Half for the Treasury, half for the place is the usual opening offer (an assumption; no source gives one deal).
 * Where all together lose, nothing is shared and everybody is left where silo leaves it.
 * @param parameters `shares`: a share for each party, agencies or `treasury`, 0 to 1; together 1
 * @returns pence each ends up with: its share of all that is saved less all that is paid
 * @throws ScenarioError where the shares do not sum to 1, or an agency has no stake
 * @example fixed({ shares: { council: 0.5, treasury: "50%" } })([{ agency: "council", pays: 100_00, saves: 0 }, { agency: "hospital", pays: 0, saves: 250_00 }, { agency: "care", pays: 0, saves: 50_00 }]) // => [10000, 0, 0]
 */
export const fixed = named(
  "fixed",
  z.strictObject({
    shares: z
      .record(z.string(), oneShare)
      .refine((shares) => Math.abs(Object.values(shares).reduce((all, each) => all + each, 0) - 1) < 1e-9, {
        error: "shares that sum to 1 (100 %): more would give away what is not there, less would lose it",
      })
      .describe("What each party gets of what is left; agencies or `treasury`."),
  }),
  ({ shares }): Share =>
    sharesGains((stakes) => splitPence(netOf(stakes), namedWeights("fixed", shares, stakes)).slice(0, -1)),
);
