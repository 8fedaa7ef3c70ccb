import { penceOf, splitPence } from "../base/money.js";
import type { AgencyAccount, YearAccounts } from "./accounts.js";
import { type Booked, type Moved, paidUp, posted } from "./postings.js";
import type { AllocateTerms } from "./regime.js";
import type { AgencyYear, Permit, Recipient, YearClosed, YearEnd } from "./rule.js";

/** What the treasury gives and takes where budgets are not as planned. */
export const unplanned = ({ year, agencies }: YearAccounts, budgets: readonly number[]): readonly Booked[] => {
  const postings: Booked[] = [];
  for (let i = 0; i < agencies.length; i++) {
    const more = budgets[i] - agencies[i].planned;
    if (more !== 0)
      postings.push(
        ...posted("allocate", year, "treasury", agencies[i].agency, more, "a budget that is not as planned"),
      );
  }
  return postings;
};

/** What permit moves, and the pence that are spent and may not be, or that nobody has. */
interface Permitted extends Moved {
  readonly refused: readonly number[];
}

/**
 * Permit to postings: who may spend more than it has gets it from those with money over, each in proportion to what it has over. Each agency is one
 * purpose.
 */
export const permitting = (
  permit: Permit | undefined,
  { year, agencies }: YearAccounts,
  names: readonly string[],
  budgets: readonly number[],
  reserves: readonly number[],
): Permitted => {
  const had = agencies.map(() => 0);
  const refused = agencies.map(() => 0);
  if (!permit) return { postings: [], had, refused };
  const bound = fundedIn(agencies);
  const wishes = bound.map((i) => ({
    agency: names[i],
    purpose: names[i],
    person: "",
    entitled: Math.max(0, budgets[i] + reserves[i]),
    wished: Math.max(0, agencies[i].outturn),
  }));
  const may = permit(wishes).map((pence, at) => Math.min(Math.round(pence), wishes[at].wished));
  const over = wishes.map(({ entitled }, at) => Math.max(0, entitled - may[at]));
  const all = over.reduce((sum, pence) => sum + pence, 0);
  let left = all;
  for (const [at, { entitled, wished }] of wishes.entries()) {
    // Whoever comes first in the list is served first, where a rule permits more than there is.
    const more = Math.min(left, Math.max(0, may[at] - entitled));
    left -= more;
    had[bound[at]] = more;
    refused[bound[at]] = wished - Math.min(may[at], entitled + more);
  }
  for (const [at, pence] of splitPence(all - left, over).entries()) had[bound[at]] -= pence;
  return {
    postings: paidUp("permit", year, names, had, "money of its budget that may be spent elsewhere"),
    had,
    refused,
  };
};

/** How the year of all agencies ends: their next bases, what they carry over, and what goes back. */
export const closing = (
  yearEnd: YearEnd | undefined,
  { year, agencies }: YearAccounts,
  budgets: readonly number[],
  reserves: readonly number[],
  had: readonly number[],
): {
  readonly bases: readonly number[];
  readonly reserves: readonly number[];
  readonly postings: readonly Booked[];
} => {
  const closed = agencies.map(({ outturn, isFunded = true }, i) =>
    close(isFunded ? yearEnd : undefined, { base: budgets[i], reserve: reserves[i], spent: outturn - had[i] }),
  );
  const postings: Booked[] = [];
  for (const [i, { surrendered }] of closed.entries())
    if (surrendered !== 0)
      postings.push(
        ...posted("yearEnd", year, agencies[i].agency, "treasury", surrendered, "money that was not spent"),
      );
  return { bases: closed.map(({ base }) => base), reserves: closed.map(({ reserve }) => reserve), postings };
};

/** The end of an agency's year. Whatever a rule does not carry over goes back, so that nothing is lost. */
const close = (yearEnd: YearEnd | undefined, year: AgencyYear): YearClosed => {
  const left = year.base + year.reserve - year.spent;
  if (!yearEnd) return { base: year.base, reserve: left, surrendered: 0 };
  const { base, reserve } = yearEnd(year);
  const kept = Math.round(reserve);
  return { base: Math.round(base), reserve: kept, surrendered: left - kept };
};

/** The next bases: all that the year's end leaves together to those who are given budgets, divided anew. */
export const allocating = (
  allocate: AllocateTerms | undefined,
  { agencies }: YearAccounts,
  budgets: readonly number[],
  left: readonly number[],
): readonly number[] => {
  if (!allocate) return left;
  const { rule, people = {}, need = {}, resources = {} } = allocate;
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
  const given = rule({ pot: bound.reduce((pot, i) => pot + left[i], 0), recipients });
  const bases = [...left];
  for (const [at, i] of bound.entries()) bases[i] = given[at];
  return bases;
};

/** The places of those to whom somebody gives a budget. */
const fundedIn = (agencies: readonly AgencyAccount[]): readonly number[] => {
  const places: number[] = [];
  for (let i = 0; i < agencies.length; i++) if (agencies[i].isFunded !== false) places.push(i);
  return places;
};
