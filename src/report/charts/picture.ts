import { grouped } from "../../base/records.js";
import { type Cell, printed } from "../numbers.js";
import type { Part, Table } from "../table.js";
import type { Piece } from "./drawing.js";

/** How an output is drawn. */
export interface Picture {
  /** What its marks mean, for readers who do not see them. */
  readonly describe: string;
  /** Each thing it shows with its figures, in words. */
  readonly words: (part: Part) => readonly string[];
  readonly draw: (part: Part, width: number) => readonly Piece[];
}

/** A row of a table by column key: its cells, its numbers (0 if there is none), and the texts that a reader sees. */
export interface PictureRow {
  readonly cell: (key: string) => Cell;
  readonly number: (key: string) => number;
  readonly text: (key: string) => string;
}

/** The rows of a table by column key. Numbers are printed as text and markdown print them. */
export const pictureRows = ({ columns, rows }: Table): readonly PictureRow[] =>
  rows.map((row) => {
    const cells = Object.fromEntries(columns.map(({ key }, at) => [key, row[at]]));
    const cell = (key: string): Cell => cells[key] ?? null;
    return {
      cell,
      number: (key) => (typeof cells[key] === "number" && Number.isFinite(cells[key]) ? cells[key] : 0),
      text: (key) => printed(cell(key), columns.find((column) => column.key === key)?.print ?? "text", cells),
    };
  });

/** Rows below a heading, which is empty if there is one group. */
export interface RowGroup {
  readonly heading: string;
  readonly rows: readonly PictureRow[];
}

/** Rows that share some texts, in the order in which they first appear, with those texts as their heading. */
export const groupsBy = (rows: readonly PictureRow[], keys: readonly string[]): readonly RowGroup[] => {
  const all = [...grouped(rows, (row) => JSON.stringify(keys.map((key) => row.text(key)))).values()];
  const varied = keys.filter((key) => new Set(all.map(([first]) => first.text(key))).size > 1);
  return all.map((own) => ({ heading: varied.map((key) => own[0].text(key)).join(": "), rows: own }));
};

/** True for a figure that a reader sees as more than £0.00. */
export const isSome = (pounds: number): boolean => Math.abs(pounds) >= 0.005;

/** Figures in words, without those that are nothing: `pays £10, cash £20`. */
export const figuresIn = (row: PictureRow, figures: readonly (readonly [words: string, key: string])[]): string =>
  figures
    .filter(([, key]) => isSome(row.number(key)))
    .map(([words, key]) => `${words} ${row.text(key)}`)
    .join(", ");
