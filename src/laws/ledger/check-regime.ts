import type { Regime } from "../../funding/regime.js";
import { type CheckOptions, checkRule, type LawRow } from "../check-rule.js";
import { ledgerLaws } from "./laws.js";
import { type Bookkeeping, threeAgencies, yearsUnder } from "./run.js";
import { type Programme, programmes } from "./steps.js";

/** How hard to look, and among whom. */
export interface CheckRegimeOptions extends CheckOptions<Programme>, Bookkeeping {}

/**
 * Runs years of grants, spending, schemes, reports and year ends under a regime, beside a ledger of its own, and looks for a programme in which money is made,
 * lost, stranded or owed by those who never spent it. The smallest it finds is told a sentence a year.
 * @param regime funding rules of ours or your own
 * @param options runs (default 300), seed, path, examples; `agencies` where rules of the regime name any
 * @returns a row a law of `ledgerLaws`
 * @example checkRegime(regimes.singlePlaceBudget, { runs: 20 }).map(({ result }) => result) // => ["holds", "holds", "holds", "holds", "holds"]
 */
export const checkRegime = (
  regime: Regime,
  { agencies = threeAgencies, enters, runs = 300, ...options }: CheckRegimeOptions = {},
): readonly LawRow[] => {
  const worlds = programmes(agencies);
  const rule = yearsUnder(regime, { agencies, ...(enters === undefined ? {} : { enters }) });
  return checkRule(
    rule,
    ledgerLaws.map((law) => ({ ...law, worlds })),
    { ...options, runs },
  );
};
