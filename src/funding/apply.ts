import type { Column } from "../base/columns/kernels.js";
import { checkGiven } from "../base/problems/given.js";
import { checkArgument, listOf, numberBetween } from "../base/problems/options.js";
import { mistake } from "../base/problems/problem.js";
import { type AccountColumns, accountColumnsOf, type Carried, nothingCarried, type YearAccounts } from "./accounts.js";
import { type Balances, balancesAfter, carriedBy, carriedLists, ofDraw } from "./balances.js";
import { applyAllocate, applyPermit, applyYearEnd, openYear } from "./budgets.js";
import { soundRegime } from "./outcome-checks.js";
import { bookedIn } from "./postings.js";
import type { Regime } from "./regime.js";
import type { Booked } from "./rule.js";
import { applyFinance, applyPay, applyShare } from "./schemes.js";
import { silo } from "./share/silo.js";

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
 * @throws ScenarioError if pence are not whole, an agency is there twice, or a list of what was carried has not a
 * number for each agency
 * @example
 * const council = { agency: "council", planned: 100_00, outturn: 70_00, pays: 0, saves: 30_00 };
 * const regime = { decides: "each", yearEnd: rules.yearEnd.carryForward({ cap: 0.1 }) } as const;
 * const ended = apply(regime, { year: 1, agencies: [council] }, nothingCarried(["council"]));
 * ended.postings[0].pence // => 2000
 * ended.next.reserves // => [1000]
 */
export const apply = (regime: Regime, year: YearAccounts, before: Carried): YearApplied => {
  soundRegime(regime);
  checkGiven(year, "year", aYear, () => "A year is the accounts of all agencies: { year: 1, agencies: […] }.");
  checkGiven(
    before,
    "before",
    aCarried,
    () => "What was carried over is nothingCarried([…]), or the `next` of a year.",
  );
  checkPence(year, before);
  return applied(regime, year, before);
};

/** Throws unless all is whole pence, no agency is there twice, and all lists and years have the same agencies. */
const checkPence = ({ agencies }: YearAccounts, before: Carried): void => {
  const names = agencies.map(({ agency }) => agency);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined)
    throw mistake("year.agencies", `${twice} is there twice.`, "Write one account for each agency.");
  const isPence = numberBetween(undefined, undefined, "whole number");
  for (const account of agencies)
    for (const key of ["planned", "outturn", "pays", "saves"] as const)
      checkArgument(`${key} of ${account.agency}`, account[key], isPence);
  for (const list of carriedLists)
    checkArgument(`before.${list}`, before[list], (value, argument) =>
      before[list].length === names.length
        ? listOf(isPence)(value, argument)
        : `${argument} has a number for each agency: ${names.length}, not ${before[list].length}.`,
    );
  for (const { year, agencies: then } of before.years)
    if (String(then.map(({ agency }) => agency)) !== String(names))
      throw mistake("before.years", `Year ${year} has other agencies than this one, or another order.`);
};

/** `apply` to what is known to be whole. */
export const applied = (regime: Regime, year: YearAccounts, before: Carried): YearApplied => {
  const seen = regime.finance || regime.pay ? [...before.years, year] : before.years;
  const accounts = accountColumnsOf(year);
  const balances = balancesAfter(before);
  applyYear(regime, [...before.years.map(accountColumnsOf), accounts], balances);
  return {
    postings: bookedIn(accounts, 0, balances),
    budgets: ofDraw(balances.budgets, 0),
    refused: ofDraw(balances.refused, 0),
    next: { ...carriedBy(balances), years: seen },
  };
};

const aYear = { year: 1, agencies: [{ agency: "", planned: 0, outturn: 0, pays: 0, saves: 0 }] };
const aCarried = nothingCarried([""]);

/**
 * `apply` to every draw of the accounts of the years so far, the last of which is the year that is applied. It writes
 * the balances of those draws, which hold what the years before left. A run and results call it for a block of draws.
 */
export const applyYear = (
  { permit, finance, share, pay, yearEnd, allocate }: Regime,
  years: readonly AccountColumns[],
  balances: Balances,
): void => {
  const accounts = years[years.length - 1];
  const { draws, planned } = accounts;
  openYear(accounts, balances);
  if (permit) applyPermit(permit, accounts, balances);
  if (finance) applyFinance(finance, years, balances);
  // In silos nobody pays anybody, whatever there is to share.
  if (share && share !== silo) applyShare(share, accounts, balances);
  if (pay) applyPay(pay, years, balances);
  applyYearEnd(yearEnd, accounts, balances);
  if (allocate) for (let draw = 0; draw < draws; draw++) applyAllocate(allocate, accounts, draw, balances);
  for (const [i, plan] of planned.entries()) noteChange(balances.changes[i], balances.bases[i], plan);
};

/** How far the next base is from the planned budget. */
const noteChange = (change: Column, base: Column, plan: Column): void => {
  for (let draw = 0; draw < plan.length; draw++) change[draw] = base[draw] - plan[draw];
};
