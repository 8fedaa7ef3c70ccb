import { sum } from "../base/mathematics/statistics.js";
import type { AccountColumns } from "./accounts.js";
import { type Balances, ofDraw } from "./balances.js";
import type { Booked, Posting, RuleFamily } from "./rule.js";

/** A payment of a finance rule, as a list of one posting; an empty list if there is no money to pay, or to oneself. */
export const payment = (year: number, from: string, to: string, pence: number, why: string): readonly Posting[] =>
  pence > 0 && from !== to ? [{ from, to, pence, why, year }] : [];

/** A posting of pence that are not 0. A negative amount swaps the parties. */
const postingOf = (posting: Booked): Booked => {
  const { from, to, pence } = posting;
  return pence > 0 ? posting : { ...posting, from: to, to: from, pence: -pence };
};

/** Books a payment of a finance or pay rule in a draw. The treasury and the investor have no balance. */
export const book = (payment: Booked, agencies: readonly string[], balances: Balances, draw: number): void => {
  const { family, from, to, pence } = payment;
  const received = balances.received[family];
  if (pence === 0 || from === to) return;
  balances.postings[draw].push(postingOf(payment));
  const payer = agencies.indexOf(from);
  const payee = agencies.indexOf(to);
  if (payer >= 0) received[payer][draw] -= pence;
  if (payee >= 0) received[payee][draw] += pence;
  if (from === "pool") balances.pool[draw] -= pence;
  if (to === "pool") balances.pool[draw] += pence;
};

/** Every payment of a year in a draw, in the order of the families that pay. */
export const bookedIn = (
  { year, agencies }: AccountColumns,
  draw: number,
  { received, postings }: Balances,
): readonly Booked[] => {
  const paidBy = (family: RuleFamily): readonly Booked[] =>
    postings[draw].filter((posting) => posting.family === family);
  const fromCentre = (family: RuleFamily, why: (pence: number) => string): readonly Booked[] =>
    agencies.flatMap((agency, at) => {
      const pence = received[family][at][draw];
      return pence === 0 ? [] : [postingOf({ family, year, from: "treasury", to: agency, pence, why: why(pence) })];
    });
  const among = (family: RuleFamily, why: string): readonly Booked[] =>
    postingsOf({ family, year, why }, agencies, ofDraw(received[family], draw));
  return [
    ...fromCentre("allocate", () => "a budget that is not as planned"),
    ...among("permit", "money of its budget that may be spent elsewhere"),
    ...paidBy("finance"),
    ...among("share", "its part of what the scheme saves and costs to date"),
    ...paidBy("pay"),
    ...fromCentre("yearEnd", (pence) => (pence < 0 ? "money that was not spent" : "an overspend that the centre pays")),
  ];
};

/**
 * Postings that give each agency its change, in pence, in the order of the agencies. The first agency to pay pays the
 * first to receive. If the changes do not sum to 0, the treasury pays or receives the difference.
 */
const postingsOf = (
  posting: Pick<Booked, "family" | "year" | "why">,
  agencies: readonly string[],
  changes: readonly number[],
): readonly Booked[] => {
  const left = [...changes, 0 - sum(changes)];
  const postings: Booked[] = [];
  const partyAt = (at: number): string => agencies[at] ?? "treasury";
  let to = 0;
  for (let from = 0; from < left.length; from++)
    while (left[from] < 0) {
      while (left[to] <= 0) to++;
      const pence = Math.min(-left[from], left[to]);
      postings.push({ ...posting, from: partyAt(from), to: partyAt(to), pence });
      left[from] += pence;
      left[to] -= pence;
    }
  return postings;
};
