import { type Column, sumOfColumns } from "../base/columns/kernels.js";
import { splitPence } from "../base/money.js";
import { keysOf, recordOf } from "../base/records.js";
import { type AccountColumns, countKey } from "./accounts.js";
import { addInto, askEach, type Balances, isZero, ofDraw } from "./balances.js";
import { noMoreThanGained, penceAnswered, penceEach } from "./outcome-checks.js";
import { book } from "./postings.js";
import type { FinanceTerms, PayTerms } from "./regime.js";
import type { Performance, Posting, Project, Share, Stake } from "./rule.js";

/** Applies the finance rule: what it pays in the last of `years`, for the scheme to date. */
export const applyFinance = (finance: FinanceTerms, years: readonly AccountColumns[], balances: Balances): void => {
  const { draws, agencies } = years[years.length - 1];
  const { financed, paid, received } = balances;
  for (const column of received.finance) column.fill(0);
  const doers = [...agencies.keys()].filter((i) =>
    finance.doer === undefined ? !isZero(paid[i]) : agencies[i] === finance.doer,
  );
  const runs = (doer: number, draw: number): boolean => finance.doer !== undefined || paid[doer][draw] > 0;
  const costs = doers.map((i) => sumOfColumns(years.map(({ pays }) => pays[i])));
  const total = new Float64Array(draws);
  for (const [at, doer] of doers.entries())
    for (let draw = 0; draw < draws; draw++) if (runs(doer, draw)) total[draw] += costs[at][draw];
  for (const [at, doer] of doers.entries()) {
    const projectIn = projectOf(finance, years, doer);
    for (let draw = 0; draw < draws; draw++) {
      if (!runs(doer, draw)) continue;
      const part = costs[at][draw] === total[draw] ? 1 : costs[at][draw] / total[draw];
      bookFinanced(finance.rule(projectIn(draw, part)), years, balances, draw);
    }
  }
  for (const [i, column] of financed.entries()) addInto(column, received.finance[i]);
};

/** Books what a finance rule pays in the last of `years`. */
const bookFinanced = (
  postings: readonly Posting[],
  years: readonly AccountColumns[],
  balances: Balances,
  draw: number,
): void => {
  const { year: now, agencies } = years[years.length - 1];
  for (const { from, to, pence, why, year } of postings) {
    if (year !== now) continue;
    const answered = penceAnswered("finance", now, `${from} to ${to}`, pence);
    book({ family: "finance", year, from, to, pence: answered, why }, agencies, balances, draw);
  }
};

/** Returns what makes the scheme to date of an agency in a draw, with its part of the outcomes of a joint scheme. */
const projectOf = (
  { counts }: FinanceTerms,
  years: readonly AccountColumns[],
  doer: number,
): ((draw: number, part: number) => Project) => {
  const { agencies, draws } = years[years.length - 1];
  const none = new Float64Array(draws);
  const columnsOf = (kind: string) => years.map(({ counted }) => counted[kind] ?? none);
  const [costs, saves] = [years.map(({ pays }) => pays[doer]), years.map((accounts) => accounts.saves[doer])];
  const outcomes = columnsOf("outcomes");
  const named = typeof counts === "object" ? recordOf(counts, (name) => columnsOf(countKey(name))) : undefined;
  return (draw, part) => {
    const countsIn = (columns: readonly Column[]) => columns.map((column) => column[draw] * part);
    const project: Project = {
      doer: agencies[doer],
      costs: ofDraw(costs, draw),
      saves: ofDraw(saves, draw),
      outcomes: countsIn(outcomes),
    };
    return named ? { ...project, counted: recordOf(keysOf(named), (name) => countsIn(named[name])) } : project;
  };
};

/**
 * Applies the share rule: payments after which each agency has received what the rule gives it of the scheme to date.
 * No agency pays more than its means, unless it signed for the payments beforehand. What the rule gives to no agency
 * goes to the treasury.
 */
export const applyShare = (share: Share, accounts: AccountColumns, balances: Balances): void => {
  const { draws } = accounts;
  const { paid, saved, financed, moved, received } = balances;
  askEach(draws, [...paid, ...saved, ...financed], received.share, (draw) =>
    writeEnds(share, accounts, balances, draw),
  );
  for (const [i, ends] of received.share.entries()) takeOwn(ends, balances, i, draws);
  if (!share.signedFor)
    for (const [draw, isBeyond] of beyondMeans(accounts, balances).entries())
      if (isBeyond) payWithinMeans(accounts, balances, draw);
  for (const [i, column] of moved.entries()) addInto(column, received.share[i].subarray(0, draws));
};

/** Takes from what an agency ends up with what it has already; the rest is due to it this year. */
const takeOwn = (ends: Column, balances: Balances, i: number, draws: number): void => {
  const [paid, saved, financed, moved] = [balances.paid[i], balances.saved[i], balances.financed[i], balances.moved[i]];
  for (let draw = 0; draw < draws; draw++) ends[draw] -= saved[draw] - paid[draw] + financed[draw] + moved[draw];
};

/** Marks with 1 the draws in which an agency is to pay more than its means. */
const beyondMeans = (accounts: AccountColumns, balances: Balances): Uint8Array => {
  const marks = new Uint8Array(accounts.draws);
  for (const [i, due] of balances.received.share.entries())
    for (let draw = 0; draw < marks.length; draw++)
      if (due[draw] < 0 && -due[draw] > meansOf(accounts, draw, balances, i)) marks[draw] = 1;
  return marks;
};

/** Writes the pence that each agency ends up with of the scheme to date, as a share rule gives it. */
const writeEnds = (
  share: Share,
  { year, agencies }: AccountColumns,
  { paid, saved, financed, received }: Balances,
  draw: number,
): void => {
  const stakes: Stake[] = [];
  for (let i = 0; i < agencies.length; i++)
    stakes.push(stakeOf(agencies[i], paid[i][draw] - financed[i][draw], saved[i][draw]));
  const ends = noMoreThanGained(year, stakes, penceEach("share", year, stakes, share(stakes)));
  for (let i = 0; i < ends.length; i++) received.share[i][draw] = ends[i];
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
 * Limits what agencies pay each other by a share rule to their means. A lack of money reduces all payments in
 * proportion; the rest stays owed.
 */
const payWithinMeans = (accounts: AccountColumns, balances: Balances, draw: number): void => {
  const { share } = balances.received;
  const payments: number[] = [];
  const claims: number[] = [];
  let paid = 0;
  let owed = 0;
  for (let i = 0; i < share.length; i++) {
    const due = share[i][draw];
    const payment = due < 0 ? Math.min(meansOf(accounts, draw, balances, i), -due) : 0;
    payments.push(payment);
    claims.push(Math.max(0, due));
    paid += payment;
    owed += due;
  }
  claims.push(Math.max(0, -owed));
  const receipts = splitPence(paid + Math.max(0, owed), claims);
  for (let i = 0; i < share.length; i++) share[i][draw] = receipts[i] - payments[i];
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
