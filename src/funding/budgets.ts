import { penceOf, shareOf, splitPence } from "../base/money.js";
import { sum } from "../base/statistics.js";
import type { AgencyAccount, YearAccounts } from "./accounts.js";
import { closedYear, penceEach } from "./outcome-checks.js";
import { type Booked, postingOf, postingsOf, type Transfers } from "./postings.js";
import type { AllocateTerms } from "./regime.js";
import type { AgencyYear, Permit, Recipient, YearClosed, YearEnd } from "./rule.js";

/** Postings of the difference between each budget and its plan: the treasury pays an excess and takes a cut. */
export const budgetChanges = ({ year, agencies }: YearAccounts, budgets: readonly number[]): readonly Booked[] => {
  const why = "a budget that is not as planned";
  const postings: Booked[] = [];
  for (const [i, { agency, planned }] of agencies.entries())
    if (budgets[i] !== planned)
      postings.push(...postingOf("allocate", year, "treasury", agency, budgets[i] - planned, why));
  return postings;
};

/** What permit pays, and the pence per agency that are spent without permission or without money. */
interface Permitted extends Transfers {
  readonly refused: readonly number[];
}

/**
 * Applies the permit rule. An agency that may spend more than it has gets the rest from agencies with money left.
 * Each of these pays in proportion to what it has left. Each agency is one purpose.
 */
export const applyPermit = (
  permit: Permit | undefined,
  { year, agencies }: YearAccounts,
  names: readonly string[],
  budgets: readonly number[],
  reserves: readonly number[],
): Permitted => {
  const received = agencies.map(() => 0);
  const refused = agencies.map(() => 0);
  if (!permit) return { postings: [], received, refused };
  const funded = fundedIn(agencies);
  const wishes = funded.map((i) => ({
    agency: names[i],
    purpose: names[i],
    person: "",
    entitled: Math.max(0, budgets[i] + reserves[i]),
    wished: Math.max(0, agencies[i].outturn),
  }));
  const funders = wishes.map(({ agency }) => agency);
  const answers = penceEach("permit", year, funders, permit(wishes));
  const permitted = answers.map((pence, at) => Math.min(pence, wishes[at].wished));
  const over = wishes.map(({ entitled }, at) => Math.max(0, entitled - permitted[at]));
  const available = sum(over);
  let left = available;
  for (const [at, { entitled, wished }] of wishes.entries()) {
    // If a rule permits more than there is, the first in the list is served first.
    const extra = Math.min(left, Math.max(0, permitted[at] - entitled));
    left -= extra;
    received[funded[at]] = extra;
    refused[funded[at]] = wished - Math.min(permitted[at], entitled + extra);
  }
  for (const [at, pence] of splitPence(available - left, over).entries()) received[funded[at]] -= pence;
  return {
    postings: postingsOf("permit", year, names, received, "money of its budget that may be spent elsewhere"),
    received,
    refused,
  };
};

/**
 * The part of what permits moved that paid for the scheme, in pence per agency: at most what each still bears of it. A
 * share rule counts it as received, or a pool that shares its gains too would pay one cost twice.
 */
export const towardsScheme = (bears: readonly number[], received: readonly number[]): readonly number[] => {
  const towards = received.map((pence, i) => Math.max(0, Math.min(pence, bears[i])));
  const givers = received.map((pence) => Math.max(0, -pence));
  const from = splitPence(sum(towards), givers);
  return towards.map((pence, i) => pence - from[i]);
};

/** Pence per agency after the year's end, in the order of the accounts, and what goes back to the treasury. */
interface YearEnded {
  readonly bases: readonly number[];
  readonly reserves: readonly number[];
  readonly postings: readonly Booked[];
}

/** Applies the year-end rule to each agency with a budget. */
export const applyYearEnd = (
  yearEnd: YearEnd | undefined,
  { year, agencies }: YearAccounts,
  budgets: readonly number[],
  reserves: readonly number[],
  received: readonly number[],
): YearEnded => {
  const closed = agencies.map(({ agency, outturn, isFunded = true }, i) =>
    closeAgency(isFunded ? yearEnd && ((world) => closedYear(year, agency, yearEnd(world))) : undefined, {
      base: budgets[i],
      reserve: reserves[i],
      spent: outturn - received[i],
    }),
  );
  const postings: Booked[] = [];
  for (const [i, { surrendered }] of closed.entries())
    if (surrendered !== 0) {
      const why = surrendered > 0 ? "money that was not spent" : "an overspend that the centre pays";
      postings.push(...postingOf("yearEnd", year, agencies[i].agency, "treasury", surrendered, why));
    }
  return { bases: closed.map(({ base }) => base), reserves: closed.map(({ reserve }) => reserve), postings };
};

/** The year's end of one agency. Money that a rule does not carry over goes back, so that no money is lost. */
const closeAgency = (yearEnd: YearEnd | undefined, year: AgencyYear): YearClosed => {
  const left = year.base + year.reserve - year.spent;
  if (!yearEnd) return { base: year.base, reserve: left, surrendered: 0 };
  const { base, reserve } = yearEnd(year);
  return { base, reserve, surrendered: left - reserve };
};

/**
 * Applies the allocate rule: it divides the sum of the funded agencies' next bases, less the cut, among them again.
 * @param bases pence per agency that the year's end leaves
 * @returns pence per agency
 */
export const applyAllocate = (
  allocate: AllocateTerms | undefined,
  { year, agencies }: YearAccounts,
  budgets: readonly number[],
  bases: readonly number[],
): readonly number[] => {
  if (!allocate) return bases;
  const { rule, cut = 0, people = {}, need = {}, resources = {} } = allocate;
  const funded = fundedIn(agencies);
  const recipients = funded.map((i): Recipient => {
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
  const names = recipients.map(({ agency }) => agency);
  const pot = shareOf(1 - cut, sum(funded.map((i) => bases[i])));
  const grants = penceEach("allocate", year, names, rule({ pot, recipients }));
  const next = [...bases];
  for (const [at, i] of funded.entries()) next[i] = grants[at];
  return next;
};

/** The indexes of the agencies that are given a budget. */
const fundedIn = (agencies: readonly AgencyAccount[]): readonly number[] => {
  const indexes: number[] = [];
  for (let i = 0; i < agencies.length; i++) if (agencies[i].isFunded !== false) indexes.push(i);
  return indexes;
};
