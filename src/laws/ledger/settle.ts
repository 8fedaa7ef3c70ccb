import type { Carried, YearAccounts } from "../../funding/accounts.js";
import { applied } from "../../funding/apply.js";
import type { Regime } from "../../funding/regime.js";
import type { Posting } from "../../funding/rule.js";
import { agenciesOf, budgetOf, type Ledger, newYear } from "./ledger.js";

/** Money left after years in which every agency spends all it may: pence by party, without parties that have none. */
export type Leftovers = Readonly<Record<string, number>>;

/** Enough years for agencies that may spend only what others leave. */
const settlingYears = 3;

/** Schemes that draw on a pool cost this multiple of it. Every fund lends at least a hundredth of the cost. */
const timesThePool = 100;

/** The count in a year if a pool pays for it: large enough to empty the pool. */
const plenty = 1_000_000;

/**
 * The money that cannot be spent. For up to three more years, every agency spends all it may.
 * Agencies with schemes start more of them while there is a pool to draw on.
 * It stops early if only money received within the year is left.
 */
export const leftoversOf = (regime: Regime, ledger: Ledger): Leftovers => {
  let { open, carried } = ledger;
  let left: Leftovers = {};
  for (let year = 0; year < settlingYears; year++) {
    const wished = spendingAll(regime, { ...ledger, open, carried });
    const { refused } = applied(regime, wished, carried);
    const { postings, next } = applied(regime, without(wished, refused), carried);
    left = oldMoney(agenciesOf(ledger), next, postings);
    if (Object.keys(left).length === 0) return left;
    open = newYear(open.year + 1, agenciesOf(ledger));
    carried = next;
  }
  return left;
};

const spendingAll = ({ pay }: Regime, ledger: Ledger): YearAccounts => ({
  ...ledger.open,
  ...(pay?.from === "pool" ? { quantity: plenty, started: plenty } : {}),
  agencies: ledger.open.agencies.map((account, at) => {
    const more = ledger.carried.paid[at] > 0 ? Math.max(0, ledger.carried.pool) * timesThePool : 0;
    const all = Math.max(account.outturn, budgetOf(ledger, at) + ledger.carried.reserves[at]);
    return { ...account, outturn: all + more, pays: account.pays + more };
  }),
});

const without = (year: YearAccounts, refused: readonly number[]): YearAccounts => ({
  ...year,
  agencies: year.agencies.map((account, at) => ({ ...account, outturn: account.outturn - refused[at] })),
});

/** What each party has beyond what it received within the year; only amounts above 0. */
const oldMoney = (
  agencies: readonly string[],
  { reserves, pool }: Carried,
  postings: readonly Posting[],
): Leftovers => {
  const received = (party: string): number =>
    postings.reduce((sum, { to, pence }) => sum + (to === party ? pence : 0), 0);
  const balances = [...agencies.map((agency, at) => [agency, reserves[at]] as const), ["pool", pool] as const];
  return Object.fromEntries(
    balances.map(([party, pence]) => [party, pence - received(party)] as const).filter(([, pence]) => pence > 0),
  );
};
