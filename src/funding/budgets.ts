import { penceOf, shareOf, splitPence } from "../base/money.js";
import { sum } from "../base/statistics.js";
import type { AccountColumns } from "./accounts.js";
import type { Balances } from "./balances.js";
import { closedYear, penceEach } from "./outcome-checks.js";
import type { AllocateTerms } from "./regime.js";
import type { Permit, Recipient, Wish, YearEnd } from "./rule.js";

/** Opens a year: its budgets, as the last year left them, and what the scheme has cost and saved to date. */
export const openYear = ({ planned, pays, saves }: AccountColumns, draw: number, balances: Balances): void => {
  const { budgets, changes, paid, saved, received } = balances;
  for (let i = 0; i < budgets.length; i++) {
    const plan = planned[i][draw];
    budgets[i] = Math.max(0, plan + changes[i]);
    received.allocate[i] = Math.round(budgets[i] - plan);
    paid[i] += pays[i][draw];
    saved[i] += saves[i][draw];
  }
  if (balances.postings.length > 0) balances.postings.length = 0;
};

/**
 * Applies the permit rule. An agency that may spend more than it has gets the rest from agencies with money left.
 * Each of these pays in proportion to what it has left. Each agency is one purpose.
 */
export const applyPermit = (
  permit: Permit,
  { year, agencies, funded, outturn }: AccountColumns,
  draw: number,
  { budgets, reserves, refused, received: { permit: received } }: Balances,
): void => {
  const wishes: Wish[] = [];
  for (let at = 0; at < funded.length; at++) {
    const i = funded[at];
    const entitled = Math.max(0, budgets[i] + reserves[i]);
    const wished = Math.max(0, outturn[i][draw]);
    wishes.push({ agency: agencies[i], purpose: agencies[i], person: "", entitled, wished });
  }
  const answers = penceEach("permit", year, wishes, permit(wishes));
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
  if (left === available) return;
  const given = splitPence(available - left, over);
  for (let at = 0; at < given.length; at++) received[funded[at]] -= given[at];
};

/**
 * Adds the part of what permits moved that paid for the scheme to what was `moved`: at most what each still bears of
 * it, which is what it has `paid` less what was moved to it. A share rule counts it as received, or a pool that shares
 * its gains too would pay one cost twice.
 */
export const moveTowardsScheme = ({ paid, moved, received: { permit: received } }: Balances): void => {
  let all = 0;
  const givers: number[] = [];
  for (let i = 0; i < received.length; i++) {
    const bears = Math.max(0, paid[i] - moved[i]);
    const towards = Math.max(0, Math.min(received[i], bears));
    givers.push(Math.max(0, -received[i]));
    moved[i] += towards;
    all += towards;
  }
  if (all === 0) return;
  const from = splitPence(all, givers);
  for (let i = 0; i < from.length; i++) moved[i] -= from[i];
};

/** Applies the year-end rule to each agency with a budget. What it does not carry over goes back to the centre. */
export const applyYearEnd = (
  yearEnd: YearEnd | undefined,
  { year, agencies, funded, outturn }: AccountColumns,
  draw: number,
  { budgets, reserves, bases, received: { permit, finance, share, pay, yearEnd: received } }: Balances,
): void => {
  for (let i = 0; i < budgets.length; i++) {
    const spent = outturn[i][draw] - (permit[i] + finance[i] + share[i] + pay[i]);
    const left = budgets[i] + reserves[i] - spent;
    const ends = { base: budgets[i], reserve: reserves[i], spent };
    const { base, reserve } =
      yearEnd && funded.includes(i)
        ? closedYear(year, agencies[i], yearEnd(ends))
        : { base: budgets[i], reserve: left };
    bases[i] = base;
    reserves[i] = reserve;
    // Money that a rule does not carry over goes back, so that no money is lost.
    received[i] = 0 - Math.round(left - reserve);
  }
};

/** Applies the allocate rule: it divides the sum of the funded agencies' next bases, less the cut, among them again. */
export const applyAllocate = (
  { rule, cut = 0, people = {}, need = {}, resources = {} }: AllocateTerms,
  { year, agencies, funded, outturn, pays }: AccountColumns,
  draw: number,
  { budgets, bases }: Balances,
): void => {
  const recipients = funded.map((i): Recipient => {
    const agency = agencies[i];
    return {
      agency,
      base: budgets[i],
      spent: outturn[i][draw],
      own: pays[i][draw],
      people: people[agency] ?? 1,
      need: need[agency] ?? 1,
      resources: penceOf(resources[agency] ?? 0),
    };
  });
  const pot = shareOf(1 - cut, sum(funded.map((i) => bases[i])));
  const grants = penceEach("allocate", year, recipients, rule({ pot, recipients }));
  for (let at = 0; at < funded.length; at++) bases[funded[at]] = grants[at];
};
