import { mistake } from "../../base/problems/problem.js";
import type { Simulation } from "../../engine/simulate.js";
import type { SweptFigure } from "../../experiments/sweep.js";
import { report } from "../../report/report.js";
import { columnsOf, dataOnly, type Report, type TableColumns } from "../../report/table.js";
import { type Printing, type PrintOptions, printReport, type RunAndProblems } from "../print-run.js";
import { withProgress } from "../progress.js";
import type { FigureChoices } from "../run-terms.js";
import type { RowLine, RunOfRows } from "./row-runs.js";
import { type ValueTable, valueRows } from "./value-table.js";

const columns: TableColumns<SweptFigure> = {
  strategy: ["strategy", "text", 0.5],
  of: ["net of", "text", 0.5],
  figure: ["figure", "text", dataOnly],
  pounds: ["net", "pounds"],
  poundsP5: ["net 5th", "pounds", 1.1],
  poundsP95: ["net 95th", "pounds", 1.1],
  central: ["central net", "pounds", 8],
  chance: ["chance", "share", 1.2],
};

/** The report of a run for each row of a table of values. */
const reportOfEach = (before: Simulation, table: ValueTable, lines: readonly RowLine[]): Report => ({
  ...report(before, { show: [] }),
  parts: [
    {
      name: "each",
      title: `A run for each row of ${table.file}`,
      finding: [],
      before: ["The net of each strategy in present value, with the values of each row, on the same draws."],
      table: {
        columns: [
          ...valueRows(table).headings.map((key) => ({ key, heading: key, print: "text" as const, spare: 0 })),
          ...columnsOf(columns),
        ],
        rows: lines,
      },
      after: [],
      empty: "there is no intervention to compare with business as usual",
    },
  ],
});

/** Runs the rows of a table of values, and prints or writes one table of them. */
export const printEach = async (
  run: RunAndProblems,
  table: ValueTable,
  printing: Printing,
  runRows: (onProgress: (done: number) => void) => Promise<RunOfRows>,
): Promise<number> => {
  const { before, lines } = await withProgress((bar) => runRows(bar.show));
  return printReport(reportOfEach(before, table, lines.flat()), run, printing);
};

/** Refuses what does not go with a table of values: it prints one table, of the net. */
export const checkPrintOfEach = ({ show, regime, format = "text" }: PrintOptions & FigureChoices): void => {
  const isPicture = format === "svg" || format === "html";
  const beside = show ? "--show" : regime ? "--regime" : isPicture ? `--format ${format}` : "";
  if (beside !== "")
    throw mistake("--each", `It cannot be used beside ${beside}: it prints one table, of the net.`, "Leave one out.");
};
