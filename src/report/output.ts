import type { Simulation } from "../engine/simulate.js";
import type { Level } from "../scenario/agencies/level.js";
import type { Cell } from "./numbers.js";
import { type Page, type Table, type TableColumns, tableOf } from "./table.js";
import { upperBoundNote } from "./words.js";

/** What an output may be told; each output takes those its entry lists. */
export interface OutputOptions {
  /** Of explain: whose figure. Default: every agency's. */
  readonly agency?: string;
  /** Of explain: a model year, 1 and on. Default: 1. */
  readonly year?: number;
  /** Whose result: a level (place, public, society) or an agency. Default: society; of what compares strategies, public. */
  readonly of?: string;
  /** Of wrong-pockets: a level. Default: society. */
  readonly level?: Level;
  /** All that is saved, or cash alone. Default: net; of decide, votes and price-of-silos: netCash. */
  readonly figure?: "net" | "netCash";
  /** Of cost-effectiveness and acceptability: a service with a worth. Default: each of them. */
  readonly outcome?: string;
  /** Of acceptability: what an outcome is worth, in pounds. Default: several, from 0 to 100,000. */
  readonly willingnessToPay?: readonly number[];
  /** Of settle, postings, decide, votes and price-of-silos: which regimes. Default: the scenario's; where it names none, decide, votes and price-of-silos take all that every place knows. */
  readonly regimes?: readonly string[];
  /** Of decide and votes: the years that those who decide count. Default: all. */
  readonly horizonYears?: number;
  /** Of decide and votes: what a pound weighs, beyond itself, that is put into what loses. Default: 0. */
  readonly blame?: number;
  /** Of ledger: by model year or financial year. Default: model. */
  readonly years?: "model" | "financial";
  /** Of ledger: in real pounds or the cash of the day. Default: real. */
  readonly pounds?: "real" | "cash";
  /** Of settle, where it is printed as text: all years summed, or each. Default: total. */
  readonly by?: "total" | "years";
}

/** What makes the page of an output. */
export type MakePage = (simulation: Simulation, options?: OutputOptions) => Page;

/** What stands beside the rows of an output: a table that text prints in their place, where they are many, and sentences below. */
interface Beside<Row> {
  readonly summaryOf?: (rows: readonly Row[], options: OutputOptions) => Table | undefined;
  readonly notesOf?: (rows: readonly Row[]) => readonly string[];
}

/** An output that is a table of rows, and why there may be none. */
export const rowsPage =
  <Row extends Readonly<Record<keyof Row, Cell>>>(
    columns: TableColumns<Row>,
    rows: (simulation: Simulation, options: OutputOptions) => readonly Row[],
    empty?: string,
    { summaryOf = () => undefined, notesOf = () => [] }: Beside<Row> = {},
  ): MakePage =>
  (simulation, options = {}) => {
    const found = rows(simulation, options);
    const summary = summaryOf(found, options);
    return {
      before: [],
      table: tableOf(columns, found),
      ...(summary && { summary }),
      after: [...notesOf(found), ...upperBoundNote(boundIn(found))],
      empty,
    };
  };

/** The strategies among some rows whose numbers are an upper bound. */
const boundIn = (rows: readonly { readonly strategy?: Cell; readonly upperBound?: Cell }[]): readonly string[] => {
  const bound = rows.flatMap(({ strategy, upperBound }) =>
    upperBound === true && typeof strategy === "string" ? [strategy] : [],
  );
  return [...new Set(bound)].sort();
};
