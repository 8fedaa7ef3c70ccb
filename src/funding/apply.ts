import type { Carried, YearAccounts } from "./accounts.js";
import { allocating, closing, permitting, unplanned } from "./budgets.js";
import { type Booked, poolAfter } from "./postings.js";
import type { Regime } from "./regime.js";
import { financeOf, paying, sharing } from "./schemes.js";

/** A year under a regime: what moves, what each has to spend (budget, before what it carries over), what was spent and may not be, and what goes on. */
export interface YearApplied {
  readonly postings: readonly Booked[];
  readonly budgets: readonly number[];
  readonly refused: readonly number[];
  readonly next: Carried;
}

/**
 * A regime on a year's accounts: budgets as planned, changed by what the last year left; then permit, finance, share, pay, year end and allocate, each
 * told what those before it did. Every pound moves from one party to another, so none is made or lost.
 * @param regime the rules in force
 * @param year the accounts of all agencies, in whole pence
 * @param before what the year before carried over
 * @returns the postings, and what goes into the next year
 * @example
 * const council = { agency: "council", planned: 100_00, outturn: 70_00, pays: 0, saves: 30_00 };
 * const ended = apply({ decides: "each", yearEnd: rules.yearEnd.carryForward({ cap: 0.1 }) }, { year: 1, agencies: [council] }, nothingCarried(["council"]));
 * ended.postings[0].pence // => 2000
 * ended.next.reserves // => [1000]
 */
export const apply = (regime: Regime, year: YearAccounts, before: Carried): YearApplied => {
  const { agencies } = year;
  const names = agencies.map(({ agency }) => agency);
  const budgets = agencies.map(({ planned }, i) => Math.max(0, planned + before.changes[i]));
  const changed = unplanned(year, budgets);
  const permitted = permitting(regime.permit, year, names, budgets, before.reserves);
  const paid = agencies.map(({ pays }, i) => before.paid[i] + pays);
  const saved = agencies.map(({ saves }, i) => before.saved[i] + saves);
  const years = regime.finance ? [...before.years, year] : before.years;
  const lent = financeOf(regime.finance, years, names, paid);
  const financed = lent.had.map((pence, i) => before.financed[i] + pence);
  const means = agencies.map(({ outturn, pays, saves }, i) => {
    const left = budgets[i] + before.reserves[i] + permitted.had[i] - outturn;
    return Math.max(0, left + lent.had[i], saves - pays + lent.had[i]);
  });
  const shared = sharing(regime.share, year.year, names, { paid, saved, financed }, before.moved, means);
  const pool = poolAfter(before.pool, lent.postings);
  const earned = paying(regime.pay, year, names, pool);
  const had = names.map((_, i) => permitted.had[i] + lent.had[i] + shared.had[i] + earned.had[i]);
  const closed = closing(regime.yearEnd, year, budgets, before.reserves, had);
  const bases = allocating(regime.allocate, year, budgets, closed.bases);
  return {
    postings: changed.concat(permitted.postings, lent.postings, shared.postings, earned.postings, closed.postings),
    budgets,
    refused: permitted.refused,
    next: {
      changes: agencies.map(({ planned }, i) => Math.round(bases[i]) - planned),
      reserves: closed.reserves,
      pool: poolAfter(pool, earned.postings),
      paid,
      saved,
      financed,
      moved: shared.had.map((pence, i) => before.moved[i] + pence),
      years,
    },
  };
};
