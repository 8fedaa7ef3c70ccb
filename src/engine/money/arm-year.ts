import { drawsFrom } from "../../base/columns/cube.js";
import type { Column } from "../../base/columns/kernels.js";
import { giveOver } from "../../base/money.js";
import { didYouMean, ScenarioError } from "../../base/problems/problem.js";
import { pairsOf } from "../../base/records.js";
import { countKey, type UncountedAccounts } from "../../funding/accounts.js";
import type { Regime } from "../../funding/regime.js";
import { serviceNameOf } from "../../scenario/address.js";
import { isFunded } from "../../scenario/agencies/level.js";
import { spending } from "../../scenario/regimes/regime.js";
import type { Scenario } from "../../scenario/scenario.js";
import { addValueAt, isWritten } from "../book/accounts.js";
import type { Book } from "../book/book.js";
import { type BudgetFigure, budgetFigures } from "../book/budget-figures.js";
import type { EntryKind } from "../book/entries.js";
import { businessAsUsual, type StrategyIndex, withUsualFirst } from "../book/strategy-index.js";
import { addUsualSpending } from "../book/usual-spending.js";

/** What the rules of a regime count: `outcomes`, `quantity`, `started`, `reports`, and keys of single outcomes. */
export type Counts<Item> = Readonly<Record<string, Item>>;

/** A range of draws of a book: `count` draws from draw `from` on. */
export interface Window {
  readonly from: number;
  readonly count: number;
}

/**
 * Returns what reads a year (from 0) of an arm, business as usual or a strategy, from a book. In business as usual,
 * agencies pay and save zero. An agency without a budget is planned to have what business as usual spends.
 */
export const armsIn = (
  scenario: Scenario,
  book: Book,
  year: number,
  { from, count: draws }: Window,
): ((strategy: StrategyIndex) => UncountedAccounts) => {
  const agencies = Object.keys(scenario.agencies);
  const budgetOf = (strategy: StrategyIndex, agency: string, figure: BudgetFigure): Column | undefined => {
    const at = book.budgets.axes[1].labels.indexOf(agency);
    const place = [withUsualFirst(strategy), at, budgetFigures.indexOf(figure), year];
    return at < 0 ? undefined : drawsFrom(book.budgets, from, draws, place);
  };
  const zeros = new Float64Array(draws);
  const onServices = (agency: string): Column => {
    const sum = zeros.slice();
    addUsualSpending(sum, book, { agency, year }, "plain", from);
    return sum;
  };
  const usual = wholePence(
    agencies.map((agency) => budgetOf(businessAsUsual, agency, "spending") ?? onServices(agency)),
    zeros,
  );
  const none = agencies.map(() => zeros);
  const funded = [...agencies.keys()].filter((at) => isFunded(scenario.agencies[agencies[at]]));
  return (strategy) => {
    const planned = agencies.map((agency, at) => penceIn(budgetOf(strategy, agency, "planned")) ?? usual[at]);
    const accountsOf = (outturn: readonly Column[], pays: readonly Column[], saves: readonly Column[]) => {
      return { year: year + 1, draws, agencies, funded, planned, outturn, pays, saves };
    };
    if (strategy === businessAsUsual) return accountsOf(usual, none, none);
    const sumOf = (kinds: readonly EntryKind[]) =>
      wholePence(
        agencies.map((agency) => sumOfEntries(book, { agency, kinds, strategy, year }, from, zeros)),
        zeros,
      );
    const [paid, granted, saved] = [sumOf(["pays"]), sumOf(["grants"]), sumOf(["cash", "cheaper"])];
    // An agency that is granted more than it pays bears nothing of the strategy; what is left lowers its bills.
    const pays = paid.map((pence, at) => addExcess(zeros, pence, granted[at]));
    const saves = saved.map((pence, at) => addExcess(pence, granted[at], paid[at]));
    const outturn = usual.map((pence, at) =>
      pays[at] === zeros && saves[at] === zeros ? pence : outturnOf(pence, pays[at], saves[at]),
    );
    return accountsOf(outturn, pays, saves);
  };
};

const penceIn = (pounds: Column | undefined): Column | undefined => {
  const pence = pounds?.slice();
  if (pence) for (let draw = 0; draw < pence.length; draw++) pence[draw] = Math.round(pence[draw] * 100);
  return pence;
};

/** Adds how much one column is above another in each draw. Pence are the same column if there is nothing to add. */
const addExcess = (pence: Column, above: Column, below: Column): Column => {
  if (above === below) return pence;
  const sum = new Float64Array(pence.length);
  for (let draw = 0; draw < sum.length; draw++) sum[draw] = pence[draw] + Math.max(0, above[draw] - below[draw]);
  return sum;
};

const outturnOf = (usual: Column, pays: Column, saves: Column): Column => {
  const outturn = new Float64Array(usual.length);
  for (let draw = 0; draw < outturn.length; draw++) outturn[draw] = usual[draw] + pays[draw] - saves[draw];
  return outturn;
};

/** The services whose contacts the rules of a regime count. */
export const countedBy = ({ services }: Pick<Scenario, "services">, { finance, pay }: Regime): Counts<string> => {
  const reports = typeof pay?.reports === "string" ? pay.reports : undefined;
  const outcomes = finance?.counts ?? [];
  const stated: Counts<string | undefined> = {
    ...(typeof outcomes === "string"
      ? { outcomes }
      : Object.fromEntries(outcomes.map((name) => [countKey(name), name]))),
    quantity: pay?.counts,
    started: pay?.starts,
    reports,
  };
  const counted: Record<string, string> = {};
  for (const [kind, name] of pairsOf(stated)) {
    if (name === undefined || name === spending) continue;
    const service = serviceNameOf(name);
    if (!Object.hasOwn(services, service)) throw unknownIn("counts", "service", service, Object.keys(services));
    counted[kind] = service;
  }
  return counted;
};

/** The problem of a rule that names something unknown. `does` is a verb: "counts". */
export const unknownIn = (does: string, kind: string, name: string, known: readonly string[]): ScenarioError =>
  new ScenarioError([
    {
      severity: "error",
      address: "options.regime",
      what: `A rule of the regime ${does} ${name}, and there is no ${kind} of that name. ${didYouMean(name, known)}`,
    },
  ]);

/** Some kinds of entry of an agency, of a strategy in a year from 0. */
interface EntriesOf {
  readonly agency: string;
  readonly kinds: readonly EntryKind[];
  readonly strategy: StrategyIndex;
  readonly year: number;
}

/** The sum of an agency's fiscal entries of some kinds, in plain pounds from draw `from`; `zeros` if it has none. */
const sumOfEntries = (
  book: Book,
  { agency, kinds, strategy, year }: EntriesOf,
  from: number,
  zeros: Column,
): Column => {
  let sum = zeros;
  for (const [index, entry] of book.entries.entries()) {
    if (entry.agency !== agency || entry.layer !== "fiscal" || !kinds.includes(entry.kind)) continue;
    if (!isWritten(book.accounts, index)) continue;
    if (sum === zeros) sum = zeros.slice();
    addValueAt(sum, book, { entry: index, strategy, year }, "plain", { from });
  }
  return sum;
};

/**
 * Rounds pounds to whole pence in each draw, and preserves each draw's total. Each column is rounded down; the pennies
 * left go to the columns that lost most of one (largest remainder, Hamilton 1792). Columns that are `zeros` stay it.
 */
const wholePence = (columns: readonly Column[], zeros: Column): readonly Column[] => {
  const pence = columns.map((column) => (column === zeros ? zeros : new Float64Array(zeros.length)));
  const [from, to] = [columns, pence].map((list) => list.filter((column) => column !== zeros));
  const parts = new Float64Array(from.length);
  const losses = new Float64Array(from.length);
  for (let draw = 0; draw < zeros.length; draw++) {
    let sum = 0;
    let whole = 0;
    for (let at = 0; at < from.length; at++) {
      // The same pounds summed in another order may differ in the last bits, which must not decide over half a penny.
      const exact = Math.round(from[at][draw] * 1e8) / 1e6;
      parts[at] = Math.floor(exact);
      losses[at] = exact - parts[at];
      whole += parts[at];
      sum += exact;
    }
    giveOver(Math.round(sum) - whole, parts, losses);
    for (let at = 0; at < to.length; at++) to[at][draw] = parts[at];
  }
  return pence;
};
