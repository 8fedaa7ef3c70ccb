import { drawsFrom } from "../base/cube.js";
import type { Column } from "../base/kernels.js";
import { giveOver } from "../base/money.js";
import { didYouMean, ScenarioError } from "../base/problem.js";
import { pairsOf } from "../base/records.js";
import { type AccountColumns, countKey } from "../funding/accounts.js";
import type { Regime } from "../funding/regime.js";
import { serviceNameOf } from "../scenario/address.js";
import { isFunded } from "../scenario/agencies/level.js";
import { spending } from "../scenario/regimes/regime.js";
import type { Scenario } from "../scenario/scenario.js";
import { addValueAt } from "./accounts.js";
import type { Book } from "./book.js";
import { type BudgetFigure, budgetFigures } from "./budget-figures.js";
import type { EntryKind } from "./entries.js";
import { businessAsUsual, type StrategyIndex, withUsualFirst } from "./strategy-index.js";
import { addUsualSpending } from "./usual-spending.js";

/** What the rules of a regime count: `outcomes`, `quantity`, `started`, `reports`, and keys of single outcomes. */
export type Counts<Item> = Readonly<Record<string, Item>>;

/** The accounts of a year without what its rules count. */
export type UncountedAccounts = Omit<AccountColumns, "counted">;

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
  window: Window,
): ((strategy: StrategyIndex) => UncountedAccounts) => {
  const agencies = Object.keys(scenario.agencies);
  const budgetOf = (strategy: StrategyIndex, agency: string, figure: BudgetFigure): Column | undefined => {
    const at = book.budgets.axes[1].labels.indexOf(agency);
    const place = [withUsualFirst(strategy), at, budgetFigures.indexOf(figure), year];
    return at < 0 ? undefined : drawsFrom(book.budgets, window.from, window.count, place);
  };
  const usual = wholePence(
    agencies.map(
      (agency) => budgetOf(businessAsUsual, agency, "spending") ?? usualSpending(book, agency, year, window),
    ),
  );
  const none = usual.map((pence) => new Float64Array(pence.length));
  const draws = Math.min(window.count, book.draws - window.from);
  const funded = [...agencies.keys()].filter((at) => isFunded(scenario.agencies[agencies[at]]));
  return (strategy) => {
    const planned = agencies.map(
      (agency, at) => budgetOf(strategy, agency, "planned")?.map((pounds) => Math.round(pounds * 100)) ?? usual[at],
    );
    const ofYear = { year: year + 1, draws, agencies, funded, planned };
    if (strategy === businessAsUsual) return { ...ofYear, outturn: usual, pays: none, saves: none };
    const sumOf = (kinds: readonly EntryKind[]) =>
      wholePence(agencies.map((agency) => sumOfEntries(book, { agency, kinds, strategy, year }, window)));
    const [paid, granted, saved] = [sumOf(["pays"]), sumOf(["grants"]), sumOf(["cash", "cheaper"])];
    // An agency that is granted more than it pays bears nothing of the strategy; what is left lowers its bills.
    const pays = paid.map((pence, at) => pence.map((each, draw) => Math.max(0, each - granted[at][draw])));
    const saves = saved.map((pence, at) =>
      pence.map((each, draw) => each + Math.max(0, granted[at][draw] - paid[at][draw])),
    );
    const outturn = usual.map((pence, at) => pence.map((spent, draw) => spent + pays[at][draw] - saves[at][draw]));
    return { ...ofYear, outturn, pays, saves };
  };
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

/** What an agency spends on services in business as usual, in plain pounds. */
const usualSpending = (book: Book, agency: string, year: number, { from, count }: Window): Column => {
  const sum = new Float64Array(Math.min(count, book.draws - from));
  addUsualSpending(sum, book, { agency, year }, "plain", from);
  return sum;
};

/** Some kinds of entry of an agency, of a strategy in a year from 0. */
interface EntriesOf {
  readonly agency: string;
  readonly kinds: readonly EntryKind[];
  readonly strategy: StrategyIndex;
  readonly year: number;
}

/** The sum of an agency's fiscal entries of some kinds, in plain pounds. */
const sumOfEntries = (book: Book, { agency, kinds, strategy, year }: EntriesOf, { from, count }: Window): Column => {
  const sum = new Float64Array(Math.min(count, book.draws - from));
  for (const [index, entry] of book.entries.entries())
    if (entry.agency === agency && entry.layer === "fiscal" && kinds.includes(entry.kind))
      addValueAt(sum, book, { entry: index, strategy, year }, "plain", { from });
  return sum;
};

/**
 * Rounds pounds to whole pence in each draw, and preserves each draw's total. Each column is rounded down; the pennies
 * left go to the columns that lost most of one (largest remainder, Hamilton 1792).
 */
export const wholePence = (columns: readonly Column[]): readonly Column[] => {
  const pence = columns.map((column) => new Float64Array(column.length));
  const parts = columns.map(() => 0);
  const losses = columns.map(() => 0);
  for (let draw = 0; draw < (columns[0]?.length ?? 0); draw++) {
    let sum = 0;
    let whole = 0;
    for (let at = 0; at < columns.length; at++) {
      // The same pounds summed in another order may differ in the last bits, which must not decide over half a penny.
      const exact = Math.round(columns[at][draw] * 1e8) / 1e6;
      parts[at] = Math.floor(exact);
      losses[at] = exact - parts[at];
      whole += parts[at];
      sum += exact;
    }
    giveOver(Math.round(sum) - whole, parts, losses);
    for (let at = 0; at < columns.length; at++) pence[at][draw] = parts[at];
  }
  return pence;
};
