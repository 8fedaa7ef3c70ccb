import { checkGiven } from "../base/options.js";
import type { Carried, YearAccounts } from "./accounts.js";
import { applyAllocate, applyPermit, applyYearEnd, budgetChanges, towardsScheme } from "./budgets.js";
import { type Booked, poolAfter } from "./postings.js";
import type { Regime } from "./regime.js";
import { applyFinance, applyPay, applyShare } from "./schemes.js";

/** A year under a regime. The lists have one number of pence per agency, in the order of the accounts. */
export interface YearApplied {
  /** Every payment of the year. */
  readonly postings: readonly Booked[];
  /** What each has to spend, without what it carries over. */
  readonly budgets: readonly number[];
  /** What each spends without permission or without money. */
  readonly refused: readonly number[];
  /** What goes into the next year. */
  readonly next: Carried;
}

/**
 * Applies a regime to a year's accounts. The budgets are as planned, changed by what the last year left.
 * Then permit, finance, share, pay, year end and allocate are applied in turn; each sees what those before it did.
 * Every payment goes from one party to another, so no money is created or lost.
 * @param regime the rules in force
 * @param year the accounts of all agencies, in whole pence
 * @param before what the year before carried over
 * @returns the postings, and what goes into the next year
 * @example
 * const council = { agency: "council", planned: 100_00, outturn: 70_00, pays: 0, saves: 30_00 };
 * const regime = { decides: "each", yearEnd: rules.yearEnd.carryForward({ cap: 0.1 }) } as const;
 * const ended = apply(regime, { year: 1, agencies: [council] }, nothingCarried(["council"]));
 * ended.postings[0].pence // => 2000
 * ended.next.reserves // => [1000]
 */
export const apply = (regime: Regime, year: YearAccounts, before: Carried): YearApplied => {
  checkGiven(regime, "regime", ["decides"], 'A regime is a record of rules, and of who decides: { decides: "each" }.');
  checkGiven(year, "year", ["agencies"], "A year is the accounts of all agencies: { year: 1, agencies: […] }.");
  checkGiven(before, "before", ["reserves"], "What was carried over is nothingCarried([…]), or the `next` of a year.");
  return applyYear(regime, year, before);
};

/** `apply` to what is known to be a regime, accounts and what was carried over. A run calls it for every draw. */
export const applyYear = (regime: Regime, year: YearAccounts, before: Carried): YearApplied => {
  const { agencies } = year;
  const names: string[] = [];
  const budgets: number[] = [];
  const paid: number[] = [];
  const saved: number[] = [];
  for (let i = 0; i < agencies.length; i++) {
    const { agency, planned, pays, saves } = agencies[i];
    names.push(agency);
    budgets.push(Math.max(0, planned + before.changes[i]));
    paid.push(before.paid[i] + pays);
    saved.push(before.saved[i] + saves);
  }
  const changed = budgetChanges(year, budgets);
  const permitted = applyPermit(regime.permit, year, names, budgets, before.reserves);
  const years = regime.finance || regime.pay ? [...before.years, year] : before.years;
  const finance = applyFinance(regime.finance, years, names, paid);
  const financed = regime.finance ? plus(before.financed, finance.received) : before.financed;
  const already = regime.permit
    ? plus(before.moved, towardsScheme(paid, before.moved, permitted.received))
    : before.moved;
  const shared = applyShare(regime.share, year, names, { paid, saved, financed }, already, {
    budgets,
    reserves: before.reserves,
    permitted: permitted.received,
    financed: finance.received,
  });
  const pool = poolAfter(before.pool, finance.postings);
  const earned = applyPay(regime.pay, years, names, pool);
  const received: number[] = [];
  for (let i = 0; i < agencies.length; i++)
    received.push(permitted.received[i] + finance.received[i] + shared.received[i] + earned.received[i]);
  const ended = applyYearEnd(regime.yearEnd, year, budgets, before.reserves, received);
  const bases = applyAllocate(regime.allocate, year, budgets, ended.bases);
  const changes: number[] = [];
  for (let i = 0; i < agencies.length; i++) changes.push(bases[i] - agencies[i].planned);
  return {
    postings: changed.concat(permitted.postings, finance.postings, shared.postings, earned.postings, ended.postings),
    budgets,
    refused: permitted.refused,
    next: {
      changes,
      reserves: ended.reserves,
      pool: poolAfter(pool, earned.postings),
      paid,
      saved,
      financed,
      moved: regime.share ? plus(already, shared.received) : already,
      years,
    },
  };
};

/** Pence per agency, added. */
const plus = (some: readonly number[], others: readonly number[]): readonly number[] => {
  const sums: number[] = [];
  for (let i = 0; i < some.length; i++) sums.push(some[i] + others[i]);
  return sums;
};
