import type { Settings } from "../scenario/scenario.js";
import type { Cell, NumberPrint, Print } from "./numbers.js";

/** A column of a table: its key in csv and json, its heading, how its cells are printed, and how readily text leaves it out. */
export interface TableColumn {
  readonly key: string;
  readonly heading: string;
  readonly print: Print;
  /**
   * Where a table is too wide for 80 columns, the highest goes first. What is below 1 tells rows apart, and stays; where it says the same in every
   * row, text tells it once, unless it is 0.
   */
  readonly spare: number;
}

/** Rows of cells under columns. */
export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What an output puts on a page: paragraphs, a table, paragraphs. */
export interface Page {
  /** A title of its own, where the page says itself what was run; else it goes under that of its output. */
  readonly title?: string;
  readonly before: readonly string[];
  readonly table: Table;
  /** What text prints in place of the table, where that is long. */
  readonly summary?: Table;
  readonly after: readonly string[];
  /** Why there are no rows, where there are none. */
  readonly empty?: string | undefined;
  /** Whether text leaves out the empty lines between them. */
  readonly tight?: boolean;
}

/** One output of a report. */
export interface Part extends Page {
  /** As it was asked for: `explain:hospital:2`. */
  readonly name: string;
  readonly title: string;
  /** Whether it says itself what was run. */
  readonly alone: boolean;
}

/** What was run, and the outputs asked for, as data: any of the four formats prints it. */
export interface Report {
  readonly title: string;
  readonly question: string;
  /** What was run, in a sentence. */
  readonly context: string;
  readonly settings: Readonly<Record<string, string | number | readonly string[] | Settings>>;
  readonly parts: readonly Part[];
}

type PrintOf<Value> =
  NonNullable<Value> extends string ? "text" : NonNullable<Value> extends boolean ? "yesNo" | "mark" : NumberPrint;

/** A column for every key of a row, in the order they are printed: heading, how to print, how readily text leaves it out. */
export type TableColumns<Row> = {
  readonly [Key in keyof Row]-?: readonly [heading: string, print: PrintOf<Row[Key]>, spare?: number];
};

/** Rows as a table; the columns are checked against the row's type, so that none is forgotten or misspelt. */
export const tableOf = <Row extends Readonly<Record<keyof Row, Cell>>>(
  columns: TableColumns<Row>,
  rows: readonly Row[],
): Table => {
  const keys = Object.keys(columns) as (keyof Row & string)[];
  return {
    columns: keys.map((key) => {
      const [heading, print, spare = 0] = columns[key];
      return { key, heading, print, spare };
    }),
    rows: rows.map((row) => keys.map((key) => row[key])),
  };
};
