import { penceOf } from "../base/money.js";
import { type Booked, financing, paying, posted, type Scheme, sharing, stakeOf, virement } from "./postings.js";
import type { AllocateTerms, FinanceTerms, PayTerms, Regime } from "./regime.js";
import type { AgencyYear, Performance, Recipient, YearClosed, YearEnd } from "./rule.js";

/** What an agency does in a year, before any rule: whole pence. */
export interface AgencyAccount {
  readonly agency: string;
  /** What it is planned to be given. */
  readonly planned: number;
  /** What it spends, on services, on the scheme and on all else. */
  readonly outturn: number;
  /** What it bears of the scheme. */
  readonly pays: number;
  /** Cash its own bills fall by because of the scheme; below 0 they rise. */
  readonly saves: number;
  /** Whether somebody gives it a budget, which permit, year end and allocate bind; a household's money is its own. Default: true. */
  readonly isFunded?: boolean;
}

/** A year's accounts of all agencies, in one order in every year, and what is counted of it. */
export interface YearAccounts {
  /** The model year, 1 and on. */
  readonly year: number;
  readonly agencies: readonly AgencyAccount[];
  /** What the finance rule counts as outcomes. */
  readonly outcomes?: number;
  /** What the pay rule counts. */
  readonly quantity?: number;
  /** What the pay rule counts as started. */
  readonly started?: number;
  /** Contacts of the service that is the report the pay rule asks for. */
  readonly reports?: number;
}

/** What goes from one year into the next: whole pence by agency, in the order of the accounts, and what is in the pool. */
export interface Carried {
  /** By how much each base is above the plan. */
  readonly changes: readonly number[];
  /** What each carries over; below 0 an overspend. */
  readonly reserves: readonly number[];
  readonly pool: number;
  /** What each pays and saves to date. */
  readonly paid: readonly number[];
  readonly saved: readonly number[];
  /** What finance has moved to each to date, less what it has moved from it. */
  readonly financed: readonly number[];
  /** What sharing has moved to each to date. */
  readonly moved: readonly number[];
  /** The years so far; kept only where a finance rule asks. */
  readonly years: readonly YearAccounts[];
}

/** A year under a regime: what moves, what each has to spend (budget, before what it carries over), what was spent and may not be, and what goes on. */
export interface YearApplied {
  readonly postings: readonly Booked[];
  readonly budgets: readonly number[];
  readonly refused: readonly number[];
  readonly next: Carried;
}

/**
 * What there is before the first year: nothing is carried over, and nothing has been paid or saved. What `apply` takes for its first year.
 * @param agencies in the order of the accounts
 * @example nothingCarried(["council"]).reserves // => [0]
 */
export const nothingCarried = (agencies: readonly string[]): Carried => {
  const none = agencies.map(() => 0);
  return {
    changes: none,
    reserves: none,
    pool: 0,
    paid: none,
    saved: none,
    financed: none,
    moved: none,
    years: [],
  };
};

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
  const at = year.year;
  const names = agencies.map(({ agency }) => agency);
  const budgets = agencies.map(({ planned }, i) => Math.max(0, planned + before.changes[i]));
  const postings: Booked[] = [];
  for (const [i, { agency, planned }] of agencies.entries())
    if (budgets[i] !== planned)
      postings.push(
        ...posted("allocate", at, "treasury", agency, budgets[i] - planned, "a budget that is not as planned"),
      );
  let refused: readonly number[] = before.changes.map(() => 0);
  if (regime.permit) {
    const bound = fundedIn(agencies);
    const wants = bound.map((i) => ({
      agency: names[i],
      has: budgets[i] + before.reserves[i],
      wants: agencies[i].outturn,
    }));
    const made = virement(regime.permit, wants, at);
    postings.push(...made.postings);
    refused = spread(refused, bound, made.refused);
  }
  const paid = agencies.map(({ pays }, i) => before.paid[i] + pays);
  const saved = agencies.map(({ saves }, i) => before.saved[i] + saves);
  const years = regime.finance ? [...before.years, year] : before.years;
  let { financed, moved } = before;
  if (regime.finance) {
    const outcomes = years.map(({ outcomes: counted = 0 }) => counted);
    const made = financing(regime.finance.rule, schemesOf(regime.finance, years, names, paid), outcomes, at);
    postings.push(...made);
    financed = received(made, names).map((pence, i) => before.financed[i] + pence);
  }
  if (regime.share) {
    const stakes = names.map((agency, i) => stakeOf(agency, paid[i] - financed[i], saved[i]));
    const made = sharing(regime.share, stakes, moved, at);
    postings.push(...made.postings);
    moved = made.moved;
  }
  if (regime.pay) postings.push(...paying(regime.pay, performanceOf(regime.pay, year), poolOf(before, postings)));
  const had = received(postings, names);
  const closed = agencies.map(({ outturn, isFunded = true }, i) =>
    close(isFunded ? regime.yearEnd : undefined, {
      base: budgets[i],
      reserve: before.reserves[i],
      spent: outturn - had[i],
    }),
  );
  for (const [i, agency] of names.entries())
    if (closed[i].surrendered !== 0)
      postings.push(...posted("yearEnd", at, agency, "treasury", closed[i].surrendered, "money that was not spent"));
  const bases = regime.allocate ? allocated(regime.allocate, year, budgets, closed) : closed.map(({ base }) => base);
  const next = {
    changes: bases.map((base, i) => Math.round(base) - agencies[i].planned),
    reserves: closed.map(({ reserve }) => reserve),
    pool: poolOf(before, postings),
    paid,
    saved,
    financed,
    moved,
    years,
  };
  return { postings, budgets, refused, next };
};

/** The places of those to whom somebody gives a budget. */
const fundedIn = (agencies: readonly AgencyAccount[]): readonly number[] =>
  [...agencies.keys()].filter((i) => agencies[i].isFunded !== false);

/** Some numbers, with others in some of their places. */
const spread = (
  numbers: readonly number[],
  places: readonly number[],
  others: readonly number[],
): readonly number[] => {
  const all = [...numbers];
  for (const [at, i] of places.entries()) all[i] = others[at];
  return all;
};

/** The scheme of each agency that does it: of those who have paid, or of the one that is named. */
const schemesOf = (
  { doer }: FinanceTerms,
  years: readonly YearAccounts[],
  names: readonly string[],
  paid: readonly number[],
): readonly Scheme[] =>
  [...names.keys()]
    .filter((i) => (doer === undefined ? paid[i] > 0 : names[i] === doer))
    .map((i) => ({
      agency: names[i],
      costs: years.map(({ agencies }) => agencies[i].pays),
      saves: years.map(({ agencies }) => agencies[i].saves),
    }));

/** What a payer sees of the year; the treasury and others have no spending of their own. */
const performanceOf = (
  { to, spends = to, counts, reports = true }: PayTerms,
  { year, agencies, quantity = 0, started = 0, reports: published = 0 }: YearAccounts,
): Performance => {
  const spent = agencies.find(({ agency }) => agency === spends)?.outturn ?? 0;
  const reported = typeof reports === "boolean" ? reports : published > 0;
  return { year, quantity: counts === "spending" ? spent : quantity, started, spent, reported };
};

/** What some parties have had this year of others, in their order; a budget is not had of others, it is its own. */
const received = (postings: readonly Booked[], parties: readonly string[]): readonly number[] => {
  const pence = parties.map(() => 0);
  for (const posting of postings) {
    if (posting.family === "allocate") continue;
    const [from, to] = [parties.indexOf(posting.from), parties.indexOf(posting.to)];
    if (from >= 0) pence[from] -= posting.pence;
    if (to >= 0) pence[to] += posting.pence;
  }
  return pence;
};

const poolOf = ({ pool }: Carried, postings: readonly Booked[]): number =>
  postings.reduce((all, { from, to, pence }) => all + (to === "pool" ? pence : from === "pool" ? -pence : 0), pool);

/** The end of an agency's year. Whatever a rule does not carry over goes back, so that nothing is lost. */
const close = (yearEnd: YearEnd | undefined, year: AgencyYear): YearClosed => {
  const left = year.base + year.reserve - year.spent;
  if (!yearEnd) return { base: year.base, reserve: left, surrendered: 0 };
  const { base, reserve } = yearEnd(year);
  const kept = Math.round(reserve);
  return { base: Math.round(base), reserve: kept, surrendered: left - kept };
};

/** The next bases: all that the year's end leaves together to those who are given budgets, divided anew. */
const allocated = (
  { rule, people = {}, need = {}, resources = {} }: AllocateTerms,
  { agencies }: YearAccounts,
  budgets: readonly number[],
  closed: readonly YearClosed[],
): readonly number[] => {
  const bound = fundedIn(agencies);
  const recipients = bound.map((i): Recipient => {
    const { agency, outturn, pays } = agencies[i];
    return {
      agency,
      base: budgets[i],
      spent: outturn,
      own: pays,
      people: people[agency] ?? 1,
      need: need[agency] ?? 1,
      resources: penceOf(resources[agency] ?? 0),
    };
  });
  const bases = closed.map(({ base }) => base);
  return spread(bases, bound, rule({ pot: bound.reduce((pot, i) => pot + bases[i], 0), recipients }));
};
