import { type Carried, nothingCarried, type YearAccounts } from "../../funding/accounts.js";
import type { Booked } from "../../funding/postings.js";
import { outsiders, type Posting } from "../../funding/rule.js";

/** What is in each account: pence by party. `suppliers` are those from whom agencies buy: what is there is spent. */
export type Accounts = Readonly<Record<string, number>>;

/** Where spent money goes. */
export const suppliers = "suppliers";

/** Money that goes from one account to another, and why. */
export type LedgerEntry = Pick<Posting, "from" | "to" | "pence" | "why">;

/**
 * Enters a posting: what one party has less, another has more.
 * @example enter({ council: 500, treasury: 0 }, { from: "council", to: "treasury", pence: 200, why: "not spent" }) // => { council: 300, treasury: 200 }
 */
export const enter = (accounts: Accounts, { from, to, pence }: LedgerEntry): Accounts => ({
  ...accounts,
  [from]: (accounts[from] ?? 0) - pence,
  [to]: (accounts[to] ?? 0) + pence,
});

/** A scheme that was begun: whose bills it lowers, by how much a year, and since when. */
export interface Begun {
  readonly saver: string;
  readonly saving: number;
  readonly year: number;
}

/** A ledger in the middle of its years: whole pence. */
export interface Ledger {
  readonly accounts: Accounts;
  /** What was put into the accounts from outside: the ghost beside the books, which they must sum to. */
  readonly granted: number;
  /** By agency, what it spent beyond its means or agreed to pay: by so much it may be overdrawn. */
  readonly agreed: Accounts;
  /** The year that is open, as far as it has come. */
  readonly open: YearAccounts;
  readonly schemes: readonly Begun[];
  readonly carried: Carried;
  /** What the last year's end moved. */
  readonly moved: readonly Booked[];
}

const nobodys = (agencies: readonly string[]): Accounts => Object.fromEntries(agencies.map((agency) => [agency, 0]));

/** A year in which nothing has happened yet. */
export const newYear = (year: number, agencies: readonly string[]): YearAccounts => ({
  year,
  agencies: agencies.map((agency) => ({ agency, planned: 0, outturn: 0, pays: 0, saves: 0 })),
});

/** A ledger before its first year. */
export const emptyLedger = (agencies: readonly string[]): Ledger => ({
  accounts: nobodys([...agencies, ...outsiders, suppliers]),
  granted: 0,
  agreed: nobodys(agencies),
  open: newYear(1, agencies),
  schemes: [],
  carried: nothingCarried(agencies),
  moved: [],
});

/** The names of a ledger's agencies, in their order. */
export const agenciesOf = ({ open }: Ledger): readonly string[] => open.agencies.map(({ agency }) => agency);

/** The budget of an agency (by its place) in the open year: as planned, changed by what the last year left. */
export const budgetOf = ({ open, carried }: Ledger, at: number): number =>
  Math.max(0, open.agencies[at].planned + carried.changes[at]);

/** What an agency (by its place) has left in the open year; below 0 it is overdrawn. */
export const leftOf = (ledger: Ledger, at: number): number => {
  const { agency, planned } = ledger.open.agencies[at];
  return ledger.accounts[agency] + budgetOf(ledger, at) - planned;
};
