import type { Blocks } from "../../engine/blocks.js";
import { readyToRun } from "../../engine/simulate.js";
import { buildRowRuns, linesOf, type RowMade, type RunOfRows } from "../each/row-runs.js";
import { type ValueTable, valueRows } from "../each/value-table.js";
import type { RunOfTerms } from "../run-terms.js";
import { runOnThreads } from "./run-on-threads.js";

/** Runs some rows of a table of values on a number of threads. Default: what the work is worth. */
export const rowsOnThreads = async (
  { terms: { settings }, scenario, packageFolder }: RunOfTerms,
  { table, rows }: { readonly table: ValueTable; readonly rows: Blocks },
  workers: number | undefined,
  onProgress: (done: number) => void,
): Promise<RunOfRows> => {
  const ready = readyToRun(scenario, settings);
  const all = valueRows(table).rows;
  const made: RowMade[] = [];
  const run = { ready, blocks: rows, workers, packageFolder, onProgress };
  const { before } = await runOnThreads(run, {
    makes: { kind: "rows", table },
    build: () => buildRowRuns(scenario, settings),
    run: function* ({ runRow }, { from, to }) {
      for (let at = from; at < to; at++) {
        made[at] = runRow(all[at]);
        yield 1;
      }
    },
    take: (answer) => {
      if (answer.kind !== "rows") return;
      for (const [at, row] of answer.rows.entries()) made[answer.from + at] = row;
    },
  });
  return { before, lines: linesOf(made.slice(rows.from, rows.to)) };
};
