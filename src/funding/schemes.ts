import { splitPence } from "../base/money.js";
import { recordOf } from "../base/records.js";
import { sum } from "../base/statistics.js";
import { type AccountColumns, countKey } from "./accounts.js";
import type { Balances } from "./balances.js";
import { noMoreThanGained, penceAnswered, penceEach } from "./outcome-checks.js";
import { book } from "./postings.js";
import type { FinanceTerms, PayTerms } from "./regime.js";
import type { Performance, Project, Share, Stake } from "./rule.js";

/** Applies the finance rule: what it pays in the last of `years`, for the scheme to date. */
export const applyFinance = (
  finance: FinanceTerms,
  years: readonly AccountColumns[],
  draw: number,
  balances: Balances,
): void => {
  const { year: now, agencies } = years[years.length - 1];
  const { financed, received } = balances;
  received.finance.fill(0);
  const schemes = schemesOf(finance, years, draw, balances.paid);
  const total = schemes.reduce((pence, { costs }) => pence + sum(costs), 0);
  for (const { doer, costs, saves } of schemes) {
    const part = schemes.length === 1 ? 1 : sum(costs) / total;
    const outcomes = years.map(({ counted }) => countIn(counted, "outcomes", draw) * part);
    const counted = countedOf(finance, years, draw, part);
    for (const { from, to, pence, why, year } of finance.rule({ doer, costs, saves, outcomes, ...counted }))
      if (year === now) {
        const answered = penceAnswered("finance", now, `${from} to ${to}`, pence);
        book({ family: "finance", year, from, to, pence: answered, why }, agencies, balances);
      }
  }
  for (let i = 0; i < financed.length; i++) financed[i] += received.finance[i];
};

/** A count of one draw; 0 if nothing of its kind is counted. */
const countIn = (counted: AccountColumns["counted"], kind: string, draw: number): number => counted[kind]?.[draw] ?? 0;

/** The outcomes of each name that the terms list, by year: a part of what is counted. */
const countedOf = (
  { counts }: FinanceTerms,
  years: readonly AccountColumns[],
  draw: number,
  part: number,
): Pick<Project, "counted"> => {
  if (counts === undefined || typeof counts === "string") return {};
  const byName = (name: string) => years.map(({ counted }) => countIn(counted, countKey(name), draw) * part);
  return { counted: recordOf(counts, byName) };
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
    if (doer === undefined ? paid[i] > 0 : agencies[i] === doer)
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
export const applyShare = (share: Share, accounts: AccountColumns, draw: number, balances: Balances): void => {
  const { year, agencies } = accounts;
  const { paid, saved, financed, moved, received } = balances;
  const stakes: Stake[] = [];
  for (let i = 0; i < agencies.length; i++) stakes.push(stakeOf(agencies[i], paid[i] - financed[i], saved[i]));
  const ends = noMoreThanGained(year, stakes, penceEach("share", year, stakes, share(stakes)));
  const owed: number[] = [];
  for (let i = 0; i < agencies.length; i++) owed.push(ends[i] - (stakes[i].saves - stakes[i].pays) - moved[i]);
  const payments = share.signedFor ? owed : withinMeans(owed, (i) => meansOf(accounts, draw, balances, i));
  for (let i = 0; i < agencies.length; i++) {
    received.share[i] = payments[i];
    moved[i] += payments[i];
  }
};

/** Pence that an agency can pay this year: what it has left, or what it gains this year. */
const meansOf = (
  { outturn, pays, saves }: AccountColumns,
  draw: number,
  { budgets, reserves, received: { permit, finance } }: Balances,
  i: number,
): number => {
  const left = budgets[i] + reserves[i] + permit[i] - outturn[i][draw];
  return Math.max(0, left + finance[i], saves[i][draw] - pays[i][draw] + finance[i]);
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
export const applyPay = (pay: PayTerms, years: readonly AccountColumns[], draw: number, balances: Balances): void => {
  const { rule, from, to, counts } = pay;
  const { pool, seen, received } = balances;
  received.pay.fill(0);
  while (seen.length < years.length) seen.push(performanceOf(pay, years[seen.length], draw));
  const { year, agencies } = years[years.length - 1];
  const due = penceAnswered("pay", year, to, rule({ ...seen[seen.length - 1], earlier: seen.slice(0, -1) }));
  const pence = from === "pool" ? Math.min(due, pool) : to === "pool" ? Math.max(due, -pool) : due;
  book({ family: "pay", year, from, to, pence, why: `payment for ${counts}` }, agencies, balances);
};

/** What a payer sees of the year. A party that is not an agency, such as the treasury, has no spending of its own. */
const performanceOf = (
  { to, spends = to, counts, reports = true }: PayTerms,
  { year, agencies, outturn, counted }: AccountColumns,
  draw: number,
): Performance => {
  const spent = outturn[agencies.indexOf(spends)]?.[draw] ?? 0;
  const reported = typeof reports === "boolean" ? reports : countIn(counted, "reports", draw) > 0;
  const quantity = counts === "spending" ? spent : countIn(counted, "quantity", draw);
  return { year, quantity, started: countIn(counted, "started", draw), spent, reported };
};
