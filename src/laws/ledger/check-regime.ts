import { checkArgument, ofKind } from "../../base/problems/options.js";
import type { Regime } from "../../funding/regime.js";
import { type CheckOptions, checkRule } from "../check-rule.js";
import type { LawRow } from "../law-row.js";
import { ledgerLaws } from "./laws.js";
import { type Bookkeeping, threeAgencies, yearsUnder } from "./run.js";
import { type Programme, programmes } from "./steps.js";

/** Which programmes to try, how many, and the accounts they use. */
export interface CheckRegimeOptions extends CheckOptions<Programme>, Bookkeeping {}

/**
 * Runs years of grants, spending, schemes, reports and year ends under a regime, against an independent ledger.
 * It looks for a programme in which money is created, lost or stranded, or owed by an agency that never spent it.
 * Its story is the smallest such programme: one sentence per year.
 * @param regime our funding rules or your own
 * @param options runs (default 300), seed, path, examples; `agencies` is required if rules of the regime name agencies
 * @returns one row per law of `ledgerLaws`
 * @example checkRegime(regimes.singlePlaceBudget, { runs: 20 }).every(({ result }) => result === "holds") // => true
 */
export const checkRegime = (regime: Regime, given: CheckRegimeOptions = {}): readonly LawRow[] => {
  checkArgument("options", given, ofKind("object"));
  const { agencies = threeAgencies, enters, runs = 300, ...options } = given;
  const worlds = programmes(agencies);
  const rule = yearsUnder(regime, { agencies, ...(enters === undefined ? {} : { enters }) });
  return checkRule(
    rule,
    ledgerLaws.map((law) => ({ ...law, worlds })),
    { ...options, runs },
  );
};
