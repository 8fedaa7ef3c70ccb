import { checkOptions, listOf, ofKind, wordFrom } from "../base/problems/options.js";
import { scannedNumberCheck } from "../experiments/scanned-number.js";
import { optionChecksOf } from "../results/sums/option-checks.js";
import type { Scenario } from "../scenario/scenario.js";

/** Throws if an output is asked about an agency, a year or an outcome that the scenario does not have. */
export const checkAsked = (scenario: Scenario, options: object): void =>
  checkOptions(options, {
    ...optionChecksOf(scenario),
    vary: scannedNumberCheck(scenario),
    beside: scannedNumberCheck(scenario),
    by: wordFrom(["end", "rules", "years"]),
    regimes: listOf(ofKind("string")),
  });
