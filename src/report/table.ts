import { checkGiven } from "../base/problems/given.js";
import { keysOf } from "../base/records.js";
import type { ReferenceRow } from "../results/why/references.js";
import type { Settings } from "../scenario/scenario.js";
import type { Cell, NumberPrint, Print } from "./numbers.js";

/** A column of a table. JSON uses its key; text, markdown and csv use its heading. */
export interface TableColumn {
  /** The key of the column, for programs. */
  readonly key: string;
  /** Its heading, for readers. */
  readonly heading: string;
  /** How its cells are printed: as pounds, a share and so on. */
  readonly print: Print;
  /**
   * How readily text leaves the column out. In a table wider than the text, the highest number goes first.
   * A column below 1 identifies the rows, so it always stays. Markdown has the columns below 5 (`onPaper`).
   * From 20 (`dataOnly`) a column is in csv and json alone.
   * A column above 0 with the same value in every row becomes a note below the table.
   */
  readonly spare: number;
}

/** The `spare` from which a column is too much for a paper. */
export const onPaper = 5;

/** The `spare` of a column for machines: the key of an agency beside its name, or a level beside its name. */
export const dataOnly = 20;

/** Rows of cells under columns. */
export interface Table {
  /** The columns, from left to right. */
  readonly columns: readonly TableColumn[];
  /** The rows, each with a cell per column. */
  readonly rows: readonly (readonly Cell[])[];
  /** The places, from 0, of rows that sum other rows. Text and markdown set them apart. Default: none. */
  readonly sums?: readonly number[];
}

/** The page of an output: what was found, paragraphs, tables, paragraphs, notes. */
export interface Page {
  /** What was found, in sentences with numbers. */
  readonly finding: readonly string[];
  /** Paragraphs before the table. */
  readonly before: readonly string[];
  /** The heading of the table. Default: none. */
  readonly heading?: string;
  /** The table. */
  readonly table: Table;
  /** A table for readers, which text and markdown print in place of one with a row per year. */
  readonly summary?: Table;
  /** Further tables for readers, each under a heading. Csv and json have `table` alone. */
  readonly further?: readonly { readonly heading: string; readonly table: Table }[];
  /** Paragraphs after the table. */
  readonly after: readonly string[];
  /** The limits of the figures in whole sentences, the most important first. Text prints three of them. */
  readonly notes?: readonly string[];
  /** Why there are no rows, if there are none. */
  readonly empty?: string | undefined;
}

/** One output of a report. */
export interface Part extends Page {
  /** The request for it: `explain:hospital:2`. */
  readonly name: string;
  /** Null for the answer, which stands under the title of the report. */
  readonly title: string | null;
}

/** The names for readers of what a scenario knows by ids: by kind, then by id. */
export type Labels = Readonly<
  Partial<
    Record<
      "agencies" | "interventions" | "services" | "strategies" | "regimes" | "sources",
      Readonly<Record<string, string>>
    >
  >
>;

/** A file of a report. */
export interface ReportFile {
  readonly name: string;
  readonly text: string;
}

/** What was run, and the requested outputs, as data. Each of the four formats prints it. */
export interface Report {
  /** The title of the scenario. */
  readonly title: string;
  /** The question of the scenario. */
  readonly question: string;
  /** What was run, in a sentence. */
  readonly context: string;
  /** What the report was made with, by name: draws, seed and so on. */
  readonly settings: Readonly<Record<string, string | number | readonly string[] | Settings>>;
  /** Its outputs, in the order in which they are shown. */
  readonly parts: readonly Part[];
  /** The names for readers of the ids in its tables. */
  readonly labels: Labels;
  /** The sources of the numbers, which markdown lists at its end. */
  readonly references: readonly ReferenceRow[];
}

type PrintOf<Value> =
  NonNullable<Value> extends string | readonly string[]
    ? "text" | "code"
    : NonNullable<Value> extends boolean
      ? "yesNo" | "mark"
      : NumberPrint;

/** One column per key of a row, in printing order: its heading, how it is printed, and its `spare` (default 0). */
export type TableColumns<Row> = {
  readonly [Key in keyof Row]-?: readonly [heading: string, print: PrintOf<Row[Key]>, spare?: number];
};

/**
 * Rows as a table. The compiler checks that there is one column per key of the row. Rows with a `level` above that of
 * agencies are sums.
 */
export const tableOf = <Row extends Readonly<Record<keyof Row, Cell>> & { readonly level?: Cell }>(
  columns: TableColumns<Row>,
  rows: readonly Row[],
): Table => {
  const keys = keysOf<keyof Row & string>(columns);
  return {
    columns: columnsOf(columns),
    rows: rows.map((row) => keys.map((key) => row[key])),
    sums: rows.some(({ level }) => level === "agency")
      ? [...rows.keys()].filter((at) => rows[at].level !== undefined && rows[at].level !== "agency")
      : [],
  };
};

/** The columns of a table, in printing order. */
export const columnsOf = <Row>(columns: TableColumns<Row>): readonly TableColumn[] =>
  keysOf<keyof Row & string>(columns).map((key) => {
    const [heading, print, spare = 0] = columns[key];
    return { key, heading, print, spare };
  });

/** Throws if an argument is no report. */
export const checkReport = (report: unknown): void =>
  checkGiven(report, "report", aReport, () => "A report is what report(simulation) returns.");

const aTable = { columns: [{ key: "", heading: "", print: "", spare: 0 }], rows: [[]] };
const aPart = { name: "", finding: [""], before: [""], table: aTable, after: [""] };
const aReport = { title: "", question: "", context: "", settings: {}, parts: [aPart], labels: {}, references: [{}] };

/** The columns of a table with years across: what a line is, a column for each year, and a total if asked for. */
export const yearColumns = (
  labels: readonly string[],
  print: NumberPrint,
  hasTotal: boolean,
): readonly TableColumn[] => [
  { key: "line", heading: "", print: "text", spare: 0 },
  ...labels.map((label, at) => ({ key: label, heading: label, print, spare: 2 + at / labels.length })),
  ...(hasTotal ? [{ key: "total", heading: "total", print, spare: 0 }] : []),
];
