import { splitPence } from "../base/money.js";
import type { YearAccounts } from "./accounts.js";
import { type Booked, type Moved, movedBy, paidUp, posted } from "./postings.js";
import type { FinanceTerms, PayTerms } from "./regime.js";
import type { Performance, Project, Share, Stake } from "./rule.js";
import { netOf } from "./share/gains.js";

/** Finance to postings: what the rule moves this year, the last of those so far, for the scheme to date. */
export const financeOf = (
  finance: FinanceTerms | undefined,
  years: readonly YearAccounts[],
  names: readonly string[],
  paid: readonly number[],
): Moved => {
  if (!finance) return movedBy([], names);
  const { year: now } = years[years.length - 1];
  const schemes = schemesOf(finance, years, names, paid);
  const all = schemes.reduce((sum, scheme) => sum + costOf(scheme), 0);
  const postings: Booked[] = [];
  for (const { doer, costs, saves } of schemes) {
    const part = schemes.length === 1 ? 1 : costOf({ costs }) / all;
    const outcomes = years.map(({ outcomes: counted = 0 }) => counted * part);
    for (const { from, to, pence, why, year } of finance.rule({ doer, costs, saves, outcomes }))
      if (year === now) postings.push(...posted("finance", now, from, to, pence, why));
  }
  return movedBy(postings, names);
};

/** A scheme to date, of one agency that does it or its part of it. */
type Scheme = Omit<Project, "outcomes">;

/** The scheme of each agency that does it: of those who have paid, or of the one that is named. */
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

const costOf = ({ costs }: Pick<Scheme, "costs">): number => costs.reduce((sum, pence) => sum + pence, 0);

/** What each agency has paid and saved to date, and what finance has moved to it. */
interface ToDate {
  readonly paid: readonly number[];
  readonly saved: readonly number[];
  readonly financed: readonly number[];
}

/**
 * Share to postings: what moves so that each has had, by now, what the rule gives it of the scheme to date. `moved` are the pence it has had so far.
 * A scheme that has cost more than it saved shares nothing, unless the rule shares losses: that is signed for, but of a gain nobody gives more than its
 * means. What a rule gives to nobody goes to the treasury.
 */
export const sharing = (
  share: Share | undefined,
  year: number,
  names: readonly string[],
  { paid, saved, financed }: ToDate,
  moved: readonly number[],
  means: readonly number[],
): Moved => {
  if (!share) return movedBy([], names);
  const stakes = names.map((agency, i) => stakeOf(agency, paid[i] - financed[i], saved[i]));
  const isShared = netOf(stakes) >= 0 || share.sharesLosses === true;
  const due = isShared
    ? share(stakes).map((pence, at) => Math.round(pence) - (stakes[at].saves - stakes[at].pays))
    : stakes.map(() => 0);
  const owed = due.map((pence, at) => pence - moved[at]);
  const had = share.sharesLosses ? owed : withinMeans(owed, means);
  return { postings: paidUp("share", year, names, had, "its part of what the scheme saves and costs to date"), had };
};

/** What each has of what it is owed (below 0: it owes) where nobody gives more than its means: what is missing all miss in proportion, and it stays owed. */
const withinMeans = (owed: readonly number[], means: readonly number[]): readonly number[] => {
  if (owed.every((pence, at) => -pence <= means[at])) return owed;
  const treasury = owed.reduce((rest, pence) => rest - pence, 0);
  const given = owed.map((pence, at) => Math.min(means[at], Math.max(0, -pence)));
  const there = given.reduce((sum, pence) => sum + pence, Math.max(0, -treasury));
  const claims = [...owed, treasury].map((pence) => Math.max(0, pence));
  const taken = splitPence(there, claims);
  return given.map((pence, at) => taken[at] - pence);
};

/** What an agency has in the scheme to date, of the cost that finance left it. Who was lent or given more than its cost has gained the rest. */
const stakeOf = (agency: string, cost: number, saved: number): Stake => ({
  agency,
  pays: Math.max(0, cost),
  saves: saved + Math.max(0, -cost),
});

/** Pay to postings: what is paid for what was counted; the pool pays no more than is in it. */
export const paying = (
  pay: PayTerms | undefined,
  year: YearAccounts,
  names: readonly string[],
  pool: number,
): Moved => {
  if (!pay) return movedBy([], names);
  const { rule, from, to, counts } = pay;
  const due = rule(performanceOf(pay, year));
  const paid = from === "pool" ? Math.min(due, pool) : to === "pool" ? Math.max(due, -pool) : due;
  return movedBy(posted("pay", year.year, from, to, paid, `payment for ${counts}`), names);
};

/** What a payer sees of the year; the treasury and others have no spending of their own. */
const performanceOf = (
  { to, spends = to, counts, reports = true }: PayTerms,
  { year, agencies, quantity = 0, started = 0, reports: published = 0 }: YearAccounts,
): Performance => {
  const spent = agencies.find(({ agency }) => agency === spends)?.outturn ?? 0;
  const reported = typeof reports === "boolean" ? reports : published > 0;
  return { year, quantity: counts === "spending" ? spent : quantity, started, spent, reported };
};
