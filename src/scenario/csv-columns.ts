import { didYouMean, errorAt, listed, type Problem } from "../base/problems/problem.js";
import { recordOf } from "../base/records.js";
import { columnIndex, plainCsv, readCsv, startOfCell } from "../base/texts/csv.js";

/** A row of a CSV text: its line, from 1, and its cells by column. An optional column that is not there is empty. */
export interface ColumnsRow<Column extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
  /** The letter at which a cell begins, from 0; that of the first column, if there is no such cell. */
  readonly startOf: (column: Column) => number;
}

/** A CSV text with some columns; no rows if it cannot be read. Problems are of a line, or of the headings. */
export interface CsvColumns<Column extends string> {
  readonly rows: readonly ColumnsRow<Column>[];
  readonly isDecimalComma: boolean;
  readonly problems: readonly Problem[];
}

/** Reads a CSV text whose columns are known, in any order. Its problems have a code. */
export const readColumns = <Column extends string>(
  text: string,
  code: string,
  needed: readonly Column[],
  optional: readonly Column[],
): CsvColumns<Column> => {
  const table = readCsv(text, needed);
  const refused = (problems: readonly Problem[]): CsvColumns<Column> => ({ rows: [], isDecimalComma: false, problems });
  if ("problems" in table)
    return refused(table.problems.map(({ line, what, mend }) => errorAt(code, `line ${line}`, what, mend)));
  const { columns, rows, isDecimalComma, delimiter } = table;
  const plain = plainCsv(text);
  const known: readonly Column[] = [...needed, ...optional];
  const places = recordOf(known, (column) => columnIndex(columns, column));
  const missing = needed.filter((column) => places[column] < 0);
  const required = `The required columns are ${listed(needed)}. Optional columns are ${listed(optional)}.`;
  if (missing.length > 0)
    return refused([errorAt(code, headings, `They name no column ${listed(missing, "or")}.`, required)]);
  const unknown = columns.filter((column) => column !== "" && columnIndex(known, column) < 0);
  return {
    rows: rows.map((row) => ({
      line: row.line,
      cells: recordOf(known, (column) => row.cells[places[column]] ?? ""),
      startOf: (column) => startOfCell(plain, row, Math.max(0, places[column]), delimiter),
    })),
    isDecimalComma,
    problems: unknown.map((column) => {
      const what = `The column ${column} is not read: its name is unknown. ${didYouMean(column, known)}`;
      return { severity: "warning", code, address: headings, what };
    }),
  };
};

const headings = "the headings";
