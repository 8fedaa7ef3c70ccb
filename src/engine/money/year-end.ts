import { at, type Column, copy, emptyColumns, max } from "../../base/columns/kernels.js";
import type { Moment } from "../../base/time.js";
import { rationers } from "../../scenario/agencies/rationing.js";
import type { Scenario } from "../../scenario/scenario.js";
import { addValueAt } from "../book/accounts.js";
import type { Destination } from "../book/book.js";
import { businessAsUsual } from "../book/strategy-index.js";
import { addUsualSpending } from "../book/usual-spending.js";
import type { Program } from "../values/program.js";
import { type BudgetRun, buildBudgets, writeBudgets } from "./budgets.js";
import type { Payer, ServiceAccount } from "./costs.js";
import { addAbove, buildRegimeRun, closeUnderRegime, type RegimeRun, startRegime } from "./regime-run.js";

/** What happens between one year and the next: accounts are closed. Budgets and rationing of the next year follow. */
export interface YearChange {
  readonly budgets: readonly BudgetRun[];
  /** The funding rules in force; undefined if there are none. */
  readonly underRegime: RegimeRun | undefined;
  readonly rations: readonly Ration[];
  /** The rationed share of each rationed service, and the budgets of the agencies that ration it. */
  readonly rationed: readonly { readonly share: Column; readonly by: readonly BudgetRun[] }[];
}

/** An agency that rations to stay within its budget, and the costs that it pays. */
interface Ration {
  readonly budget: BudgetRun;
  readonly costs: readonly { readonly account: ServiceAccount; readonly payer: Payer }[];
}

/** Builds the year's end of a strategy. */
export const buildYearEnd = (scenario: Scenario, program: Program, accounts: readonly ServiceAccount[]): YearChange => {
  const budgets = buildBudgets(scenario, program);
  const rationing = rationers(scenario);
  const fiscal = accounts.filter(({ isFiscal }) => isFiscal);
  const rations = budgets
    .filter(({ agency }) => rationing.includes(agency))
    .map((budget) => ({
      budget,
      costs: fiscal.flatMap((account) =>
        account.payers.filter(({ agency }) => agency === budget.agency).map((payer) => ({ account, payer })),
      ),
    }));
  const rationed = accounts.flatMap((account) => {
    const share = account.flow.queue?.rationedShare;
    const by = rations.filter(({ costs }) => costs.some((cost) => cost.account === account));
    return share && by.length > 0 ? [{ share, by: by.map(({ budget }) => budget) }] : [];
  });
  return { budgets, underRegime: buildRegimeRun(scenario, program.width, accounts), rations, rationed };
};

/**
 * Closes the accounts of a year (from 0), after its services and lines were written: notes what agencies have spent,
 * and applies the funding rules in force. `usual` is the year's end of business as usual.
 */
export const closeAccounts = (
  { budgets, underRegime }: YearChange,
  destination: Destination,
  year: number,
  usual: YearChange,
): void => {
  noteSpending(budgets, destination, year);
  writeBudgets(destination, budgets, year);
  if (underRegime && usual.underRegime) closeUnderRegime(underRegime, destination, year, usual.underRegime);
};

/** Adds what each agency with a budget has spent on services and interventions to all else it spends. */
const noteSpending = (budgets: readonly BudgetRun[], { book, strategy, from }: Destination, year: number): void => {
  for (const { agency, entries, figures } of budgets) {
    const spending = figures.spending[year];
    // The last block of a run may hold fewer draws.
    const inBook = spending.subarray(0, book.draws - from);
    addUsualSpending(inBook, book, { agency, year }, "plain", from);
    if (strategy === businessAsUsual) continue;
    for (const { entry, weight } of entries)
      addValueAt(inBook, book, { entry, strategy, year }, "plain", { from, weight });
  }
};

/**
 * At a year's first cycle: sets its budgets, and the shares rationed so that agencies stay within them. No contact is
 * rationed in the first year, since no spending is known then.
 */
export const startYear = (
  { budgets, underRegime, rations, rationed }: YearChange,
  { year, cycleOfYear }: Moment,
): void => {
  if (cycleOfYear > 0) return;
  if (year === 1 && underRegime) startRegime(underRegime);
  for (const { agency, own, other, figures } of budgets) {
    copy(figures.planned[year - 1], own);
    copy(figures.budget[year - 1], own);
    if (underRegime) addAbove(underRegime, agency, figures.budget[year - 1]);
    copy(figures.spending[year - 1], other);
  }
  if (year === 1) return;
  for (const ration of rations) shareOut(ration, year);
  for (const { share, by } of rationed) {
    share.fill(0);
    for (const { figures } of by) max(share, share, figures.rationed[year - 1]);
  }
};

/**
 * Sets the share of contacts that an agency turns away in a year (1 and on). With it, last year's spending without any
 * rationing would have equalled this year's budget. `shortfall` is the pounds missing even if it turns all of them
 * away.
 */
const shareOut = ({ budget: { figures }, costs }: Ration, year: number): void => {
  const [budget, spending] = [figures.budget[year - 1], figures.spending[year - 2]];
  const [rationed, shortfall] = [figures.rationed[year - 1], figures.shortfall[year - 1]];
  const [saved, saveable] = emptyColumns(2, budget.length);
  for (const { account, payer } of costs) {
    const { cost, variable } = payer.years[year - 2];
    const { served, rationed: turnedAway } = account.plain;
    const [came, away] = [served[year - 2], turnedAway?.[year - 2] ?? zero];
    for (let draw = 0; draw < budget.length; draw++) {
      const each = payer.uprating * at(cost, draw) * at(variable, draw);
      saved[draw] += each * at(away, draw);
      saveable[draw] += each * (came[draw] + at(away, draw));
    }
  }
  for (let draw = 0; draw < budget.length; draw++) {
    const short = Math.max(0, spending[draw] + saved[draw] - budget[draw]);
    rationed[draw] = short > 0 ? Math.min(1, short / saveable[draw]) : 0;
    shortfall[draw] = Math.max(0, short - saveable[draw]);
  }
};

const zero = Float64Array.of(0);
