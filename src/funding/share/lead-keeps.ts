import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { agency } from "../parameters.js";
import type { Share } from "../rule.js";
import { sharesGains } from "./gains.js";
import { indexOfParty } from "./parties.js";

/**
 * Lead keeps: every agency is repaid its cost, and the lead gets the whole net gain.
 * For a lead agency that manages the money of a programme and its gains.
 * A loss is shared in proportion to what the scheme costs each agency, bills that rise included.
 * @param parameters `lead`: the agency that gets the gain
 * @returns pence each ends up with: all savings less all costs for the lead, 0 for the others
 * @throws ScenarioError if the lead has no stake
 * @example
 * const stakes = [
 *   { agency: "council", pays: 100_00, saves: 0 },
 *   { agency: "hospital", pays: 0, saves: 250_00 },
 *   { agency: "care", pays: 0, saves: 50_00 },
 * ];
 * leadKeeps({ lead: "council" })(stakes) // => [20000, 0, 0]
 */
export const leadKeeps = rule({
  name: "leadKeeps",
  words: "one agency gets the whole net gain",
  parameters: strictObject({ lead: agency }),
  samples: { "lead keeps: the council": { lead: "council" } },
  make: ({ lead }): Share =>
    sharesGains((net, stakes) => {
      const leader = indexOfParty("leadKeeps", lead, stakes);
      return stakes.map((_, at) => (at === leader ? net : 0));
    }),
});
