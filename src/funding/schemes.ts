import type { Column } from "../base/kernels.js";
import { splitPence } from "../base/money.js";
import { keysOf, recordOf } from "../base/records.js";
import { sum } from "../base/statistics.js";
import { type AccountColumns, countKey } from "./accounts.js";
import { type Balances, isAsBefore } from "./balances.js";
import { noMoreThanGained, penceAnswered, penceEach } from "./outcome-checks.js";
import { book } from "./postings.js";
import type { FinanceTerms, PayTerms } from "./regime.js";
import type { Performance, Project, Share, Stake } from "./rule.js";

/** Applies the finance rule: what it pays in the last of `years`, for the scheme to date. */
export const applyFinance = (finance: FinanceTerms, years: readonly AccountColumns[], balances: Balances): void => {
  const { year: now, draws, agencies } = years[years.length - 1];
  const { financed, received } = balances;
  const none = new Float64Array(draws);
  const columnsOf = (kind: string) => years.map(({ counted }) => counted[kind] ?? none);
  const outcomes = columnsOf("outcomes");
  const { counts } = finance;
  const named = typeof counts === "object" ? recordOf(counts, (name) => columnsOf(countKey(name))) : undefined;
  for (const column of received.finance) column.fill(0);
  for (let draw = 0; draw < draws; draw++) {
    const schemes = schemesOf(finance, years, draw, balances.paid);
    const total = schemes.reduce((pence, { costs }) => pence + sum(costs), 0);
    for (const scheme of schemes) {
      const part = schemes.length === 1 ? 1 : sum(scheme.costs) / total;
      const countsIn = (columns: readonly Column[]) => columns.map((column) => column[draw] * part);
      const project: Project = { ...scheme, outcomes: countsIn(outcomes) };
      const asked = named ? { ...project, counted: recordOf(keysOf(named), (name) => countsIn(named[name])) } : project;
      for (const { from, to, pence, why, year } of finance.rule(asked))
        if (year === now) {
          const answered = penceAnswered("finance", now, `${from} to ${to}`, pence);
          book({ family: "finance", year, from, to, pence: answered, why }, agencies, balances, draw);
        }
    }
  }
  for (const [i, column] of financed.entries())
    for (let draw = 0; draw < draws; draw++) column[draw] += received.finance[i][draw];
};

/** The scheme to date of one agency, or its part of a joint scheme. */
type Scheme = Omit<Project, "outcomes" | "counted">;

/** One scheme for each agency that runs one: the doer that the terms name, or each agency that has paid. */
const schemesOf = (
  { doer }: FinanceTerms,
  years: readonly AccountColumns[],
  draw: number,
  paid: Balances["paid"],
): readonly Scheme[] => {
  const schemes: Scheme[] = [];
  const { agencies } = years[years.length - 1];
  for (let i = 0; i < agencies.length; i++)
    if (doer === undefined ? paid[i][draw] > 0 : agencies[i] === doer)
      schemes.push({
        doer: agencies[i],
        costs: years.map(({ pays }) => pays[i][draw]),
        saves: years.map(({ saves }) => saves[i][draw]),
      });
  return schemes;
};

/**
 * Applies the share rule: payments after which each agency has received what the rule gives it of the scheme to date.
 * No agency pays more than its means, unless it signed for the payments beforehand. What the rule gives to no agency
 * goes to the treasury.
 */
export const applyShare = (share: Share, accounts: AccountColumns, balances: Balances): void => {
  const { paid, saved, financed, moved, received } = balances;
  const { year, draws, agencies } = accounts;
  const read = [...paid, ...saved, ...financed];
  let gained: readonly number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    if (!isAsBefore(read, draw)) {
      const stakes = agencies.map((agency, i) => stakeOf(agency, paid[i][draw] - financed[i][draw], saved[i][draw]));
      const ends = noMoreThanGained(year, stakes, penceEach("share", year, stakes, share(stakes)));
      gained = ends.map((end, i) => end - (stakes[i].saves - stakes[i].pays));
    }
    const owed = gained.map((pence, i) => pence - moved[i][draw]);
    const payments = share.signedFor ? owed : withinMeans(owed, (i) => meansOf(accounts, draw, balances, i));
    for (let i = 0; i < payments.length; i++) {
      received.share[i][draw] = payments[i];
      moved[i][draw] += payments[i];
    }
  }
};

/** Pence that an agency can pay this year: what it has left, or what it gains this year. */
const meansOf = (
  { outturn, pays, saves }: AccountColumns,
  draw: number,
  { budgets, reserves, received: { permit, finance } }: Balances,
  i: number,
): number => {
  const left = budgets[i][draw] + reserves[i][draw] + permit[i][draw] - outturn[i][draw];
  const financed = finance[i][draw];
  return Math.max(0, left + financed, saves[i][draw] - pays[i][draw] + financed);
};

/**
 * Pence that each agency receives of what it is owed (below 0: it owes), if no agency pays more than its means.
 * A lack of money reduces all payments in proportion; the rest stays owed.
 */
const withinMeans = (owed: readonly number[], meansAt: (at: number) => number): readonly number[] => {
  if (owed.every((pence, at) => pence >= 0 || meansAt(at) >= -pence)) return owed;
  const payments = owed.map((pence, at) => (pence < 0 ? Math.min(meansAt(at), -pence) : 0));
  const claims = [...owed, -sum(owed)].map((pence) => Math.max(0, pence));
  const receipts = splitPence(sum(payments) + Math.max(0, sum(owed)), claims);
  return payments.map((pence, at) => receipts[at] - pence);
};

/** An agency's stake to date, at the cost that finance left it. Finance above its cost counts as a saving. */
const stakeOf = (agency: string, cost: number, saved: number): Stake => ({
  agency,
  pays: Math.max(0, cost),
  saves: saved + Math.max(0, -cost),
});

/** Applies the pay rule: the payment for the last of `years`. The pool pays at most what is in it. */
export const applyPay = (pay: PayTerms, years: readonly AccountColumns[], balances: Balances): void => {
  const { rule, from, to, counts } = pay;
  const { pool, received } = balances;
  const { year, draws, agencies } = years[years.length - 1];
  const why = `payment for ${counts}`;
  const performances = years.map((accounts) => performanceIn(pay, accounts));
  for (const column of received.pay) column.fill(0);
  for (let draw = 0; draw < draws; draw++) {
    const seen = balances.seen[draw];
    while (seen.length < years.length) seen.push(performances[seen.length](draw));
    const { quantity, started, spent, reported } = seen[seen.length - 1];
    const earlier = seen.slice(0, -1);
    const due = penceAnswered("pay", year, to, rule({ year, quantity, started, spent, reported, earlier }));
    const pence = from === "pool" ? Math.min(due, pool[draw]) : to === "pool" ? Math.max(due, -pool[draw]) : due;
    book({ family: "pay", year, from, to, pence, why }, agencies, balances, draw);
  }
};

/** What a payer sees of the year. A party that is not an agency, such as the treasury, has no spending of its own. */
const performanceIn = (
  { to, spends = to, counts, reports = true }: PayTerms,
  { year, draws, agencies, outturn, counted }: AccountColumns,
): ((draw: number) => Performance) => {
  const none = new Float64Array(draws);
  const { quantity = none, started = none, reports: reported = none } = counted;
  const spent = outturn[agencies.indexOf(spends)] ?? none;
  const counting = counts === "spending" ? spent : quantity;
  return (draw) => ({
    year,
    quantity: counting[draw],
    started: started[draw],
    spent: spent[draw],
    reported: typeof reports === "boolean" ? reports : reported[draw] > 0,
  });
};
