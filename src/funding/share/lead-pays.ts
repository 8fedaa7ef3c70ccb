import * as z from "zod";
import { agency, named } from "../parameters.js";
import type { Share } from "../rule.js";
import { costOf, sharesLosses } from "./gains.js";
import { placeOf } from "./parties.js";

/**
 * Lead pays: one agency bears the whole cost, everybody keeps what its own bills fall by. It says who pays, not who shares a gain, so it holds for a loss too.
 * Lead commissioning, where the lead finds the money.
 * @param parameters `lead`: the agency that pays
 * @returns pence each ends up with: the lead saves − all that is paid, the others saves
 * @throws ScenarioError where the lead has no stake
 * @example leadPays({ lead: "hospital" })([{ agency: "council", pays: 100_00, saves: 0 }, { agency: "hospital", pays: 0, saves: 250_00 }, { agency: "care", pays: 0, saves: 50_00 }]) // => [0, 15000, 5000]
 */
export const leadPays = named(
  "leadPays",
  z.strictObject({ lead: agency }),
  ({ lead }): Share =>
    sharesLosses((stakes) => {
      const leader = placeOf("leadPays", lead, stakes);
      const cost = costOf(stakes);
      return stakes.map(({ saves }, at) => (at === leader ? saves - cost : saves));
    }),
);
