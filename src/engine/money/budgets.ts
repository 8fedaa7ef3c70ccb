import { type Column, emptyColumns } from "../../base/columns/kernels.js";
import { recordOf } from "../../base/records.js";
import type { Budget } from "../../scenario/agencies/budget.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Destination } from "../book/book.js";
import { type BudgetFigure, budgetedIn, budgetFigures } from "../book/budget-figures.js";
import { type EntryKind, entriesOf } from "../book/entries.js";
import { withUsualFirst } from "../book/strategy-index.js";
import { writeDraws } from "../book/yearly-cube.js";
import type { Program } from "../values/program.js";
import type { ProgramValue } from "../values/program-value.js";

/** An agency's budget under a strategy, in pounds per draw. */
export interface BudgetRun {
  readonly agency: string;
  /** The agency's own budget in this cycle's year. */
  readonly own: Column;
  /** What it spends on everything outside the model. */
  readonly other: Column;
  /** The entries (index in the book) that change its spending, and in which direction. */
  readonly entries: readonly { readonly entry: number; readonly weight: 1 | -1 }[];
  /** By figure and year from 0. */
  readonly figures: Readonly<Record<BudgetFigure, readonly Column[]>>;
}

const weights: Readonly<Partial<Record<EntryKind, 1 | -1>>> = { pays: 1, grants: -1, cash: -1, cheaper: -1 };

/** Builds the budgets of a strategy, in the order of the book. */
export const buildBudgets = (scenario: Scenario, program: Program): readonly BudgetRun[] => {
  const { agencies, time } = scenario;
  const { apply, constant } = program;
  const poundsOf = ({ pounds, uprating }: Pick<Budget, "pounds" | "uprating">): ProgramValue =>
    apply("multiply", program.value(pounds), constant(uprating));
  const entries = [...entriesOf(scenario).entries()];
  return budgetedIn(scenario).flatMap((name): readonly BudgetRun[] => {
    const { budget } = agencies[name];
    if (budget === null) return [];
    const growth = apply("add", constant(1), program.value(budget.growth));
    const yearsSoFar = program.clock("years so far", ({ year }) => year - 1);
    return [
      {
        agency: name,
        own: apply("multiply", poundsOf(budget), apply("pow", growth, yearsSoFar)).column,
        other: (budget.other ? poundsOf(budget.other) : constant(0)).column,
        entries: entries.flatMap(([entry, { agency, kind, layer }]) => {
          const weight = weights[kind];
          return agency === name && layer === "fiscal" && weight ? [{ entry, weight }] : [];
        }),
        figures: recordOf(budgetFigures, () => emptyColumns(time.years, program.width)),
      },
    ];
  });
};

/** Writes the figures of the budgets in a year (from 0) into the book. */
export const writeBudgets = (
  { book, strategy, from }: Destination,
  budgets: readonly BudgetRun[],
  year: number,
): void => {
  for (const [agency, { figures }] of budgets.entries())
    for (const [at, figure] of budgetFigures.entries())
      writeDraws(book.budgets, [withUsualFirst(strategy), agency, at, year], from, figures[figure][year]);
};
