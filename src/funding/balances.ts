import { type Column, emptyColumns } from "../base/columns/kernels.js";
import { recordOf } from "../base/records.js";
import type { Carried } from "./accounts.js";
import { type Booked, type Performance, type RuleFamily, ruleFamilies } from "./rule.js";

/** Whole pence: for each agency, in the order of the accounts, a number per draw. */
export type Pence = readonly Column[];

/**
 * What agencies hold in some draws, year after year. Each year writes it anew, so that the years of a block of draws
 * leave nothing behind that has to be collected.
 */
export interface Balances extends Readonly<Record<CarriedList, Pence>> {
  /** Pence in the pool, per draw. */
  readonly pool: Column;
  /** By draw, what a payer has seen of the years so far; empty without a pay rule. */
  readonly seen: readonly Performance[][];
  /** What each has to spend this year, without what it carries over. */
  readonly budgets: Pence;
  /** What each spends this year without permission or without money. */
  readonly refused: Pence;
  /** The next bases. */
  readonly bases: Pence;
  /** What each receives this year by the rules of a family, less what it pays. For `allocate`: its budget less plan. */
  readonly received: Readonly<Record<RuleFamily, Pence>>;
  /** By draw, the payments of this year by finance and pay rules; `received` gives the payments of other families. */
  readonly postings: readonly Booked[][];
}

/** The lists of `Carried`. */
export const carriedLists = ["changes", "reserves", "paid", "saved", "financed", "moved"] as const;

/** A list that goes from one year into the next, as `Carried` describes it. */
type CarriedList = (typeof carriedLists)[number];

/** The balances of some agencies before their first year, in a number of draws. */
export const newBalances = (agencies: number, draws: number): Balances => {
  const none = (): Pence => emptyColumns(agencies, draws);
  const byDraw = <Item>(): readonly Item[][] => Array.from({ length: draws }, () => []);
  return {
    ...recordOf(carriedLists, none),
    pool: new Float64Array(draws),
    seen: byDraw(),
    budgets: none(),
    refused: none(),
    bases: none(),
    received: recordOf(ruleFamilies, none),
    postings: byDraw(),
  };
};

/** Sets balances to those before a first year. What a family receives is written in each year that has such a rule. */
export const clearBalances = (balances: Balances): void => {
  for (const list of carriedLists) for (const column of balances[list]) column.fill(0);
  balances.pool.fill(0);
  for (const each of balances.seen) each.length = 0;
};

/** The balances of one draw after the years that carry over this. */
export const balancesAfter = (carried: Carried): Balances => {
  const balances = newBalances(carried.reserves.length, 1);
  for (const list of carriedLists) for (const [at, pence] of carried[list].entries()) balances[list][at][0] = pence;
  balances.pool[0] = carried.pool;
  return balances;
};

/** What the balances of one draw carry over into the next year, as lists of their own. */
export const carriedBy = (balances: Balances): Omit<Carried, "years"> => ({
  ...recordOf(carriedLists, (list) => ofDraw(balances[list], 0)),
  pool: balances.pool[0],
});

/** The pence of each agency in a draw. */
export const ofDraw = (pence: Pence, draw: number): readonly number[] => pence.map((column) => column[draw]);

/**
 * Asks a rule about each draw. `ask` writes what it decides into the columns `written`, from the pence that it reads.
 * A rule is a function, so of the same pence as the draw before it decides the same: what is certain is decided once.
 */
export const askEach = (draws: number, read: Pence, written: Pence, ask: (draw: number) => void): void => {
  const varying = read.filter((column) => !isSame(column));
  for (let draw = 0; draw < draws; draw++)
    if (draw > 0 && isAsBefore(varying, draw)) for (const column of written) column[draw] = column[draw - 1];
    else ask(draw);
};

/** True if pence are the same in each draw. */
const isSame = (pence: Column): boolean => {
  for (let draw = 1; draw < pence.length; draw++) if (pence[draw] !== pence[0]) return false;
  return true;
};

const isAsBefore = (columns: Pence, draw: number): boolean => {
  for (let i = 0; i < columns.length; i++) if (columns[i][draw] !== columns[i][draw - 1]) return false;
  return true;
};

/** Adds pence to a column, which may have more draws. */
export const addInto = (column: Column, pence: Column): void => {
  for (let draw = 0; draw < pence.length; draw++) column[draw] += pence[draw];
};

/** True if pence are 0 in each draw. */
export const isZero = (pence: Column): boolean => {
  for (let draw = 0; draw < pence.length; draw++) if (pence[draw] !== 0) return false;
  return true;
};
