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
  const { agencies } = year;
  const names = agencies.map(({ agency }) => agency);
  const budgets = agencies.map(({ planned }, i) => Math.max(0, planned + before.changes[i]));
  const changed = budgetChanges(year, budgets);
  const permitted = applyPermit(regime.permit, year, names, budgets, before.reserves);
  const paid = agencies.map(({ pays }, i) => before.paid[i] + pays);
  const saved = agencies.map(({ saves }, i) => before.saved[i] + saves);
  const years = regime.finance || regime.pay ? [...before.years, year] : before.years;
  const finance = applyFinance(regime.finance, years, names, paid);
  const financed = finance.received.map((pence, i) => before.financed[i] + pence);
  const means = agencies.map(({ outturn, pays, saves }, i) => {
    const left = budgets[i] + before.reserves[i] + permitted.received[i] - outturn;
    return Math.max(0, left + finance.received[i], saves - pays + finance.received[i]);
  });
  const bears = paid.map((pence, i) => Math.max(0, pence - before.moved[i]));
  const towards = towardsScheme(bears, permitted.received);
  const already = before.moved.map((pence, i) => pence + towards[i]);
  const shared = applyShare(regime.share, year.year, names, { paid, saved, financed }, already, means);
  const pool = poolAfter(before.pool, finance.postings);
  const earned = applyPay(regime.pay, years, names, pool);
  const received = names.map(
    (_, i) => permitted.received[i] + finance.received[i] + shared.received[i] + earned.received[i],
  );
  const ended = applyYearEnd(regime.yearEnd, year, budgets, before.reserves, received);
  const bases = applyAllocate(regime.allocate, year, budgets, ended.bases);
  return {
    postings: changed.concat(permitted.postings, finance.postings, shared.postings, earned.postings, ended.postings),
    budgets,
    refused: permitted.refused,
    next: {
      changes: agencies.map(({ planned }, i) => bases[i] - planned),
      reserves: ended.reserves,
      pool: poolAfter(pool, earned.postings),
      paid,
      saved,
      financed,
      moved: shared.received.map((pence, i) => already[i] + pence),
      years,
    },
  };
};
