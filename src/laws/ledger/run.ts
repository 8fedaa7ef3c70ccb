import { checkOptions, listOf, type OptionCheck, ofKind } from "../../base/problems/options.js";
import type { YearAccounts } from "../../funding/accounts.js";
import { applied } from "../../funding/apply.js";
import { soundRegime } from "../../funding/outcome-checks.js";
import type { Regime } from "../../funding/regime.js";
import { type Booked, outsiders, type Rule } from "../../funding/rule.js";
import {
  type Accounts,
  agenciesOf,
  balanceOf,
  emptyLedger,
  enter,
  type Ledger,
  type LedgerEntry,
  newYear,
  suppliers,
} from "./ledger.js";
import { type Leftovers, leftoversOf } from "./settle.js";
import type { Programme, Step } from "./steps.js";

/** How a programme runs under a regime. */
export interface History {
  /** The ledger at the start and after every step. */
  readonly ledgers: readonly Ledger[];
  /** The money at the end that can never be spent. */
  readonly leftovers: () => Leftovers;
}

/** The agencies of a ledger, and how payments are entered. */
export interface Bookkeeping {
  /** Default: council, hospital and care. */
  readonly agencies?: readonly string[];
  /** How a payment is entered into the accounts. Default: `enter`, which debits one party and credits the other. */
  readonly enters?: (accounts: Accounts, entry: LedgerEntry) => Accounts;
}

/** The default agencies. */
export const threeAgencies: readonly string[] = ["council", "hospital", "care"];

/**
 * A regime as a rule for laws of ledgers: a function from a programme to the ledgers after every step.
 * @param regime the funding rules in force
 * @example
 * const programme = [{ does: "grant", to: "council", pence: 500_00 }, { does: "end year" }];
 * const { ledgers } = yearsUnder(regimes.treasuryPaysAndClawsBack)(programme);
 * ledgers.map(({ accounts }) => accounts.council) // => [0, 50000, 0]
 */
export const yearsUnder = (regime: Regime, options: Bookkeeping = {}): Rule<Programme, History> => {
  checkOptions(options, { agencies: accountsOfTheirOwn, enters: ofKind("function") });
  soundRegime(regime);
  const { agencies = threeAgencies, enters = enter } = options;
  return (programme) => {
    const ledgers = [emptyLedger(agencies)];
    for (const step of programme) ledgers.push(afterStep(regime, enters, ledgers[ledgers.length - 1], step));
    return { ledgers, leftovers: () => leftoversOf(regime, ledgers[ledgers.length - 1]) };
  };
};

/** Names of agencies, each once, none of them that of another account of the ledger. */
const accountsOfTheirOwn: OptionCheck = (value, option) => {
  const what = listOf(ofKind("string"))(value, option);
  if (what !== undefined || !Array.isArray(value)) return what;
  const names: readonly unknown[] = [...outsiders, suppliers, ...value];
  const twice = names.find((name, at) => names.indexOf(name) < at);
  return twice === undefined ? undefined : `A ledger has one account for each name, and ${twice} would have two.`;
};

type Enters = NonNullable<Bookkeeping["enters"]>;

const afterStep = (regime: Regime, enters: Enters, ledger: Ledger, step: Step): Ledger => {
  if (step.does === "grant") return afterGrant(enters, ledger, step.to, step.pence);
  if (step.does === "spend") return afterSpending(enters, ledger, step.by, step.pence, 0);
  if (step.does === "report") return { ...ledger, open: withCount(ledger.open, step.count) };
  if (step.does === "end year") return afterYearEnd(regime, enters, ledger);
  const { by, pence, for: saver, saving } = step;
  const scheme = { saver, saving, year: ledger.open.year };
  return { ...afterSpending(enters, ledger, by, pence, pence), schemes: [...ledger.schemes, scheme] };
};

/** A year with a new count, for any rule that counts. */
const withCount = (year: YearAccounts, count: number): YearAccounts => ({
  ...year,
  outcomes: count,
  quantity: count,
  started: count,
});

/** A year with amounts added to the figures of the agency at an index. */
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

const afterGrant = (enters: Enters, ledger: Ledger, agency: string, pence: number): Ledger => {
  const from = enters(ledger.accounts, { from: "treasury", to: agency, pence, why: "a budget" });
  return {
    ...ledger,
    // The treasury gets the same amount from outside: this is where money enters the ledger.
    accounts: { ...from, treasury: from.treasury + pence },
    granted: ledger.granted + pence,
    open: withMore(ledger.open, agenciesOf(ledger).indexOf(agency), { planned: pence }),
  };
};

const afterSpending = (enters: Enters, ledger: Ledger, agency: string, pence: number, pays: number): Ledger => {
  const at = agenciesOf(ledger).indexOf(agency);
  const beyond = Math.max(0, pence - Math.max(0, balanceOf(ledger, at)));
  return {
    ...ledger,
    accounts: enters(ledger.accounts, { from: agency, to: suppliers, pence, why: "what it buys" }),
    agreed: { ...ledger.agreed, [agency]: ledger.agreed[agency] + beyond },
    open: withMore(ledger.open, at, { outturn: pence, pays }),
  };
};

/** The savings of schemes from earlier years. A scheme saves at most the bills that the agency has in the year. */
const afterSavings = (enters: Enters, ledger: Ledger): Ledger => {
  let after = ledger;
  for (const { saver, saving, year } of ledger.schemes) {
    const at = agenciesOf(after).indexOf(saver);
    const { outturn, pays } = after.open.agencies[at];
    const pence = year < after.open.year ? Math.min(saving, outturn - pays) : 0;
    if (pence > 0)
      after = {
        ...after,
        accounts: enters(after.accounts, { from: suppliers, to: saver, pence, why: "avoided bills" }),
        open: withMore(after.open, at, { outturn: -pence, saves: pence }),
      };
  }
  return after;
};

const afterYearEnd = (regime: Regime, enters: Enters, before: Ledger): Ledger => {
  const ledger = afterSavings(enters, before);
  const { postings, next } = applied(regime, ledger.open, ledger.carried);
  return {
    ...ledger,
    accounts: postings.reduce(enters, ledger.accounts),
    agreed: postings.reduce(
      (agreed, posting) => (isAgreed(regime, posting) ? withPayment(agreed, posting) : agreed),
      ledger.agreed,
    ),
    open: newYear(ledger.open.year + 1, agenciesOf(ledger)),
    carried: next,
    postings,
  };
};

/** True if the party agreed to the payment even if it cannot afford it: a price, a debt, or its part of a loss. */
const isAgreed = ({ share }: Regime, { family }: Booked): boolean =>
  family === "pay" || family === "finance" || (family === "share" && share?.signedFor === true);

const withPayment = (agreed: Accounts, { from, pence }: Booked): Accounts =>
  from in agreed ? { ...agreed, [from]: agreed[from] + pence } : agreed;
