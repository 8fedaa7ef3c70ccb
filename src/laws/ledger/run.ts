import type { YearAccounts } from "../../funding/accounts.js";
import { apply } from "../../funding/apply.js";
import type { Booked } from "../../funding/postings.js";
import type { Regime } from "../../funding/regime.js";
import type { Rule } from "../../funding/rule.js";
import {
  type Accounts,
  agenciesOf,
  emptyLedger,
  enter,
  type Ledger,
  type LedgerEntry,
  leftOf,
  newYear,
  suppliers,
} from "./ledger.js";
import { type Settled, settled } from "./settle.js";
import type { Programme, Step } from "./steps.js";

/** How a programme goes under a regime: the ledger at the start and after every step, and what becomes of the money that is left. */
export interface History {
  readonly ledgers: readonly Ledger[];
  readonly settled: () => Settled;
}

/** Whose accounts are kept, and how. */
export interface Bookkeeping {
  /** Default: council, hospital and care. */
  readonly agencies?: readonly string[];
  /** How money is entered into the accounts. Default: one party has as much less as another has more. */
  readonly enters?: (accounts: Accounts, entry: LedgerEntry) => Accounts;
}

/** The agencies where none are named. */
export const threeAgencies: readonly string[] = ["council", "hospital", "care"];

/**
 * A regime as a rule that the laws of ledgers can be tried on: told what happens, it answers with its books after every step.
 * @param regime the funding rules in force
 * @example
 * const { ledgers } = yearsUnder(regimes.treasuryPaysAndClawsBack)([{ does: "grant", to: "council", pence: 500_00 }, { does: "end year" }]);
 * ledgers.map(({ accounts }) => accounts.council) // => [0, 50000, 0]
 */
export const yearsUnder =
  (regime: Regime, { agencies = threeAgencies, enters = enter }: Bookkeeping = {}): Rule<Programme, History> =>
  (programme) => {
    const ledgers = [emptyLedger(agencies)];
    for (const step of programme) ledgers.push(taken(regime, enters, ledgers[ledgers.length - 1], step));
    return { ledgers, settled: () => settled(regime, ledgers[ledgers.length - 1]) };
  };

type Enters = NonNullable<Bookkeeping["enters"]>;

const taken = (regime: Regime, enters: Enters, ledger: Ledger, step: Step): Ledger => {
  if (step.does === "grant") return granted(enters, ledger, step.to, step.pence);
  if (step.does === "spend") return spent(enters, ledger, step.by, step.pence, 0);
  if (step.does === "report") return { ...ledger, open: counting(ledger.open, step.count) };
  if (step.does === "end year") return ended(regime, enters, ledger);
  const { by, pence, for: saver, saving } = step;
  const begun = { saver, saving, year: ledger.open.year };
  return { ...spent(enters, ledger, by, pence, pence), schemes: [...ledger.schemes, begun] };
};

/** A year in which so many are counted, of whatever a rule counts. */
const counting = (year: YearAccounts, count: number): YearAccounts => ({
  ...year,
  outcomes: count,
  quantity: count,
  started: count,
});

/** A year with more in an agency's account of it. */
const withMore = (
  open: YearAccounts,
  at: number,
  more: Partial<Record<"planned" | "outturn" | "pays" | "saves", number>>,
): YearAccounts => ({
  ...open,
  agencies: open.agencies.map((account, place) =>
    place === at
      ? {
          ...account,
          planned: account.planned + (more.planned ?? 0),
          outturn: account.outturn + (more.outturn ?? 0),
          pays: account.pays + (more.pays ?? 0),
          saves: account.saves + (more.saves ?? 0),
        }
      : account,
  ),
});

const granted = (enters: Enters, ledger: Ledger, agency: string, pence: number): Ledger => {
  const from = enters(ledger.accounts, { from: "treasury", to: agency, pence, why: "a budget" });
  return {
    ...ledger,
    // What the treasury gives it has had of everybody: that is where money comes in.
    accounts: { ...from, treasury: from.treasury + pence },
    granted: ledger.granted + pence,
    open: withMore(ledger.open, agenciesOf(ledger).indexOf(agency), { planned: pence }),
  };
};

const spent = (enters: Enters, ledger: Ledger, agency: string, pence: number, pays: number): Ledger => {
  const at = agenciesOf(ledger).indexOf(agency);
  const beyond = Math.max(0, pence - Math.max(0, leftOf(ledger, at)));
  return {
    ...ledger,
    accounts: enters(ledger.accounts, { from: agency, to: suppliers, pence, why: "what it buys" }),
    agreed: { ...ledger.agreed, [agency]: ledger.agreed[agency] + beyond },
    open: withMore(ledger.open, at, { outturn: pence, pays }),
  };
};

/** Bills that are lower because of what was done in earlier years, as far as there are bills. */
const saved = (enters: Enters, ledger: Ledger): Ledger => {
  let after = ledger;
  for (const { saver, saving, year } of ledger.schemes) {
    const at = agenciesOf(after).indexOf(saver);
    const { outturn, pays } = after.open.agencies[at];
    const pence = year < after.open.year ? Math.min(saving, outturn - pays) : 0;
    if (pence > 0)
      after = {
        ...after,
        accounts: enters(after.accounts, { from: suppliers, to: saver, pence, why: "bills that did not come" }),
        open: withMore(after.open, at, { outturn: -pence, saves: pence }),
      };
  }
  return after;
};

const ended = (regime: Regime, enters: Enters, before: Ledger): Ledger => {
  const ledger = saved(enters, before);
  const { postings, next } = apply(regime, ledger.open, ledger.carried);
  return {
    ...ledger,
    accounts: postings.reduce(enters, ledger.accounts),
    agreed: postings.reduce(
      (agreed, posting) => (isAgreed(regime, posting) ? owing(agreed, posting) : agreed),
      ledger.agreed,
    ),
    open: newYear(ledger.open.year + 1, agenciesOf(ledger)),
    carried: next,
    moved: postings,
  };
};

/** Whether a party signed for a payment, whatever it may have by then: a price, a debt, its part of a cost. */
const isAgreed = ({ share }: Regime, { family }: Booked): boolean =>
  family === "pay" || family === "finance" || (family === "share" && share?.sharesLosses === true);

const owing = (agreed: Accounts, { from, pence }: Booked): Accounts =>
  from in agreed ? { ...agreed, [from]: agreed[from] + pence } : agreed;
