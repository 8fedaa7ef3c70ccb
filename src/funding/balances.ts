import { recordOf } from "../base/records.js";
import type { Carried } from "./accounts.js";
import { type Booked, type Performance, type RuleFamily, ruleFamilies } from "./rule.js";

/** Whole pence per agency, in the order of the accounts. */
export type Pence = Float64Array;

/**
 * What agencies hold in one draw, year after year. Each year writes it anew, so that the years of a draw leave nothing
 * behind that has to be collected.
 */
export interface Balances extends Readonly<Record<CarriedList, Pence>> {
  /** Pence in the pool. */
  pool: number;
  /** What a payer has seen of the years so far; empty without a pay rule. */
  readonly seen: Performance[];
  /** What each has to spend this year, without what it carries over. */
  readonly budgets: Pence;
  /** What each spends this year without permission or without money. */
  readonly refused: Pence;
  /** The next bases. */
  readonly bases: Pence;
  /** What each receives this year by the rules of a family, less what it pays. For `allocate`: its budget less plan. */
  readonly received: Readonly<Record<RuleFamily, Pence>>;
  /** The payments of this year by finance and pay rules; those of the other families follow from `received`. */
  readonly postings: Booked[];
}

const carriedLists = ["changes", "reserves", "paid", "saved", "financed", "moved"] as const;

/** A list that goes from one year into the next, as `Carried` describes it. */
type CarriedList = (typeof carriedLists)[number];

/** The balances of some agencies before their first year. */
export const newBalances = (agencies: number): Balances => {
  const none = (): Pence => new Float64Array(agencies);
  return {
    ...recordOf(carriedLists, none),
    pool: 0,
    seen: [],
    budgets: none(),
    refused: none(),
    bases: none(),
    received: recordOf(ruleFamilies, none),
    postings: [],
  };
};

/** Sets balances to those before a first year. What a family receives is written in each year that has such a rule. */
export const clearBalances = (balances: Balances): void => {
  for (let at = 0; at < carriedLists.length; at++) balances[carriedLists[at]].fill(0);
  balances.pool = 0;
  balances.seen.length = 0;
};

/** The balances after the years that carry over this. */
export const balancesAfter = (carried: Carried): Balances => {
  const balances = newBalances(carried.reserves.length);
  for (const list of carriedLists) balances[list].set(carried[list]);
  balances.pool = carried.pool;
  return balances;
};

/** What balances carry over into the next year, as lists of their own. */
export const carriedBy = (balances: Balances): Omit<Carried, "years"> => ({
  ...recordOf(carriedLists, (list) => [...balances[list]]),
  pool: balances.pool,
});
