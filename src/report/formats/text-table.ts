import { sum } from "../../base/statistics.js";
import { type Cell, type Print, printed } from "../numbers.js";
import type { Table, TableColumn } from "../table.js";
import { widthOf, wrapCell } from "../words.js";

const gap = 2;

/** The least width of a text column, while a column with `spare` above 1 can still be left out. */
const comfortable = 18;

/** The least width of a text column once no such column is left. */
const narrowest = 8;

/** A table with more columns than fit, and at most this number of rows, is turned on its side. */
const fewRows = 3;

interface Shown {
  readonly column: TableColumn;
  readonly cells: readonly string[];
}

/** A table as aligned lines, and the columns it leaves out. */
export interface TextTable {
  readonly heading: readonly string[];
  readonly lines: readonly string[];
  /** Columns with one value in every row: `strategy gritting`, `backfilled £0`. */
  readonly same: readonly string[];
  /** Headings of the columns that do not fit. */
  readonly leftOut: readonly string[];
}

/** Lays a table out in a number of columns. A few wide rows are turned on their side, so that no column is left out. */
export const textTable = (whole: Table, width: number): TextTable => {
  const table = withoutEmpty(whole);
  const upright = uprightTable(table, width);
  const lines = upright.leftOut.length > 0 && table.rows.length <= fewRows ? sideways(table) : [];
  const fits = lines.length > 0 && widest(lines) <= width;
  return fits ? { heading: [], lines, same: [], leftOut: [] } : upright;
};

/** The `spare` from which a column that is empty in every row is not printed. */
const rarelyFilled = 14;

/** A table without the columns of marks, and columns that rarely have a cell, that are empty in every row. */
const withoutEmpty = ({ columns, rows }: Table): Table => {
  const places = [...columns.keys()].filter(
    (at) =>
      (columns[at].print !== "mark" && columns[at].spare < rarelyFilled) ||
      rows.some((row) => row[at] !== false && row[at] !== null && row[at] !== ""),
  );
  return { columns: places.map((at) => columns[at]), rows: rows.map((row) => places.map((at) => row[at])) };
};

/** One line per column: its heading, then its cell in each row. */
const sideways = (table: Table): readonly string[] => {
  const columns = table.columns.map(({ heading }, at) => [
    heading,
    ...table.rows.map((row) => cellText(table, row, at)),
  ]);
  const widths = columns[0].map((_, place) => widest(columns.map((cells) => cells[place])));
  return columns.map((cells) =>
    cells
      .map((text, place) => padded(text, widths[place], place === 0 ? "text" : "pounds"))
      .join(" ".repeat(gap))
      .trimEnd(),
  );
};

const uprightTable = (table: Table, width: number): TextTable => {
  const texts = table.rows.map((row) => row.map((_, at) => cellText(table, row, at)));
  // A row with only a first cell is a heading, and may use the full width.
  const headings = texts.map(([first, ...rest]) => rest.length > 0 && rest.every((text) => text === "") && first);
  const all = table.columns.map(
    (column, at): Shown => ({ column, cells: texts.map((row, index) => (headings[index] ? "" : row[at])) }),
  );
  const same = all.filter(({ column, cells }) => column.spare > 0 && cells.length > 1 && new Set(cells).size === 1);
  const varied = all.filter((shown) => !same.includes(shown));
  const fitting = fitted(varied, width);
  const widths = widthsOf(fitting, width);
  const row = (texts: readonly string[], low: boolean): readonly string[] => rowLines(fitting, texts, widths, low);
  return {
    heading: row(
      fitting.map(({ column }) => column.heading),
      true,
    ),
    lines: headings.flatMap((heading, at) =>
      heading
        ? wrapCell(heading, width)
        : row(
            fitting.map(({ cells }) => cells[at]),
            false,
          ),
    ),
    same: same.filter(({ cells }) => cells[0] !== "").map(({ column, cells }) => `${column.heading} ${cells[0]}`),
    leftOut: varied.filter((shown) => !fitting.includes(shown)).map(({ column }) => column.heading),
  };
};

const cellText = ({ columns }: Table, row: readonly Cell[], at: number): string =>
  printed(row[at], columns[at].print, Object.fromEntries(columns.map(({ key }, index) => [key, row[index]])));

const isText = ({ print }: TableColumn): boolean => print === "text";

/** The columns that fit. Those with the highest `spare` go first; those below 1 identify rows and always stay. */
const fitted = (shown: readonly Shown[], width: number): readonly Shown[] => {
  const most = Math.max(...shown.map(({ column }) => column.spare));
  const narrow = most > 1 ? comfortable : narrowest;
  const fits = sum(shown.map((each) => leastWidth(each, narrow))) + gap * (shown.length - 1) <= width;
  return fits || most < 1
    ? shown
    : fitted(
        shown.filter(({ column }) => column.spare !== most),
        width,
      );
};

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(widthOf));

const fullWidth = ({ column, cells }: Shown): number => Math.max(widest(column.heading.split(" ")), widest(cells));

const leastWidth = (shown: Shown, narrow: number): number =>
  isText(shown.column)
    ? Math.max(widest(shown.column.heading.split(" ")), Math.min(fullWidth(shown), narrow))
    : fullWidth(shown);

/** The widths of the columns: the full widths, then the widest text narrowed until all fit. */
const widthsOf = (shown: readonly Shown[], width: number): readonly number[] => {
  const widths = shown.map(fullWidth);
  const least = shown.map((each) => leastWidth(each, narrowest));
  while (sum(widths) + gap * (shown.length - 1) > width) {
    const spare = widths.map((each, at) => (each > least[at] ? each : 0));
    const at = spare.indexOf(Math.max(...spare));
    if (!(spare[at] > 0)) break;
    widths[at]--;
  }
  return widths;
};

/** One row as lines: texts wrapped and to the left, numbers to the right. `low` aligns cells at the bottom. */
const rowLines = (
  shown: readonly Shown[],
  texts: readonly string[],
  widths: readonly number[],
  low: boolean,
): readonly string[] => {
  const wrapped = texts.map((text, at) => wrapCell(text, widths[at]));
  const height = Math.max(1, ...wrapped.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    shown
      .map(({ column }, at) => {
        const from = low ? height - wrapped[at].length : 0;
        return padded(wrapped[at][line - from] ?? "", widths[at], column.print);
      })
      .join(" ".repeat(gap))
      .trimEnd(),
  );
};

const padded = (text: string, width: number, print: Print): string => {
  const space = " ".repeat(Math.max(0, width - widthOf(text)));
  return print === "text" ? text + space : space + text;
};
