import { drawsFrom } from "../base/cube.js";
import type { Column } from "../base/kernels.js";
import { giveOver } from "../base/money.js";
import { didYouMean, ScenarioError } from "../base/problem.js";
import type { YearAccounts } from "../funding/accounts.js";
import type { Regime } from "../funding/regime.js";
import { serviceNameOf } from "../scenario/address.js";
import { isFunded } from "../scenario/agencies/level.js";
import { spending } from "../scenario/regimes/regime.js";
import type { Scenario } from "../scenario/scenario.js";
import { type BudgetFigure, budgetFigures, type EntryKind } from "./axes.js";
import type { Book } from "./book.js";
import { addSpend } from "./spend.js";
import { addWorth } from "./worth.js";

/**
 * A year of an arm (business as usual, or a strategy) as funding rules read it: whole pence by agency, in the scenario's order, and what is counted;
 * one number a draw.
 */
export interface ArmYear {
  /** What each is planned to have; one without a budget, exactly what business as usual spends. */
  readonly planned: readonly Column[];
  /** What each spends. */
  readonly outturn: readonly Column[];
  /** What each bears of the strategy, and the cash its own bills fall by. */
  readonly pays: readonly Column[];
  readonly saves: readonly Column[];
  readonly counted: Counts<Column>;
}

/** What the rules of a regime count. */
export type Counts<Item> = Partial<Record<"outcomes" | "quantity" | "started" | "reports", Item>>;

/** Which draws of a book are read: so many from one on. */
export interface Window {
  readonly from: number;
  readonly many: number;
}

/** Reads a year (from 0) from a book, arm by arm: business as usual (−1), in which nobody pays or saves, or a strategy. */
export const armsIn = (
  scenario: Scenario,
  book: Book,
  year: number,
  window: Window,
): ((strategy: number, counted: ArmYear["counted"]) => ArmYear) => {
  const agencies = Object.keys(scenario.agencies);
  const usual = wholePence(
    agencies.map(
      (agency) => budgetOf(book, 0, agency, "spending", year, window) ?? spendOf(book, agency, year, window),
    ),
  );
  const none = usual.map((pence) => new Float64Array(pence.length));
  return (strategy, counted) => {
    const planned = agencies.map(
      (agency, at) =>
        budgetOf(book, strategy + 1, agency, "planned", year, window)?.map((pounds) => Math.round(pounds * 100)) ??
        usual[at],
    );
    if (strategy < 0) return { planned, outturn: usual, pays: none, saves: none, counted };
    const of = (kinds: readonly EntryKind[]) =>
      wholePence(agencies.map((agency) => sumOf(book, strategy, agency, kinds, year, window)));
    const [pays, saves] = [of(["pays"]), of(["cash", "cheaper"])];
    const outturn = usual.map((pence, at) => pence.map((spent, draw) => spent + pays[at][draw] - saves[at][draw]));
    return { planned, outturn, pays, saves, counted };
  };
};

/** The accounts of all agencies in each draw of a year (from 0), as a regime is applied to them. */
export const accountsIn = (
  { agencies }: Pick<Scenario, "agencies">,
  { planned, outturn, pays, saves, counted }: ArmYear,
  year: number,
): ((draw: number) => YearAccounts) => {
  const known = Object.entries(agencies).map(([name, agency]) => ({ agency: name, isFunded: isFunded(agency) }));
  const columns = Object.entries(counted) as [keyof Counts<Column>, Column][];
  return (draw) => {
    const counts: Counts<number> = {};
    for (const [kind, column] of columns) counts[kind] = column[draw];
    return {
      year: year + 1,
      agencies: known.map(({ agency, isFunded }, at) => ({
        agency,
        planned: planned[at][draw],
        outturn: outturn[at][draw],
        pays: pays[at][draw],
        saves: saves[at][draw],
        isFunded,
      })),
      ...counts,
    };
  };
};

/** What the rules of a regime count, by the service whose contacts it is. */
export const countedBy = ({ services }: Pick<Scenario, "services">, { finance, pay }: Regime): Counts<string> => {
  const reports = typeof pay?.reports === "string" ? pay.reports : undefined;
  const said = { outcomes: finance?.counts, quantity: pay?.counts, started: pay?.starts, reports };
  const counted: Counts<string> = {};
  for (const [kind, name] of Object.entries(said) as [keyof Counts<string>, string | undefined][]) {
    if (name === undefined || name === spending) continue;
    const service = serviceNameOf(name);
    if (!Object.hasOwn(services, service)) throw unknownIn("counts", "service", service, Object.keys(services));
    counted[kind] = service;
  }
  return counted;
};

/** What is wrong where a rule names what is not there. */
export const unknownIn = (does: string, kind: string, name: string, known: readonly string[]): ScenarioError =>
  new ScenarioError([
    {
      severity: "error",
      address: "options.regime",
      what: `A rule of the regime ${does} ${name}, and there is no ${kind} of that name. ${didYouMean(name, known)}`,
    },
  ]);

const budgetOf = (
  { budgets }: Book,
  place: number,
  agency: string,
  figure: BudgetFigure,
  year: number,
  { from, many }: Window,
): Column | undefined => {
  const at = budgets.axes[1].labels.indexOf(agency);
  return at < 0 ? undefined : drawsFrom(budgets, from, many, [place, at, budgetFigures.indexOf(figure), year]);
};

/** What an agency spends on services in business as usual, in plain pounds. */
const spendOf = (book: Book, agency: string, year: number, { from, many }: Window): Column => {
  const sum = new Float64Array(Math.min(many, book.draws - from));
  addSpend(sum, book, agency, year, "plain", from);
  return sum;
};

/** What an agency's fiscal entries of some kinds come to in plain pounds under a strategy. */
const sumOf = (
  book: Book,
  strategy: number,
  agency: string,
  kinds: readonly EntryKind[],
  year: number,
  { from, many }: Window,
): Column => {
  const sum = new Float64Array(Math.min(many, book.draws - from));
  for (const [index, entry] of book.entries.entries())
    if (entry.agency === agency && entry.layer === "fiscal" && kinds.includes(entry.kind))
      addWorth(sum, book, strategy, index, year, "plain", { from });
  return sum;
};

/**
 * Columns of pounds as whole pence that in every draw sum to their sum in whole pence: each is rounded down, and the pennies over go to those who lose
 * most of one (the largest remainder, Hamilton 1792).
 */
export const wholePence = (columns: readonly Column[]): readonly Column[] => {
  const pence = columns.map((column) => new Float64Array(column.length));
  const parts = columns.map(() => 0);
  const losses = columns.map(() => 0);
  for (let draw = 0; draw < (columns[0]?.length ?? 0); draw++) {
    let sum = 0;
    let whole = 0;
    for (let at = 0; at < columns.length; at++) {
      // Sums of the same pounds in another order may differ in their last bits, and half a penny is not to hang on those.
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
