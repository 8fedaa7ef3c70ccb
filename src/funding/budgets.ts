import { penceOf, shareOf, splitPence } from "../base/money.js";
import { sum } from "../base/statistics.js";
import type { AgencyAccount, YearAccounts } from "./accounts.js";
import { closedYear, penceEach } from "./outcome-checks.js";
import { type Booked, postingOf, postingsOf, type Transfers, zeros } from "./postings.js";
import type { AllocateTerms } from "./regime.js";
import type { Permit, Recipient, Wish, YearEnd } from "./rule.js";

/** Postings of the difference between each budget and its plan: the treasury pays an excess and takes a cut. */
export const budgetChanges = ({ year, agencies }: YearAccounts, budgets: readonly number[]): readonly Booked[] => {
  const why = "a budget that is not as planned";
  const postings: Booked[] = [];
  for (let i = 0; i < agencies.length; i++) {
    const { agency, planned } = agencies[i];
    if (budgets[i] !== planned)
      postings.push(...postingOf("allocate", year, "treasury", agency, budgets[i] - planned, why));
  }
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
  const received = zeros(agencies);
  const refused = zeros(agencies);
  if (!permit) return { postings: [], received, refused };
  const funded = fundedIn(agencies);
  const wishes: Wish[] = [];
  const funders: string[] = [];
  for (const i of funded) {
    const agency = names[i];
    const entitled = Math.max(0, budgets[i] + reserves[i]);
    wishes.push({ agency, purpose: agency, person: "", entitled, wished: Math.max(0, agencies[i].outturn) });
    funders.push(agency);
  }
  const answers = penceEach("permit", year, funders, permit(wishes));
  const over: number[] = [];
  let available = 0;
  for (let at = 0; at < wishes.length; at++) {
    const { entitled, wished } = wishes[at];
    const spare = Math.max(0, entitled - Math.min(answers[at], wished));
    over.push(spare);
    available += spare;
  }
  let left = available;
  for (let at = 0; at < wishes.length; at++) {
    const { entitled, wished } = wishes[at];
    const permitted = Math.min(answers[at], wished);
    // If a rule permits more than there is, the first in the list is served first.
    const extra = Math.min(left, Math.max(0, permitted - entitled));
    left -= extra;
    received[funded[at]] = extra;
    refused[funded[at]] = wished - Math.min(permitted, entitled + extra);
  }
  const given = splitPence(available - left, over);
  for (let at = 0; at < given.length; at++) received[funded[at]] -= given[at];
  return {
    postings: postingsOf("permit", year, names, received, "money of its budget that may be spent elsewhere"),
    received,
    refused,
  };
};

/**
 * The part of what permits moved that paid for the scheme, in pence per agency: at most what each still bears of it,
 * which is what it has `paid` less what was `moved` to it. A share rule counts it as received, or a pool that shares
 * its gains too would pay one cost twice.
 */
export const towardsScheme = (
  paid: readonly number[],
  moved: readonly number[],
  received: readonly number[],
): readonly number[] => {
  const towards: number[] = [];
  const givers: number[] = [];
  let all = 0;
  for (let i = 0; i < received.length; i++) {
    const bears = Math.max(0, paid[i] - moved[i]);
    const part = Math.max(0, Math.min(received[i], bears));
    towards.push(part);
    givers.push(Math.max(0, -received[i]));
    all += part;
  }
  const from = splitPence(all, givers);
  for (let i = 0; i < towards.length; i++) towards[i] -= from[i];
  return towards;
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
  const bases: number[] = [];
  const carried: number[] = [];
  const postings: Booked[] = [];
  for (let i = 0; i < agencies.length; i++) {
    const { agency, outturn, isFunded = true } = agencies[i];
    const ends = { base: budgets[i], reserve: reserves[i], spent: outturn - received[i] };
    const left = ends.base + ends.reserve - ends.spent;
    const { base, reserve } =
      yearEnd && isFunded ? closedYear(year, agency, yearEnd(ends)) : { base: ends.base, reserve: left };
    bases.push(base);
    carried.push(reserve);
    // Money that a rule does not carry over goes back, so that no money is lost.
    const surrendered = left - reserve;
    if (surrendered === 0) continue;
    const why = surrendered > 0 ? "money that was not spent" : "an overspend that the centre pays";
    postings.push(...postingOf("yearEnd", year, agency, "treasury", surrendered, why));
  }
  return { bases, reserves: carried, postings };
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
