import * as z from "zod";
import { splitPence } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { atLeast0Because } from "../parameters.js";
import type { Share } from "../rule.js";
import { costOf, signedFor } from "./gains.js";
import { weightsOf } from "./parties.js";

const contribution = atLeast0Because("a contribution below 0 would be paid by the others, who did not agree to it");

/**
 * Posted contributions: each party signs for its part of the cost, and each agency keeps its own savings.
 * The scheme starts when all have signed. If it costs more or less than the sum of the contributions, each part changes
 * in proportion. The parts are fixed before the savings are known. So no agency gains by understating its savings, and
 * the rule applies to a loss too. The Investment Agreement of Greater Manchester's community budget (template, about
 * 2013; not verified).
 * @param parameters `pounds`: what each party puts in, agencies or `treasury`; more than 0 together. The part of
 * `treasury` is what the agencies' pence leave
 * @returns pence each ends up with: saves − its part of the whole cost
 * @throws ScenarioError if all contributions are 0, or an agency has no stake
 * @example
 * const stakes = [
 *   { agency: "council", pays: 100_00, saves: 0 },
 *   { agency: "hospital", pays: 0, saves: 250_00 },
 *   { agency: "care", pays: 0, saves: 50_00 },
 * ];
 * postedContributions({ pounds: { council: 20, hospital: 80 } })(stakes) // => [-2000, 17000, 5000]
 */
export const postedContributions = rule({
  name: "postedContributions",
  words: "each party agrees its part of the cost beforehand and keeps its own savings",
  parameters: strictObject({
    pounds: z
      .record(z.string(), contribution)
      .refine((pounds) => Object.values(pounds).some((each) => each > 0), {
        error: "a party that puts in more than 0: if all contributions are 0, no party pays the cost",
      })
      .describe("Pounds that each party puts in; agencies or `treasury`."),
  }),
  samples: { "posted contributions, half each": { pounds: { council: 1, hospital: 1 } } },
  make: ({ pounds }): Share =>
    signedFor((stakes) => {
      const parts = splitPence(costOf(stakes), weightsOf("postedContributions", pounds, stakes));
      return stakes.map(({ saves }, at) => saves - parts[at]);
    }),
});
