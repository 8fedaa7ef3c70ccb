import * as z from "zod";
import { splitPence } from "../../base/money.js";
import { atLeast0That, named } from "../parameters.js";
import type { Share } from "../rule.js";
import { costOf, sharesLosses } from "./gains.js";
import { namedWeights } from "./parties.js";

const contribution = atLeast0That("a contribution below 0 would be paid by the others, who did not agree to it");

/**
 * Posted contributions: each signs for what it puts in, nothing starts until all have signed, and everybody keeps what its own bills fall by. What a scheme costs
 * above or below the sum of contributions is borne in the same proportions. It says who pays, before anybody knows what is saved, so nobody gains by telling
 * less than it saves, and it holds for a loss too. The Investment Agreement of Greater Manchester's community budget (template, about 2013; not verified).
 * @param parameters `pounds`: what each party puts in, agencies or `treasury` (which then pays what the agencies' pence leave); more than 0 together
 * @returns pence each ends up with: saves − its part of all that is paid
 * @throws ScenarioError where nobody puts anything in, or an agency has no stake
 * @example postedContributions({ pounds: { council: 20, hospital: 80 } })([{ agency: "council", pays: 100_00, saves: 0 }, { agency: "hospital", pays: 0, saves: 250_00 }, { agency: "care", pays: 0, saves: 50_00 }]) // => [-2000, 17000, 5000]
 */
export const postedContributions = named(
  "postedContributions",
  z.strictObject({
    pounds: z
      .record(z.string(), contribution)
      .refine((pounds) => Object.values(pounds).some((each) => each > 0), {
        error: "somebody who puts in more than 0: contributions of nothing would leave the cost to nobody",
      })
      .describe("Pounds that each party puts in; agencies or `treasury`."),
  }),
  ({ pounds }): Share =>
    sharesLosses((stakes) => {
      const paid = splitPence(costOf(stakes), namedWeights("postedContributions", pounds, stakes));
      return stakes.map(({ saves }, at) => saves - paid[at]);
    }),
);
