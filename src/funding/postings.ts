import type { Posting, RuleFamily } from "./rule.js";

/** A posting, and the family of the rule that made it. */
export interface Booked extends Posting {
  readonly family: RuleFamily;
}

/** Pence from one party to another as a posting; below 0 they go the other way, and nothing moves no one. */
export const posted = (
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

/** Postings by which some agencies come to have more and others less, from the first of these to the first of those; what does not add up is the treasury's. */
export const paidUp = (
  family: RuleFamily,
  year: number,
  agencies: readonly string[],
  changes: readonly number[],
  why: string,
): readonly Booked[] => {
  const parties = [...agencies, "treasury"];
  const left = [...changes, changes.reduce((rest, pence) => rest - pence, 0)];
  const postings: Booked[] = [];
  let to = 0;
  for (let from = 0; from < left.length; from++)
    while (left[from] < 0) {
      while (left[to] <= 0) to++;
      const pence = Math.min(-left[from], left[to]);
      postings.push({ family, year, from: parties[from], to: parties[to], pence, why });
      left[from] += pence;
      left[to] -= pence;
    }
  return postings;
};

/** What a family of rules moves in a year: its postings, and the pence each agency has by them, in the order of the accounts. */
export interface Moved {
  readonly postings: readonly Booked[];
  readonly had: readonly number[];
}

/** What some postings move. */
export const movedBy = (postings: readonly Booked[], agencies: readonly string[]): Moved => {
  const had = agencies.map(() => 0);
  for (const { from, to, pence } of postings) {
    const payer = agencies.indexOf(from);
    const payee = agencies.indexOf(to);
    if (payer >= 0) had[payer] -= pence;
    if (payee >= 0) had[payee] += pence;
  }
  return { postings, had };
};

/** What is in the pool after some postings. */
export const poolAfter = (before: number, postings: readonly Booked[]): number => {
  let pool = before;
  for (const { from, to, pence } of postings) {
    if (from === "pool") pool -= pence;
    if (to === "pool") pool += pence;
  }
  return pool;
};
