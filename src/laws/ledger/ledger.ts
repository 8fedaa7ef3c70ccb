import { takes } from "../../base/problems/takes.js";
import { type Carried, nothingCarried, type YearAccounts } from "../../funding/accounts.js";
import type { Booked } from "../../funding/rule.js";
import { outsiders, type Posting } from "../../funding/rule.js";

/** The balance of each account: pence by party. Money in the account `suppliers` has been spent. */
export type Accounts = Readonly<Record<string, number>>;

/** The party that receives what agencies spend. */
export const suppliers = "suppliers";

/** A payment from one account to another, in pence, and its reason. */
export type LedgerEntry = Pick<Posting, "from" | "to" | "pence" | "why">;

/**
 * Enters a payment: subtracts it from one account and adds it to the other.
 * @example
 * const entry = { from: "council", to: "treasury", pence: 200, why: "not spent" };
 * enter({ council: 500, treasury: 0 }, entry) // => { council: 300, treasury: 200 }
 */
export const enter = takes(
  "accounts, and a payment with from, to and pence",
  (accounts: Accounts, { from, to, pence }: LedgerEntry): Accounts => ({
    ...accounts,
    [from]: (accounts[from] ?? 0) - pence,
    [to]: (accounts[to] ?? 0) + pence,
  }),
);

/** A scheme that has started: the agency whose bills it lowers, the pence saved per year, and its first year. */
export interface StartedScheme {
  readonly saver: string;
  readonly saving: number;
  readonly year: number;
}

/** A ledger after some step of a programme, in whole pence. */
export interface Ledger {
  /** Pence that each party has. */
  readonly accounts: Accounts;
  /** All grants so far: the independent total that all accounts must add up to. */
  readonly granted: number;
  /** By agency: what it overspent or agreed to pay. It may be overdrawn by this much. */
  readonly agreed: Accounts;
  /** The open year so far. */
  readonly open: YearAccounts;
  /** The schemes that were started so far. */
  readonly schemes: readonly StartedScheme[];
  /** What goes into the next year. */
  readonly carried: Carried;
  /** The payments of the last year end. */
  readonly postings: readonly Booked[];
}

const emptyAccounts = (agencies: readonly string[]): Accounts =>
  Object.fromEntries(agencies.map((agency) => [agency, 0]));

/** A year before its first step. */
export const newYear = (year: number, agencies: readonly string[]): YearAccounts => ({
  year,
  agencies: agencies.map((agency) => ({ agency, planned: 0, outturn: 0, pays: 0, saves: 0 })),
});

/** A ledger before its first year. */
export const emptyLedger = (agencies: readonly string[]): Ledger => ({
  accounts: emptyAccounts([...agencies, ...outsiders, suppliers]),
  granted: 0,
  agreed: emptyAccounts(agencies),
  open: newYear(1, agencies),
  schemes: [],
  carried: nothingCarried(agencies),
  postings: [],
});

/** The names of the agencies, in the order of the open year. */
export const agenciesOf = ({ open }: Ledger): readonly string[] => open.agencies.map(({ agency }) => agency);

/** The budget of the agency at an index in the open year: the plan plus the change from the last year end. */
export const budgetOf = ({ open, carried }: Ledger, at: number): number =>
  Math.max(0, open.agencies[at].planned + carried.changes[at]);

/** What the agency at an index can still spend in the open year; below 0 it is overdrawn. */
export const balanceOf = (ledger: Ledger, at: number): number => {
  const { agency, planned } = ledger.open.agencies[at];
  return ledger.accounts[agency] + budgetOf(ledger, at) - planned;
};
