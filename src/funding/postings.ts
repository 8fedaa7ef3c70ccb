import type { Posting, RuleFamily } from "./rule.js";

/** A posting, with the family of the rule that caused it. */
export interface Booked extends Posting {
  readonly family: RuleFamily;
}

/** A payment of a finance rule, as a list of one posting; an empty list if there is no money to pay, or to oneself. */
export const payment = (year: number, from: string, to: string, pence: number, why: string): readonly Posting[] =>
  pence > 0 && from !== to ? [{ from, to, pence, why, year }] : [];

/** A posting of pence, as a list of one. A negative amount swaps the parties; zero gives an empty list. */
export const postingOf = (
  family: RuleFamily,
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

/**
 * Postings that give each agency its change, in pence, in the order of the agencies. The first agency to pay pays the
 * first to receive. If the changes do not sum to 0, the treasury pays or receives the difference.
 */
export const postingsOf = (
  family: RuleFamily,
  year: number,
  agencies: readonly string[],
  changes: readonly number[],
  why: string,
): readonly Booked[] => {
  const postings: Booked[] = [];
  const left: number[] = [];
  let rest = 0;
  for (let at = 0; at < agencies.length; at++) {
    left.push(changes[at]);
    rest -= changes[at];
  }
  left.push(rest);
  const partyAt = (at: number): string => (at < agencies.length ? agencies[at] : "treasury");
  let to = 0;
  for (let from = 0; from < left.length; from++)
    while (left[from] < 0) {
      while (left[to] <= 0) to++;
      const pence = Math.min(-left[from], left[to]);
      postings.push({ family, year, from: partyAt(from), to: partyAt(to), pence, why });
      left[from] += pence;
      left[to] -= pence;
    }
  return postings;
};

/** No pence for each of some agencies. */
export const zeros = (agencies: readonly unknown[]): number[] => {
  const none: number[] = [];
  for (let at = 0; at < agencies.length; at++) none.push(0);
  return none;
};

/** What a family of rules pays in a year. */
export interface Transfers {
  readonly postings: readonly Booked[];
  /** Pence that each agency receives, less what it pays, in the order of the accounts. */
  readonly received: readonly number[];
}

/** Some postings, with what each agency receives by them. */
export const transfersBy = (postings: readonly Booked[], agencies: readonly string[]): Transfers => {
  const received = zeros(agencies);
  for (const { from, to, pence } of postings) {
    const payer = agencies.indexOf(from);
    const payee = agencies.indexOf(to);
    if (payer >= 0) received[payer] -= pence;
    if (payee >= 0) received[payee] += pence;
  }
  return { postings, received };
};

/** Pence in the pool after some postings. */
export const poolAfter = (before: number, postings: readonly Booked[]): number => {
  let pool = before;
  for (const { from, to, pence } of postings) {
    if (from === "pool") pool -= pence;
    if (to === "pool") pool += pence;
  }
  return pool;
};
