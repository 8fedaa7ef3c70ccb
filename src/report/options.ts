import { checkOptions, listOf, ofKind, wordFrom } from "../base/problems/options.js";
import { scannedNumberCheck } from "../experiments/scanned-number.js";
import { optionChecksOf } from "../results/sums/option-checks.js";
import type { Measure } from "../results/sums/sums.js";
import type { Level } from "../scenario/agencies/level.js";
import type { Scenario } from "../scenario/scenario.js";

/** The options of outputs. Each output reads those it `takes`, and `regimes` if it is about funding rules. */
export interface OutputOptions {
  /** For explain: whose figure. Default: every agency's. */
  readonly agency?: string;
  /** For explain and postings: a model year, from 1. Default: explain 1, postings all. */
  readonly year?: number;
  /** Whose result: a level (place, public, society) or an agency. Default: the answer's, or public for comparisons. */
  readonly of?: string;
  /** For wrong-pockets: a level. Default: the level of the answer. */
  readonly level?: Level;
  /**
   * What budgets gain, or also what is freed. Default: net; netAvoided beside outcomes.
   */
  readonly figure?: Measure;
  /** For cost-effectiveness, acceptability and evpi: a service with a worth. Default: each; for evpi: money alone. */
  readonly outcome?: string;
  /** For acceptability and evpi: the worth of one outcome, in pounds. Default: several, from 0 to 100,000. */
  readonly willingnessToPay?: readonly number[];
  /**
   * For settle, postings, decide, votes and price-of-silos: which regimes. Default: the scenario's.
   * If the scenario names none, decide, votes and price-of-silos use all standard regimes.
   */
  readonly regimes?: readonly string[];
  /** For decide and votes: how many years the agencies that decide count. Default: all. */
  readonly horizonYears?: number;
  /** For decide and votes: the extra weight of a pound that is put into a loss. Default: 0. */
  readonly blame?: number;
  /** For ledger: by model year or financial year. Default: model. */
  readonly years?: "model" | "financial";
  /** For ledger: in real pounds or the cash of the day. Default: real. */
  readonly pounds?: "real" | "cash";
  /** For settle, as text or markdown: what each party ends with, what each rule moves, or each year. Default: end. */
  readonly by?: "end" | "rules" | "years";
  /** For scan: the number that is moved, `ADDRESS` or `ADDRESS=FROM..TO`. Default: none. */
  readonly vary?: string;
  /** For scan: a second number that is moved, written like the first. Default: none. */
  readonly beside?: string;
  /** For people and activity: by model year, or by cycle if the run recorded its cycles. Default: year. */
  readonly period?: "year" | "cycle";
}

/** An option that a word after an output's name sets: all but `regimes`, which is set for the whole report. */
export type OptionName = Exclude<keyof OutputOptions, "regimes">;

/** Throws if an output is asked about an agency, a year or an outcome that the scenario does not have. */
export const checkAsked = (scenario: Scenario, options: object): void =>
  checkOptions(options, {
    ...optionChecksOf(scenario),
    vary: scannedNumberCheck(scenario),
    beside: scannedNumberCheck(scenario),
    by: wordFrom(["end", "rules", "years"]),
    regimes: listOf(ofKind("string")),
  });
