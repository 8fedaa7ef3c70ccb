import { emptyColumns } from "../base/kernels.js";
import type { Budget } from "../scenario/agencies/budget.js";
import type { Scenario } from "../scenario/scenario.js";
import { type BudgetFigure, budgetedIn, budgetFigures, type EntryKind, entriesOf } from "./axes.js";
import { type Book, writeDraws } from "./book.js";
import type { Program, Value } from "./program.js";

/** An agency's budget under a strategy: its own as it stands now, what it spends on what is not modelled, and what is told of it by year. */
export interface BudgetRun {
  readonly agency: string;
  readonly own: Float64Array;
  readonly other: Float64Array;
  /** The entries of the book that change what it spends, and in which direction. */
  readonly entries: readonly { readonly entry: number; readonly weight: 1 | -1 }[];
  readonly told: Readonly<Record<BudgetFigure, readonly Float64Array[]>>;
}

const weights: Readonly<Partial<Record<EntryKind, 1 | -1>>> = { pays: 1, cash: -1, cheaper: -1 };

/** Builds the budgets of a strategy. */
export const buildBudgets = (scenario: Scenario, program: Program): readonly BudgetRun[] => {
  const { agencies, time } = scenario;
  const { apply, constant } = program;
  const of = ({ pounds, uprating }: Pick<Budget, "pounds" | "uprating">): Value =>
    apply("multiply", program.value(pounds), constant(uprating));
  const entries = [...entriesOf(scenario).entries()];
  return budgetedIn(scenario).map((name) => {
    const budget = agencies[name].budget as Budget;
    const growth = apply("add", constant(1), program.value(budget.growth));
    const grown = apply(
      "pow",
      growth,
      program.clock("years so far", ({ year }) => year - 1),
    );
    return {
      agency: name,
      own: apply("multiply", of(budget), grown).column,
      other: (budget.other ? of(budget.other) : constant(0)).column,
      entries: entries.flatMap(([entry, { agency, kind, layer }]) => {
        const weight = weights[kind];
        return agency === name && layer === "fiscal" && weight ? [{ entry, weight }] : [];
      }),
      told: Object.fromEntries(
        budgetFigures.map((figure) => [figure, emptyColumns(time.years, program.width)]),
      ) as BudgetRun["told"],
    };
  });
};

/** Writes what is told of the budgets of an arm in a year into the book, where the arm has a place. */
export const writeBudgets = (
  book: Book,
  place: number,
  from: number,
  budgets: readonly BudgetRun[],
  year: number,
): void => {
  for (const [agency, { told }] of budgets.entries())
    for (const [at, figure] of budgetFigures.entries())
      writeDraws(book.budgets, [place, agency, at, year], from, told[figure][year]);
};
