import { largestOf } from "../../base/mathematics/largest.js";
import { nameInSentence } from "../../scenario/names.js";
import { type Cell, printed } from "../numbers.js";
import { dataOnly, onPaper, type Table, type TableColumn } from "../table.js";
import { oneLine } from "../words.js";

/** A column with its cells as a reader sees them, one per row. */
export interface PrintedColumn {
  readonly column: TableColumn;
  readonly cells: readonly string[];
}

/** A table for readers. It has no column that is empty in every row, and none that only csv and json have. */
export interface PrintedTable {
  readonly columns: readonly PrintedColumn[];
  /** Of each row: a heading if only its first cell has a text, else undefined. The cells of a heading are empty. */
  readonly headings: readonly (string | undefined)[];
  /** Of each row: true if it is the sum of other rows in the table. */
  readonly sums: readonly boolean[];
}

/** Prints the cells of a table. */
export const printedTable = ({ columns, rows, sums = [] }: Table): PrintedTable => {
  const isBeside = (_: Cell, at: number): boolean => columns[at].print === "besideLargest";
  const beside = rows.flatMap((row) => row.filter(isBeside).filter((cell) => typeof cell === "number"));
  const twins = columns.map(({ key }) => columns.findIndex((other) => other.key === twinOf(key)));
  const largest = largestOf(beside.map(Math.abs), 0);
  const texts = rows.map((row) => {
    const byKey = Object.fromEntries(columns.map(({ key }, at) => [key, row[at]]));
    const own = row.map((cell, at) => oneLine(printed(cell, columns[at].print, byKey, largest)));
    return own.map((text, at) => (own[twins[at]] === text ? "" : text));
  });
  const headings = texts.map(([first, ...rest]) =>
    first !== "" && rest.length > 0 && rest.every((text) => text === "") ? first : undefined,
  );
  const all = columns.map((column, at) => ({
    column,
    cells: texts.map((row, place) => (headings[place] === undefined ? row[at] : "")),
  }));
  return {
    columns: all.filter(({ column, cells }) => column.spare < dataOnly && !(mayGo(column) && cells.every(isEmpty))),
    headings,
    sums: rows.map((_, at) => sums.includes(at)),
  };
};

/** The other end of a range: `netP95` for `netP5`. A range whose ends are the same is not printed. */
const twinOf = (key: string): string =>
  key.endsWith("P95") ? key.replace(/95$/, "5") : key.endsWith("P5") ? key.replace(/5$/, "95") : "";

const isEmpty = (text: string): boolean => text === "";

/** A column that is always needed is printed even if it is empty. */
const mayGo = ({ key, print, spare }: TableColumn): boolean => spare > 0 || print === "mark" || twinOf(key) !== "";

/** The columns of a table whose cells differ, and the other ones in words: `strategy gritting`. */
export const withoutRepeats = ({
  columns,
}: PrintedTable): { readonly varied: readonly PrintedColumn[]; readonly same: readonly string[] } => {
  const isSame = ({ column, cells }: PrintedColumn): boolean =>
    column.spare > 0 && cells.length > 1 && new Set(cells).size === 1;
  return {
    varied: columns.filter((each) => !isSame(each)),
    same: columns
      .filter((each) => isSame(each) && !isNothing(each.cells[0]))
      .map(({ column, cells }) => `${column.heading} ${nameInSentence(cells[0])}`),
  };
};

/** A table as a paper has it: the columns that a reader needs, and sentences on the others. */
export const paperTable = (
  table: Table,
): Pick<PrintedTable, "headings" | "sums"> & {
  readonly shown: readonly PrintedColumn[];
  readonly notes: readonly string[];
} => {
  const printed = printedTable(table);
  const { varied, same } = withoutRepeats(printed);
  const shown = varied.filter(({ column }) => column.spare < onPaper);
  const others = varied.filter((each) => !shown.includes(each)).map(({ column }) => column.heading);
  return {
    headings: printed.headings,
    sums: printed.sums,
    shown,
    notes: [
      ...(same.length > 0 ? [`In every row: ${same.join(", ")}.`] : []),
      ...(others.length > 0 ? [`CSV and JSON have more columns: ${others.join("; ")}.`] : []),
    ],
  };
};

/** True for zero in any unit: a column of zeros is left out. */
const isNothing = (text: string): boolean => /^£?0(?:\.0+)?%?$/.test(text);
