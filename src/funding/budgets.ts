import { addScaled, type Column } from "../base/columns/kernels.js";
import { sum } from "../base/mathematics/statistics.js";
import { penceOf, shareOf, splitPence } from "../base/money.js";
import type { AccountColumns } from "./accounts.js";
import { addInto, askEach, type Balances, isZero } from "./balances.js";
import { closedYear, penceEach } from "./outcome-checks.js";
import type { AllocateTerms } from "./regime.js";
import type { AgencyYear, Permit, Recipient, Wish, YearEnd } from "./rule.js";

/** Opens a year: its budgets, as the last year left them, and what the scheme has cost and saved to date. */
export const openYear = ({ planned, pays, saves }: AccountColumns, balances: Balances): void => {
  const { budgets, changes, paid, saved, received, postings } = balances;
  for (let i = 0; i < planned.length; i++) {
    openBudget(budgets[i], received.allocate[i], planned[i], changes[i]);
    addInto(paid[i], pays[i]);
    addInto(saved[i], saves[i]);
  }
  for (const each of postings) if (each.length > 0) each.length = 0;
};

const openBudget = (budget: Column, above: Column, plan: Column, change: Column): void => {
  for (let draw = 0; draw < plan.length; draw++) {
    budget[draw] = Math.max(0, plan[draw] + change[draw]);
    above[draw] = Math.round(budget[draw] - plan[draw]);
  }
};

/**
 * Applies the permit rule. An agency that may spend more than it has gets the rest from agencies with money left. Each
 * of these pays in proportion to what it has left. Each agency is one purpose.
 */
export const applyPermit = (permit: Permit, accounts: AccountColumns, balances: Balances): void => {
  const { budgets, reserves, refused, received } = balances;
  const read = [...budgets, ...reserves, ...accounts.outturn];
  askEach(accounts.draws, read, [...received.permit, ...refused], (draw) =>
    permitDraw(permit, accounts, draw, balances),
  );
  moveTowardsScheme(balances, accounts.draws);
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
  let wanted = 0;
  for (let at = 0; at < wishes.length; at++) {
    const { entitled, wished } = wishes[at];
    const permitted = Math.min(answers[at], wished);
    const more = Math.max(0, permitted - entitled);
    received[funded[at]][draw] = more;
    refused[funded[at]][draw] = wished - permitted;
    over.push(Math.max(0, entitled - permitted));
    available += over[at];
    wanted += more;
  }
  // If a rule permits more than there is, the first in the list is served first.
  for (let at = 0, left = available; wanted > available && at < over.length; at++) {
    const more = received[funded[at]][draw];
    const extra = Math.min(left, more);
    left -= extra;
    received[funded[at]][draw] = extra;
    refused[funded[at]][draw] += more - extra;
  }
  const moving = Math.min(wanted, available);
  if (moving === 0) return;
  const given = splitPence(moving, over);
  for (let at = 0; at < given.length; at++) received[funded[at]][draw] -= given[at];
};

/**
 * Adds the part of what permits moved that paid for the scheme to what was `moved`: at most what each still bears of
 * it, which is what it has `paid` less what was moved to it. A share rule counts it as received, or a pool that shares
 * its gains too would pay one cost twice.
 */
const moveTowardsScheme = ({ paid, moved, received: { permit: received } }: Balances, draws: number): void => {
  const payers = [...paid.keys()].filter((i) => !isZero(paid[i]));
  if (payers.length === 0) return;
  const towards = (i: number, draw: number): number =>
    Math.max(0, Math.min(received[i][draw], paid[i][draw] - moved[i][draw]));
  for (let draw = 0; draw < draws; draw++) {
    let all = 0;
    for (let at = 0; at < payers.length; at++) all += towards(payers[at], draw);
    if (all === 0) continue;
    const given: number[] = [];
    for (let i = 0; i < received.length; i++) given.push(Math.max(0, -received[i][draw]));
    const from = splitPence(all, given);
    for (let i = 0; i < from.length; i++) moved[i][draw] += towards(i, draw) - from[i];
  }
};

/** The families whose payments an agency has to spend in the year. */
const spendable = ["permit", "finance", "share", "pay"] as const;

/**
 * Applies the year-end rule to each agency with a budget. What it does not carry over goes back to the centre.
 */
export const applyYearEnd = (
  yearEnd: YearEnd | undefined,
  { year, draws, agencies, funded, outturn }: AccountColumns,
  { budgets, reserves, bases, received }: Balances,
): void => {
  const spent = new Float64Array(draws);
  for (let i = 0; i < agencies.length; i++) {
    spent.set(outturn[i]);
    for (const family of spendable) addScaled(spent, -1, received[family][i]);
    const closed = { base: budgets[i], reserve: reserves[i], spent, next: bases[i], back: received.yearEnd[i] };
    if (yearEnd && funded.includes(i)) closeByRule((asked) => closedYear(year, agencies[i], yearEnd(asked)), closed);
    else carryOver(closed);
  }
};

/** Columns of an agency's year that is closed: what a year-end rule reads, the next base and what goes `back`. */
type ClosedColumns = Readonly<Record<keyof AgencyYear | "next" | "back", Column>>;

const closeByRule = (rule: YearEnd, { base, reserve, spent, next, back }: ClosedColumns): void => {
  let asked: AgencyYear | undefined;
  let ends = { base: 0, reserve: 0 };
  for (let draw = 0; draw < spent.length; draw++) {
    const year = { base: base[draw], reserve: reserve[draw], spent: spent[draw] };
    // A rule is a function: what it was asked of the draw before, it is not asked again.
    if (asked?.base !== year.base || asked.reserve !== year.reserve || asked.spent !== year.spent) ends = rule(year);
    asked = year;
    next[draw] = ends.base;
    reserve[draw] = ends.reserve;
    // Money that a rule does not carry over goes back, so that no money is lost.
    back[draw] = 0 - Math.round(year.base + year.reserve - year.spent - ends.reserve);
  }
};

/** Without a rule, an agency carries over what it has left. */
const carryOver = ({ base, reserve, spent, next }: ClosedColumns): void => {
  for (let draw = 0; draw < spent.length; draw++) reserve[draw] = base[draw] + reserve[draw] - spent[draw];
  next.set(base.subarray(0, spent.length));
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
