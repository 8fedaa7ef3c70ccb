import * as z from "zod";
import { agency, named } from "../parameters.js";
import type { Share } from "../rule.js";
import { netOf, sharesGains } from "./gains.js";
import { placeOf } from "./parties.js";

/**
 * Lead keeps: everybody is paid back, and all that is left is the lead's. A lead agency that holds the programme's money and its gains.
 * Where all together lose, nothing is shared and everybody is left where silo leaves it.
 * @param parameters `lead`: the agency that keeps
 * @returns pence each ends up with: the lead all that is saved less all that is paid, the others 0
 * @throws ScenarioError where the lead has no stake
 * @example leadKeeps({ lead: "council" })([{ agency: "council", pays: 100_00, saves: 0 }, { agency: "hospital", pays: 0, saves: 250_00 }, { agency: "care", pays: 0, saves: 50_00 }]) // => [20000, 0, 0]
 */
export const leadKeeps = named(
  "leadKeeps",
  z.strictObject({ lead: agency }),
  ({ lead }): Share =>
    sharesGains((stakes) => {
      const leader = placeOf("leadKeeps", lead, stakes);
      return stakes.map((_, at) => (at === leader ? netOf(stakes) : 0));
    }),
);
