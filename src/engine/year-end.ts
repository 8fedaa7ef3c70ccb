import { at, type Column, copy } from "../base/kernels.js";
import type { Moment } from "../base/time.js";
import { rationers } from "../scenario/agencies/rationing.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Book } from "./book.js";
import { type BudgetRun, buildBudgets, writeBudgets } from "./budgets.js";
import type { Bearer, ServiceAccount } from "./costs.js";
import type { Program } from "./program.js";
import { addAbove, buildRegimeRun, closeUnderRegime, type RegimeRun, startRegime } from "./regime-run.js";
import { addSpend } from "./spend.js";
import { addWorth } from "./worth.js";

/** What happens between one year and the next: accounts are closed, and from them follow budgets and what is rationed. */
export interface YearChange {
  readonly budgets: readonly BudgetRun[];
  /** The funding rules in force. */
  readonly underRegime: RegimeRun | undefined;
  readonly rations: readonly Ration[];
  /** What is rationed: the share of a service, and what is told of those who ration it. */
  readonly rationed: readonly { readonly share: Column; readonly by: readonly BudgetRun[] }[];
}

/** An agency that keeps within its budget, and what it bears. */
interface Ration {
  readonly budget: BudgetRun;
  readonly bears: readonly { readonly account: ServiceAccount; readonly bearer: Bearer }[];
}

/** Builds the year's end of a strategy. */
export const buildYearEnd = (scenario: Scenario, program: Program, costs: readonly ServiceAccount[]): YearChange => {
  const budgets = buildBudgets(scenario, program);
  const rationing = rationers(scenario);
  const fiscal = costs.filter(({ isFiscal }) => isFiscal);
  const rations = budgets
    .filter(({ agency }) => rationing.includes(agency))
    .map((budget) => ({
      budget,
      bears: fiscal.flatMap((account) =>
        account.bearers.filter(({ agency }) => agency === budget.agency).map((bearer) => ({ account, bearer })),
      ),
    }));
  const rationed = costs.flatMap((account) => {
    const share = account.stop.queue?.rationedShare;
    const by = rations.filter(({ bears }) => bears.some((borne) => borne.account === account));
    return share ? [{ share, by: by.map(({ budget }) => budget) }] : [];
  });
  return { budgets, underRegime: buildRegimeRun(scenario, program.width, costs), rations, rationed };
};

/**
 * When the accounts of a year (from 0) of an arm are closed, after its services and lines: what its agencies have spent, and what the rules in force
 * make of it. Business as usual is −1.
 */
export const closeAccounts = (
  { budgets, underRegime }: YearChange,
  book: Book,
  strategy: number,
  from: number,
  year: number,
  usual: YearChange,
): void => {
  noteSpending(budgets, book, strategy, from, year);
  writeBudgets(book, strategy + 1, from, budgets, year);
  if (underRegime && usual.underRegime) closeUnderRegime(underRegime, book, strategy, from, year, usual.underRegime);
};

/** What each agency with a budget has spent on services and interventions, beside all else. */
const noteSpending = (
  budgets: readonly BudgetRun[],
  book: Book,
  strategy: number,
  from: number,
  year: number,
): void => {
  for (const { agency, entries, told } of budgets) {
    const spending = told.spending[year];
    // The last block of a run may hold fewer draws.
    const known = spending.subarray(0, book.draws - from);
    addSpend(known, book, agency, year, "plain", from);
    if (strategy < 0) continue;
    for (const { entry, weight } of entries) addWorth(known, book, strategy, entry, year, "plain", { from, weight });
  }
};

/** At a year's first cycle: its budgets, and what is rationed in it so that they reach. In the first nobody knows what will be spent. */
export const startYear = (
  { budgets, underRegime, rations, rationed }: YearChange,
  { year, cycleOfYear }: Moment,
): void => {
  if (cycleOfYear > 0) return;
  if (year === 1 && underRegime) startRegime(underRegime);
  for (const { agency, own, other, told } of budgets) {
    copy(told.planned[year - 1], own);
    copy(told.budget[year - 1], own);
    if (underRegime) addAbove(underRegime, agency, told.budget[year - 1]);
    copy(told.spending[year - 1], other);
  }
  if (year === 1) return;
  for (const ration of rations) shareOut(ration, year);
  for (const { share, by } of rationed)
    for (let draw = 0; draw < share.length; draw++)
      share[draw] = by.reduce((most, { told }) => Math.max(most, told.rationed[year - 1][draw]), 0);
};

/**
 * The share of contacts an agency turns away in a year, so that what it would have spent in the year before, had nothing been rationed, falls to its
 * budget; and what it lacks where even all of them are not enough.
 */
const shareOut = ({ budget: { told }, bears }: Ration, year: number): void => {
  const [budget, spending] = [told.budget[year - 1], told.spending[year - 2]];
  const [rationed, lacking] = [told.rationed[year - 1], told.lacking[year - 1]];
  for (let draw = 0; draw < budget.length; draw++) {
    let [saved, saveable] = [0, 0];
    for (const { account, bearer } of bears) {
      const { cost, variable } = bearer.years[year - 2];
      const each = bearer.uprating * at(cost, draw) * at(variable, draw);
      const away = account.plain.rationed?.[year - 2][draw] ?? 0;
      saved += each * away;
      saveable += each * (account.plain.served[year - 2][draw] + away);
    }
    const short = Math.max(0, spending[draw] + saved - budget[draw]);
    rationed[draw] = short > 0 ? Math.min(1, short / saveable) : 0;
    lacking[draw] = Math.max(0, short - saveable);
  }
};
