import { splitPence } from "../base/money.js";
import type { PayTerms } from "./regime.js";
import type { Family, Finance, Performance, Permit, Posting, Share, Stake } from "./rule.js";

/** A posting, and the family of the rule that made it. */
export interface Booked extends Posting {
  readonly family: Family;
}

/** Pence from one party to another as a posting; below 0 they go the other way, and nothing moves no one. */
export const posted = (
  family: Family,
  year: number,
  from: string,
  to: string,
  amount: number,
  why: string,
): readonly Booked[] => {
  const pence = Math.round(amount);
  if (pence === 0 || from === to) return [];
  return pence > 0
    ? [{ family, year, from, to, pence, why }]
    : [{ family, year, from: to, to: from, pence: -pence, why }];
};

/** What each has to spend and would spend this year, in pence. */
export interface Wanting {
  readonly agency: string;
  readonly has: number;
  readonly wants: number;
}

/**
 * Permit to postings: who may spend more than it has gets it from those with money over, each in proportion to what it has over. Each agency is one
 * purpose. `refused` are the pence that are spent and may not be, or that nobody has.
 */
export const virement = (
  permit: Permit,
  agencies: readonly Wanting[],
  year: number,
): { readonly postings: readonly Booked[]; readonly refused: readonly number[] } => {
  const wishes = agencies.map(({ agency, has, wants }) => ({
    agency,
    purpose: agency,
    person: "",
    entitled: Math.max(0, has),
    wished: Math.max(0, wants),
  }));
  const may = permit(wishes).map((pence, at) => Math.min(Math.round(pence), wishes[at].wished));
  const over = wishes.map(({ entitled }, at) => Math.max(0, entitled - may[at]));
  let left = over.reduce((sum, pence) => sum + pence, 0);
  // Whoever comes first in the list is served first, where a rule permits more than there is.
  const more = wishes.map(({ entitled }, at) => {
    const pence = Math.min(left, Math.max(0, may[at] - entitled));
    left -= pence;
    return pence;
  });
  const moved = more.reduce((sum, pence) => sum + pence, 0);
  const given = moved === 0 ? more : splitPence(moved, over);
  return {
    postings: paidUp(
      "permit",
      year,
      agencies,
      more.map((pence, at) => pence - given[at]),
      "money of its budget that may be spent elsewhere",
    ),
    refused: wishes.map(({ entitled, wished }, at) => wished - Math.min(may[at], entitled + more[at])),
  };
};

/** What an agency has in the scheme to date, of the cost that finance left it. Who was lent or given more than its cost has gained the rest. */
export const stakeOf = (agency: string, cost: number, saved: number): Stake => ({
  agency,
  pays: Math.max(0, cost),
  saves: saved + Math.max(0, -cost),
});

/**
 * Share to postings: what moves so that each has had, by now, what the rule gives it of the scheme to date. `moved` are the pence it has had so far.
 * A scheme that has cost more than it saved shares nothing, unless the rule shares losses. What a rule gives to nobody goes to the treasury.
 */
export const sharing = (
  share: Share,
  stakes: readonly Stake[],
  moved: readonly number[],
  year: number,
): { readonly postings: readonly Booked[]; readonly moved: readonly number[] } => {
  let net = 0;
  for (const { pays, saves } of stakes) net += saves - pays;
  const isShared = net >= 0 || share.sharesLosses === true;
  const due = isShared
    ? share(stakes).map((pence, at) => Math.round(pence) - (stakes[at].saves - stakes[at].pays))
    : stakes.map(() => 0);
  const postings = paidUp(
    "share",
    year,
    stakes,
    due.map((pence, at) => pence - moved[at]),
    "its part of what the scheme saves and costs to date",
  );
  return { postings, moved: due };
};

/** A scheme to date, of one agency that does it or its part of it. */
export interface Scheme {
  readonly agency: string;
  readonly costs: readonly number[];
  readonly saves: readonly number[];
}

/** Finance to postings: what the rule moves this year for the scheme to date. */
export const financing = (
  rule: Finance,
  schemes: readonly Scheme[],
  outcomes: readonly number[],
  year: number,
): readonly Booked[] => {
  const cost = ({ costs }: Scheme): number => costs.reduce((sum, pence) => sum + pence, 0);
  const all = schemes.reduce((sum, scheme) => sum + cost(scheme), 0);
  return schemes.flatMap((scheme) => {
    const part = schemes.length === 1 ? 1 : cost(scheme) / all;
    return rule({
      doer: scheme.agency,
      costs: scheme.costs,
      saves: scheme.saves,
      outcomes: outcomes.map((count) => count * part),
    }).flatMap(({ from, to, pence, why, year: when }) =>
      when === year ? posted("finance", year, from, to, pence, why) : [],
    );
  });
};

/** Pay to postings: what is paid for what was counted; the pool pays no more than is in it. */
export const paying = (
  { rule, from, to, counts }: PayTerms,
  performance: Performance,
  pool: number,
): readonly Booked[] => {
  const due = rule(performance);
  const paid = from === "pool" ? Math.min(due, pool) : to === "pool" ? Math.max(due, -pool) : due;
  return posted("pay", performance.year, from, to, paid, `payment for ${counts}`);
};

/** Postings by which some parties come to have more and others less, from the first of those to the first of these; what does not add up is the treasury's. */
export const paidUp = (
  family: Family,
  year: number,
  parties: readonly { readonly agency: string }[],
  changes: readonly number[],
  why: string,
): readonly Booked[] => {
  const left = [...changes];
  const postings: Booked[] = [];
  let to = 0;
  for (const [from, { agency }] of parties.entries())
    while (left[from] < 0) {
      while (to < left.length && left[to] <= 0) to++;
      const pence = to < left.length ? Math.min(-left[from], left[to]) : -left[from];
      postings.push({ family, year, from: agency, to: to < left.length ? parties[to].agency : "treasury", pence, why });
      left[from] += pence;
      if (to < left.length) left[to] -= pence;
    }
  for (const [at, { agency }] of parties.entries())
    if (left[at] > 0) postings.push({ family, year, from: "treasury", to: agency, pence: left[at], why });
  return postings;
};
