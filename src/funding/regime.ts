import type { Allocate, Finance, Pay, Permit, Share, YearEnd } from "./rule.js";

/** How a scheme is financed. */
export interface FinanceTerms {
  /** The rule that says who puts in the money. */
  readonly rule: Finance;
  /**
   * The agency that runs the scheme. Default: each payer runs its own part, with a part of the outcomes by its costs.
   */
  readonly doer?: string | undefined;
  /** The outcomes that are counted: a service, by its address or bare name, or a list of them. Default: none. */
  readonly counts?: string | readonly string[] | undefined;
}

/** Who pays whom, and for what. */
export interface PayTerms {
  /** The rule that says what is paid. */
  readonly rule: Pay;
  /** The party that pays: an agency, `treasury`, `pool` (at most what is in it) or `investor`. */
  readonly from: string;
  /** The party that is paid. */
  readonly to: string;
  /**
   * What is paid for: contacts served of a service, by its address or bare name; or `spending`, the pence `spends`
   * spends.
   */
  readonly counts: string;
  /** The agency whose spending the rule reads. Default: the party that is paid. */
  readonly spends?: string | undefined;
  /** The service whose contacts count as started or taken on. Default: none. */
  readonly starts?: string | undefined;
  /**
   * True if the required report is published; or a service: it is published in years with its contacts. Default: true.
   */
  readonly reports?: boolean | string | undefined;
}

/** How the budgets of the next year are set, and what a formula reads of each agency, by agency. */
export interface AllocateTerms {
  /** The rule that divides the pot. */
  readonly rule: Allocate;
  /** The share by which the pot shrinks each year, before the rule divides it. Default: 0. */
  readonly cut?: number | undefined;
  /** Population of each. Default: 1 each. */
  readonly people?: Readonly<Record<string, number>> | undefined;
  /** Need per person of each; 1 is average. Default: 1. */
  readonly need?: Readonly<Record<string, number>> | undefined;
  /** Pounds a year each can raise by itself. Default: 0. */
  readonly resources?: Readonly<Record<string, number>> | undefined;
}

/**
 * The funding rules in force, at most one of each family, and who must agree to a scheme.
 * Without a rule, nothing of its family happens: unspent money is carried over, and budgets are as planned.
 */
export interface Regime {
  /**
   * `each`: every agency that is asked for money; `all`: one vote on the net gain of all agencies; `treasury`: the
   * centre.
   */
  readonly decides: "each" | "all" | "treasury";
  /** What money may be spent on. Default: on everything. */
  readonly permit?: Permit | undefined;
  /** Who puts in the money for a scheme, and who is repaid. Default: each pays for itself. */
  readonly finance?: FinanceTerms | undefined;
  /** Who keeps the net gain. Default: each keeps what it saves. */
  readonly share?: Share | undefined;
  /** What is paid for what is counted. Default: nothing. */
  readonly pay?: PayTerms | undefined;
  /** What happens to unspent money. Default: it is carried over. */
  readonly yearEnd?: YearEnd | undefined;
  /** How the budgets of the next year are set. Default: as planned. */
  readonly allocate?: AllocateTerms | undefined;
}
