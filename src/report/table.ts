import { keysOf } from "../base/records.js";
import type { ReferenceRow } from "../results/references.js";
import type { Settings } from "../scenario/scenario.js";
import type { Cell, NumberPrint, Print } from "./numbers.js";

/** A column of a table. Csv and json use its key; text and markdown use its heading. */
export interface TableColumn {
  readonly key: string;
  readonly heading: string;
  readonly print: Print;
  /**
   * How readily text leaves the column out. In a table wider than 80 columns, the highest number goes first.
   * A column below 1 identifies the rows, so it always stays.
   * A column above 0 with the same value in every row becomes a note below the table.
   */
  readonly spare: number;
}

/** Rows of cells under columns. */
export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The page of an output: paragraphs, a table, paragraphs. */
export interface Page {
  /** The page's own title, if the page itself states what was run. Default: the title of the output. */
  readonly title?: string;
  readonly before: readonly string[];
  readonly table: Table;
  /** A shorter table, which text prints in place of a long one. */
  readonly summary?: Table;
  readonly after: readonly string[];
  /** Why there are no rows, if there are none. */
  readonly empty?: string | undefined;
  /** True if text prints no empty lines around the table. */
  readonly tight?: boolean;
}

/** One output of a report. */
export interface Part extends Page {
  /** The request for it: `explain:hospital:2`. */
  readonly name: string;
  readonly title: string;
  /** True if the page itself states what was run. */
  readonly alone: boolean;
}

/** The names for readers of what a scenario knows by ids: by kind, then by id. */
export type Labels = Readonly<
  Partial<Record<"agencies" | "interventions" | "services" | "strategies", Readonly<Record<string, string>>>>
>;

/** What was run, and the requested outputs, as data. Each of the four formats prints it. */
export interface Report {
  readonly title: string;
  readonly question: string;
  /** What was run, in a sentence. */
  readonly context: string;
  readonly settings: Readonly<Record<string, string | number | readonly string[] | Settings>>;
  readonly parts: readonly Part[];
  /** The names for readers of the ids in its tables. */
  readonly labels: Labels;
  /** The sources of the numbers, which markdown lists at its end. */
  readonly references: readonly ReferenceRow[];
}

type PrintOf<Value> =
  NonNullable<Value> extends string ? "text" : NonNullable<Value> extends boolean ? "yesNo" | "mark" : NumberPrint;

/** One column per key of a row, in printing order: its heading, how it is printed, and its `spare` (default 0). */
export type TableColumns<Row> = {
  readonly [Key in keyof Row]-?: readonly [heading: string, print: PrintOf<Row[Key]>, spare?: number];
};

/** Rows as a table. The compiler checks that there is one column per key of the row. */
export const tableOf = <Row extends Readonly<Record<keyof Row, Cell>>>(
  columns: TableColumns<Row>,
  rows: readonly Row[],
): Table => {
  const keys = keysOf<keyof Row & string>(columns);
  return {
    columns: keys.map((key) => {
      const [heading, print, spare = 0] = columns[key];
      return { key, heading, print, spare };
    }),
    rows: rows.map((row) => keys.map((key) => row[key])),
  };
};
