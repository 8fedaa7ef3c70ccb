import { splitPence } from "../base/money.js";
import { recordOf } from "../base/records.js";
import { sum } from "../base/statistics.js";
import { type AgencyAccount, countKey, type YearAccounts } from "./accounts.js";
import { noMoreThanGained, penceAnswered, penceEach } from "./outcome-checks.js";
import { type Booked, postingOf, postingsOf, type Transfers, transfersBy } from "./postings.js";
import type { FinanceTerms, PayTerms } from "./regime.js";
import type { Performance, Project, Share, Stake } from "./rule.js";

/** Applies the finance rule: what it pays in the last of `years`, for the scheme to date. */
export const applyFinance = (
  finance: FinanceTerms | undefined,
  years: readonly YearAccounts[],
  names: readonly string[],
  paid: readonly number[],
): Transfers => {
  if (!finance) return transfersBy([], names);
  const { year: now } = years[years.length - 1];
  const schemes = schemesOf(finance, years, names, paid);
  const total = schemes.reduce((pence, { costs }) => pence + sum(costs), 0);
  const postings: Booked[] = [];
  for (const { doer, costs, saves } of schemes) {
    const part = schemes.length === 1 ? 1 : sum(costs) / total;
    const outcomes = years.map(({ outcomes: count = 0 }) => count * part);
    const counted = countedOf(finance, years, part);
    for (const { from, to, pence, why, year } of finance.rule({ doer, costs, saves, outcomes, ...counted }))
      if (year === now)
        postings.push(
          ...postingOf("finance", now, from, to, penceAnswered("finance", now, `${from} to ${to}`, pence), why),
        );
  }
  return transfersBy(postings, names);
};

/** The outcomes of each name that the terms list, by year: a part of what is counted. */
const countedOf = (
  { counts }: FinanceTerms,
  years: readonly YearAccounts[],
  part: number,
): Pick<Project, "counted"> => {
  if (counts === undefined || typeof counts === "string") return {};
  const byName = (name: string) => years.map(({ counted }) => (counted?.[countKey(name)] ?? 0) * part);
  return { counted: recordOf(counts, byName) };
};

/** The scheme to date of one agency, or its part of a joint scheme. */
type Scheme = Omit<Project, "outcomes" | "counted">;

/** One scheme for each agency that runs one: the doer that the terms name, or each agency that has paid. */
const schemesOf = (
  { doer }: FinanceTerms,
  years: readonly YearAccounts[],
  names: readonly string[],
  paid: readonly number[],
): readonly Scheme[] => {
  const schemes: Scheme[] = [];
  for (const [i, name] of names.entries())
    if (doer === undefined ? paid[i] > 0 : name === doer)
      schemes.push({
        doer: name,
        costs: years.map(({ agencies }) => agencies[i].pays),
        saves: years.map(({ agencies }) => agencies[i].saves),
      });
  return schemes;
};

/** Pence to date per agency: what it has paid and saved, and what finance has paid it. */
interface ToDate {
  readonly paid: readonly number[];
  readonly saved: readonly number[];
  readonly financed: readonly number[];
}

/** Pence per agency this year before the share rule: its budget and reserve, and what permits and finance gave it. */
interface BeforeShare {
  readonly budgets: readonly number[];
  readonly reserves: readonly number[];
  readonly permitted: readonly number[];
  readonly financed: readonly number[];
}

/**
 * Applies the share rule: payments after which each agency has received what the rule gives it of the scheme to date.
 * No agency pays more than its means, unless it signed for the payments beforehand. What the rule gives to no agency
 * goes to the treasury.
 * @param before pence each agency has received so far by the share rule
 */
export const applyShare = (
  share: Share | undefined,
  { year, agencies }: YearAccounts,
  names: readonly string[],
  { paid, saved, financed }: ToDate,
  before: readonly number[],
  has: BeforeShare,
): Transfers => {
  if (!share) return transfersBy([], names);
  const stakes: Stake[] = [];
  for (let i = 0; i < names.length; i++) stakes.push(stakeOf(names[i], paid[i] - financed[i], saved[i]));
  const ends = noMoreThanGained(year, stakes, penceEach("share", year, names, share(stakes)));
  const owed: number[] = [];
  for (let i = 0; i < names.length; i++) owed.push(ends[i] - (stakes[i].saves - stakes[i].pays) - before[i]);
  const received = share.signedFor ? owed : withinMeans(owed, meansOf(agencies, has));
  const why = "its part of what the scheme saves and costs to date";
  return { postings: postingsOf("share", year, names, received, why), received };
};

/** Pence that each agency can pay this year: what it has left, or what it gains this year. */
const meansOf = (
  agencies: readonly AgencyAccount[],
  { budgets, reserves, permitted, financed }: BeforeShare,
): readonly number[] => {
  const means: number[] = [];
  for (let i = 0; i < agencies.length; i++) {
    const { outturn, pays, saves } = agencies[i];
    const left = budgets[i] + reserves[i] + permitted[i] - outturn;
    means.push(Math.max(0, left + financed[i], saves - pays + financed[i]));
  }
  return means;
};

/**
 * Pence that each agency receives of what it is owed (below 0: it owes), if no agency pays more than its means.
 * A lack of money reduces all payments in proportion; the rest stays owed.
 */
const withinMeans = (owed: readonly number[], means: readonly number[]): readonly number[] => {
  const payments: number[] = [];
  const claims: number[] = [];
  let treasury = 0;
  let available = 0;
  let isWithin = true;
  for (let at = 0; at < owed.length; at++) {
    const due = Math.max(0, -owed[at]);
    const payment = Math.min(means[at], due);
    isWithin &&= payment === due;
    payments.push(payment);
    claims.push(Math.max(0, owed[at]));
    treasury -= owed[at];
    available += payment;
  }
  if (isWithin) return owed;
  const receipts = splitPence(available + Math.max(0, -treasury), [...claims, Math.max(0, treasury)]);
  return payments.map((pence, at) => receipts[at] - pence);
};

/** An agency's stake to date, at the cost that finance left it. Finance above its cost counts as a saving. */
const stakeOf = (agency: string, cost: number, saved: number): Stake => ({
  agency,
  pays: Math.max(0, cost),
  saves: saved + Math.max(0, -cost),
});

/** Applies the pay rule: the payment for the last of `years`. The pool pays at most what is in it. */
export const applyPay = (
  pay: PayTerms | undefined,
  years: readonly YearAccounts[],
  names: readonly string[],
  pool: number,
): Transfers => {
  if (!pay) return transfersBy([], names);
  const { rule, from, to, counts } = pay;
  const seen = years.map((year) => performanceOf(pay, year));
  const now = seen[seen.length - 1];
  const due = penceAnswered("pay", now.year, to, rule({ ...now, earlier: seen.slice(0, -1) }));
  const paid = from === "pool" ? Math.min(due, pool) : to === "pool" ? Math.max(due, -pool) : due;
  return transfersBy(postingOf("pay", now.year, from, to, paid, `payment for ${counts}`), names);
};

/** What a payer sees of the year. A party that is not an agency, such as the treasury, has no spending of its own. */
const performanceOf = (
  { to, spends = to, counts, reports = true }: PayTerms,
  { year, agencies, quantity = 0, started = 0, reports: reportCount = 0 }: YearAccounts,
): Performance => {
  const spent = agencies.find(({ agency }) => agency === spends)?.outturn ?? 0;
  const reported = typeof reports === "boolean" ? reports : reportCount > 0;
  return { year, quantity: counts === "spending" ? spent : quantity, started, spent, reported };
};
