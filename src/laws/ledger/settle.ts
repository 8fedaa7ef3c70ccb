import type { Carried, YearAccounts } from "../../funding/accounts.js";
import { apply } from "../../funding/apply.js";
import type { Regime } from "../../funding/regime.js";
import type { Posting } from "../../funding/rule.js";
import { agenciesOf, budgetOf, type Ledger, newYear } from "./ledger.js";

/** What is left after years in which everybody spends all it has and may: pence by party, of those with any. */
export type Settled = Readonly<Record<string, number>>;

/** Enough for those to be asked last who may spend only what others leave. */
const settlingYears = 3;

/** In a year in which a fund is drawn on, schemes that cost so many times what is in it; no fund lends less than a hundredth. */
const timesThePool = 100;

/** What is counted where a pool pays for it: as much as will empty it. */
const plenty = 1_000_000;

/**
 * Everybody spends what it has and may, those who had schemes begin more while there is a pool to draw on, and a year ends; three times, or until nothing is
 * left but what came in within the year.
 */
export const settled = (regime: Regime, ledger: Ledger): Settled => {
  let { open, carried } = ledger;
  let left: Settled = {};
  for (let turn = 0; turn < settlingYears; turn++) {
    const wished = spendingAll(regime, { ...ledger, open, carried });
    const { refused } = apply(regime, wished, carried);
    const { postings, next } = apply(regime, without(wished, refused), carried);
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

/** What a party has beyond what came to it within the year. */
const oldMoney = (agencies: readonly string[], { reserves, pool }: Carried, postings: readonly Posting[]): Settled => {
  const came = (party: string): number => postings.reduce((sum, { to, pence }) => sum + (to === party ? pence : 0), 0);
  const held = [...agencies.map((agency, at) => [agency, reserves[at]] as const), ["pool", pool] as const];
  return Object.fromEntries(
    held.map(([party, pence]) => [party, pence - came(party)] as const).filter(([, pence]) => pence > 0),
  );
};
