import { type Problem, ScenarioError } from "../../base/problems/problem.js";
import type { Simulation } from "../../engine/simulate.js";
import { type Compiled, compile } from "../../experiments/compile.js";
import { spreadOf } from "../../experiments/sweep.js";
import type { Cell } from "../../report/numbers.js";
import { answerLevelOf } from "../../results/money/answer-level.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { ValueRow } from "./value-table.js";

/** A line of the table that is printed: the cells of a row, and the figures of a strategy. */
export type RowLine = readonly Cell[];

/** What the run of a row gave: a line for each strategy; or the problems that stopped it, each with its cell. */
export type RowMade = { readonly lines: readonly RowLine[] } | { readonly problems: readonly Problem[] };

/** The run with the values of a scenario, and the lines of some rows of a table of values, by row. */
export interface RunOfRows {
  readonly before: Simulation;
  readonly lines: readonly (readonly RowLine[])[];
}

/** The runs of the rows of a table of values: all with the same draws. */
export interface RowRuns {
  /** The run with the values of the scenario. */
  readonly before: Simulation;
  readonly runRow: (row: ValueRow) => RowMade;
}

/** Builds the runs of rows. What does not depend on their values is built, drawn and run once. */
export const buildRowRuns = (
  scenario: Scenario,
  { draws, seed, strategies }: Pick<Simulation["settings"], "draws" | "seed" | "strategies">,
): RowRuns => {
  const { run } = compile(scenario, { draws, seed, strategies });
  const before = run();
  const of = answerLevelOf(before);
  return { before, runRow: (row) => rowMade(row, run, of) };
};

const rowMade = ({ cells, set, placeOf }: ValueRow, run: Compiled["run"], of: string): RowMade => {
  try {
    return { lines: figuresIn(run(set), of).map((figures) => [...cells, ...figures]) };
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return {
      problems: error.problems.map((problem) => {
        const place = placeOf(problem);
        return place === undefined ? problem : { ...problem, place };
      }),
    };
  }
};

const figuresIn = (simulation: Simulation, of: string): readonly RowLine[] =>
  simulation.settings.strategies.map((strategy) => {
    const { pounds, poundsP5, poundsP95, central, chance } = spreadOf(simulation, { strategy, of });
    return [strategy, of, "net", pounds, poundsP5, poundsP95, central, chance];
  });

/** The most problems that are shown. A wrong column has one in every row. */
const mostShown = 20;

/** The lines of all rows, by row. Throws the problems of all rows together. */
export const linesOf = (rows: readonly RowMade[]): readonly (readonly RowLine[])[] => {
  const problems = rows.flatMap((row) => ("problems" in row ? row.problems : [])).filter(isFirstOfHeading);
  if (problems.length > 0) throw new ScenarioError(problems.slice(0, mostShown));
  return rows.map((row) => ("lines" in row ? row.lines : []));
};

/** False if an earlier row has said that a heading is no address. */
const isFirstOfHeading = ({ points, address }: Problem, at: number, all: readonly Problem[]): boolean =>
  points !== "key" || all.findIndex((other) => other.points === points && other.address === address) === at;
