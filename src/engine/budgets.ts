import { emptyColumns } from "../base/kernels.js";
import type { Moment } from "../base/time.js";
import type { Budget } from "../scenario/budget.js";
import type { Scenario } from "../scenario/scenario.js";
import { budgetedIn } from "./axes.js";
import { type Book, writeDraws } from "./book.js";
import type { Program, Value } from "./quantities.js";

/** What an agency has to spend and spends on what is not modelled, by year: the same in every strategy. */
export interface BudgetRun {
  readonly agency: string;
  readonly now: readonly Float64Array[];
  readonly years: readonly (readonly Float64Array[])[];
}

/** Builds the budgets of a scenario. */
export const buildBudgets = (scenario: Scenario, program: Program): readonly BudgetRun[] => {
  const { agencies, time } = scenario;
  const { apply, constant } = program;
  const of = ({ pounds, uprating }: Pick<Budget, "pounds" | "uprating">): Value =>
    apply("multiply", program.value(pounds), constant(uprating));
  return budgetedIn(scenario).map((agency) => {
    const budget = agencies[agency].budget as Budget;
    const growth = apply("add", constant(1), program.value(budget.growth));
    const grown = apply(
      "pow",
      growth,
      program.clock("years so far", ({ year }) => year - 1),
    );
    const sides = [apply("multiply", of(budget), grown), budget.other ? of(budget.other) : constant(0)];
    return {
      agency,
      now: sides.map(({ column }) => column),
      years: sides.map(() => emptyColumns(time.years, program.width)),
    };
  });
};

/** At a year's first cycle the budget is what it is. */
export const stepBudgets = (budgets: readonly BudgetRun[], { year, cycleOfYear }: Moment): void => {
  if (cycleOfYear > 0) return;
  for (const { now, years } of budgets)
    for (const [side, column] of now.entries())
      if (column.length === 1) years[side][year - 1].fill(column[0]);
      else years[side][year - 1].set(column);
};

/** Writes the budgets into the book. */
export const writeBudgets = (book: Book, from: number, budgets: readonly BudgetRun[]): void => {
  for (const [agency, { years }] of budgets.entries())
    for (const [side, columns] of years.entries())
      for (const [year, column] of columns.entries()) writeDraws(book.budgets, [agency, side, year], from, column);
};
