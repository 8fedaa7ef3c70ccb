import type { Simulation } from "../engine/simulate.js";
import type { Cell } from "./numbers.js";
import { type Columns, type Page, tableOf } from "./table.js";

/** What an output may be told; each output takes those its entry lists. */
export interface OutputOptions {
  /** Of explain: whose figure. Default: every agency's. */
  readonly agency?: string;
  /** Of explain: a model year, 1 and on. Default: 1. */
  readonly year?: number;
  /** Of sensitivity and switching-values: a level (place, public, society) or an agency. Default: society. */
  readonly of?: string;
  /** Of the same: all that is saved, or cash alone. Default: net. */
  readonly figure?: "net" | "netCash";
}

/** What makes the page of an output. */
export type MakePage = (simulation: Simulation, options?: OutputOptions) => Page;

/** An output that is a table of rows. */
export const rowsPage =
  <Row extends Readonly<Record<keyof Row, Cell>>>(
    columns: Columns<Row>,
    rows: (simulation: Simulation, options: OutputOptions) => readonly Row[],
  ): MakePage =>
  (simulation, options = {}) => ({ before: [], table: tableOf(columns, rows(simulation, options)), after: [] });
