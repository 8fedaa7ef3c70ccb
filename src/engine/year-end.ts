import { drawsFrom } from "../base/cube.js";
import { addScaled, at, type Column, copy } from "../base/kernels.js";
import type { Moment } from "../base/time.js";
import { rationers } from "../scenario/agency.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Book } from "./book.js";
import { type BudgetRun, buildBudgets } from "./budgets.js";
import type { Bearer, ServiceAccount } from "./costs.js";
import type { Program } from "./quantities.js";
import { addWorth } from "./worth.js";

/** What an agency had in a year and what it spent, in pounds, one number a draw. */
export interface Outturn {
  readonly agency: string;
  readonly budget: Column;
  readonly spending: Column;
}

/** The budgets that follow from the outturn of a year: a column for each agency that has one, in pounds of the year after. */
export type NextBudgets = (year: number, outturns: readonly Outturn[]) => readonly Column[];

/** What happens between one year and the next: accounts are closed, and from them follow budgets and what is rationed. */
export interface YearEnd {
  readonly budgets: readonly BudgetRun[];
  readonly nextBudgets: NextBudgets;
  readonly rations: readonly Ration[];
  /** What is rationed: the share of a service, and what is told of those who ration it. */
  readonly rationed: readonly { readonly share: Column; readonly by: readonly BudgetRun[] }[];
}

/** An agency that keeps within its budget, and what it bears. */
interface Ration {
  readonly budget: BudgetRun;
  readonly bears: readonly { readonly account: ServiceAccount; readonly bearer: Bearer }[];
}

/** Builds the year's end of a strategy. The scenario's own budgets wait for no outturn. */
export const buildYearEnd = (scenario: Scenario, program: Program, costs: readonly ServiceAccount[]): YearEnd => {
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
  return { budgets, nextBudgets: () => budgets.map(({ own }) => own), rations, rationed };
};

/** When the accounts of a year (from 0) are closed: what each agency with a budget has spent on services and interventions, beside all else. */
export const noteSpending = (
  { budgets }: YearEnd,
  book: Book,
  // Undefined of business as usual, which is all that the others differ from.
  strategy: number | undefined,
  from: number,
  year: number,
): void => {
  for (const { agency, entries, told } of budgets) {
    const spending = told.spending[year];
    const usual = drawsFrom(book.spend, from, spending.length, [book.spend.axes[0].labels.indexOf(agency), year]);
    // The last block of a run may hold fewer draws.
    const known = spending.subarray(0, usual.length);
    addScaled(known, 1, usual);
    if (strategy === undefined) continue;
    for (const { entry, weight } of entries) addWorth(known, book, strategy, entry, year, "plain", { from, weight });
  }
};

/** At a year's first cycle: its budgets, and what is rationed in it so that they reach. In the first nobody knows what will be spent. */
export const startYear = (
  { budgets, nextBudgets, rations, rationed }: YearEnd,
  { year, cycleOfYear }: Moment,
): void => {
  if (cycleOfYear > 0) return;
  const next = year === 1 ? budgets.map(({ own }) => own) : nextBudgets(year - 1, outturnsOf(budgets, year - 1));
  for (const [index, { other, told }] of budgets.entries()) {
    copy(told.budget[year - 1], next[index]);
    copy(told.spending[year - 1], other);
  }
  if (year === 1) return;
  for (const ration of rations) shareOut(ration, year);
  for (const { share, by } of rationed)
    for (let draw = 0; draw < share.length; draw++)
      share[draw] = by.reduce((most, { told }) => Math.max(most, told.rationed[year - 1][draw]), 0);
};

const outturnsOf = (budgets: readonly BudgetRun[], year: number): readonly Outturn[] =>
  budgets.map(({ agency, told }) => ({ agency, budget: told.budget[year - 1], spending: told.spending[year - 1] }));

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
