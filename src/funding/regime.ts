import type { Allocate, Finance, Pay, Permit, Share, YearEnd } from "./rule.js";

/** How a scheme is financed, by whom it is done, and what an outcomes contract counts. */
export interface FinanceTerms {
  readonly rule: Finance;
  /** The agency that does the scheme. Default: each that pays does its own part, and counts outcomes by its part of the cost. */
  readonly doer?: string | undefined;
  /** What is counted as an outcome: a service, by its address or bare name. Default: nothing. */
  readonly counts?: string | undefined;
}

/** Who pays whom for what is counted. */
export interface PayTerms {
  readonly rule: Pay;
  /** The party that pays: an agency, `treasury`, `pool` (no more than is in it) or `investor`. */
  readonly from: string;
  readonly to: string;
  /** What is counted: a service's contacts served, by its address or bare name; or `spending`, the pence that `spends` spends. */
  readonly counts: string;
  /** The agency whose spending the rule reads. Default: the one who is paid. */
  readonly spends?: string | undefined;
  /** What is counted as started or taken on: a service. Default: nothing. */
  readonly starts?: string | undefined;
  /** Whether the report that is asked for comes; or a service: it comes in years in which that has contacts. Default: true. */
  readonly reports?: boolean | string | undefined;
}

/** How the budgets of the next year are set, and what a formula reads of each agency; by agency. */
export interface AllocateTerms {
  readonly rule: Allocate;
  /** People each is there for. Default: 1 each. */
  readonly people?: Readonly<Record<string, number>> | undefined;
  /** How needy they are: 1, the default, is as others. */
  readonly need?: Readonly<Record<string, number>> | undefined;
  /** Pounds a year each can raise by itself. Default: 0. */
  readonly resources?: Readonly<Record<string, number>> | undefined;
}

/**
 * The funding rules in force: at most one of each family, and whose consent a scheme needs. `each`: every agency that is asked for money; `all`: one vote
 * on what is left for all agencies together; `treasury`: the centre alone. No rule of a family means that nothing of its kind happens: what is not
 * spent is kept, and budgets are as planned.
 */
export interface Regime {
  readonly decides: "each" | "all" | "treasury";
  readonly permit?: Permit | undefined;
  readonly finance?: FinanceTerms | undefined;
  readonly share?: Share | undefined;
  readonly pay?: PayTerms | undefined;
  readonly yearEnd?: YearEnd | undefined;
  readonly allocate?: AllocateTerms | undefined;
}
