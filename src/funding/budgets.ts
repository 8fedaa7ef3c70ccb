import { penceOf, shareOf, splitPence } from "../base/money.js";
import { sum } from "../base/statistics.js";
import type { AccountColumns } from "./accounts.js";
import { type Balances, isAsBefore } from "./balances.js";
import { closedYear, penceEach } from "./outcome-checks.js";
import type { AllocateTerms } from "./regime.js";
import type { Permit, Recipient, Wish, YearEnd } from "./rule.js";

/** Opens a year: its budgets, as the last year left them, and what the scheme has cost and saved to date. */
export const openYear = ({ draws, planned, pays, saves }: AccountColumns, balances: Balances): void => {
  for (let i = 0; i < planned.length; i++) {
    const [plan, ownPays, ownSaves] = [planned[i], pays[i], saves[i]];
    const [budget, change, received] = [balances.budgets[i], balances.changes[i], balances.received.allocate[i]];
    const [paid, saved] = [balances.paid[i], balances.saved[i]];
    for (let draw = 0; draw < draws; draw++) {
      budget[draw] = Math.max(0, plan[draw] + change[draw]);
      received[draw] = Math.round(budget[draw] - plan[draw]);
      paid[draw] += ownPays[draw];
      saved[draw] += ownSaves[draw];
    }
  }
  for (const each of balances.postings) if (each.length > 0) each.length = 0;
};

/**
 * Applies the permit rule. An agency that may spend more than it has gets the rest from agencies with money left. Each
 * of these pays in proportion to what it has left. Each agency is one purpose.
 */
export const applyPermit = (permit: Permit, accounts: AccountColumns, balances: Balances): void => {
  const { budgets, reserves, refused, received } = balances;
  const read = [...budgets, ...reserves, ...accounts.outturn];
  const written = [...received.permit, ...refused];
  for (let draw = 0; draw < accounts.draws; draw++)
    if (isAsBefore(read, draw)) for (const column of written) column[draw] = column[draw - 1];
    else permitDraw(permit, accounts, draw, balances);
};

const permitDraw = (
  permit: Permit,
  { year, agencies, funded, outturn }: AccountColumns,
  draw: number,
  { budgets, reserves, refused, received: { permit: received } }: Balances,
): void => {
  const wishes: Wish[] = [];
  for (let at = 0; at < funded.length; at++) {
    const i = funded[at];
    const entitled = Math.max(0, budgets[i][draw] + reserves[i][draw]);
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
    received[funded[at]][draw] = extra;
    refused[funded[at]][draw] = wished - Math.min(permitted, entitled + extra);
  }
  if (left === available) return;
  const given = splitPence(available - left, over);
  for (let at = 0; at < given.length; at++) received[funded[at]][draw] -= given[at];
};

/**
 * Adds the part of what permits moved that paid for the scheme to what was `moved`: at most what each still bears of
 * it, which is what it has `paid` less what was moved to it. A share rule counts it as received, or a pool that shares
 * its gains too would pay one cost twice.
 */
export const moveTowardsScheme = ({ paid, moved, received: { permit: received } }: Balances, draw: number): void => {
  let all = 0;
  const givers: number[] = [];
  for (let i = 0; i < received.length; i++) {
    const pence = received[i][draw];
    const bears = Math.max(0, paid[i][draw] - moved[i][draw]);
    const towards = Math.max(0, Math.min(pence, bears));
    givers.push(Math.max(0, -pence));
    moved[i][draw] += towards;
    all += towards;
  }
  if (all === 0) return;
  const from = splitPence(all, givers);
  for (let i = 0; i < from.length; i++) moved[i][draw] -= from[i];
};

/** Applies the year-end rule to each agency with a budget. What it does not carry over goes back to the centre. */
export const applyYearEnd = (
  yearEnd: YearEnd | undefined,
  { year, draws, agencies, funded, outturn }: AccountColumns,
  { budgets, reserves, bases, received: { permit, finance, share, pay, yearEnd: received } }: Balances,
): void => {
  for (let i = 0; i < agencies.length; i++) {
    const rule = funded.includes(i) ? yearEnd : undefined;
    let [lastBase, lastReserve, lastSpent] = [Number.NaN, Number.NaN, Number.NaN];
    let ends = { base: 0, reserve: 0 };
    for (let draw = 0; draw < draws; draw++) {
      const base = budgets[i][draw];
      const reserve = reserves[i][draw];
      const spent = outturn[i][draw] - (permit[i][draw] + finance[i][draw] + share[i][draw] + pay[i][draw]);
      const left = base + reserve - spent;
      // A rule is a function: what it was asked of the draw before, it is not asked again.
      if (rule && (base !== lastBase || reserve !== lastReserve || spent !== lastSpent)) {
        ends = closedYear(year, agencies[i], rule({ base, reserve, spent }));
        lastBase = base;
        lastReserve = reserve;
        lastSpent = spent;
      }
      bases[i][draw] = rule ? ends.base : base;
      reserves[i][draw] = rule ? ends.reserve : left;
      // Money that a rule does not carry over goes back, so that no money is lost.
      received[i][draw] = 0 - Math.round(left - reserves[i][draw]);
    }
  }
};

/** Applies the allocate rule to a draw: it divides the sum of the funded agencies' next bases, less the cut, anew. */
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
      base: budgets[i][draw],
      spent: outturn[i][draw],
      own: pays[i][draw],
      people: people[agency] ?? 1,
      need: need[agency] ?? 1,
      resources: penceOf(resources[agency] ?? 0),
    };
  });
  const pot = shareOf(1 - cut, sum(funded.map((i) => bases[i][draw])));
  const grants = penceEach("allocate", year, recipients, rule({ pot, recipients }));
  for (let at = 0; at < funded.length; at++) bases[funded[at]][draw] = grants[at];
};
