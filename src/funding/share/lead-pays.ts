import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { agency } from "../parameters.js";
import type { Share } from "../rule.js";
import { costOf, signedFor } from "./gains.js";
import { indexOfParty } from "./parties.js";

/**
 * Lead pays: one agency pays the whole cost, and each agency keeps its own savings.
 * It settles who pays, not who shares a gain, so it applies to a loss too. Lead commissioning, if the lead finds the
 * money.
 * @param parameters `lead`: the agency that pays
 * @returns pence each ends up with: its savings, less the whole cost for the lead
 * @throws ScenarioError if the lead has no stake
 * @example
 * const stakes = [
 *   { agency: "council", pays: 100_00, saves: 0 },
 *   { agency: "hospital", pays: 0, saves: 250_00 },
 *   { agency: "care", pays: 0, saves: 50_00 },
 * ];
 * leadPays({ lead: "hospital" })(stakes) // => [0, 15000, 5000]
 */
export const leadPays = rule({
  name: "leadPays",
  words: "one agency pays the whole cost",
  parameters: strictObject({ lead: agency }),
  samples: { "lead pays: the council": { lead: "council" } },
  make: ({ lead }): Share =>
    signedFor((stakes) => {
      const leader = indexOfParty("leadPays", lead, stakes);
      const cost = costOf(stakes);
      return stakes.map(({ saves }, at) => (at === leader ? saves - cost : saves));
    }),
});
