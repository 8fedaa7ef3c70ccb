import { sum } from "../../base/statistics.js";
import { type Cell, type Print, printed } from "../numbers.js";
import type { Table, TableColumn } from "../table.js";
import { widthOf, wrapCell } from "../words.js";

/** How wide a text may be. */
export const pageWidth = 80;

const gap = 2;
// A text column gives way to no other column below this, and never passes under the second.
const comfortable = 18;
const narrowest = 8;

interface Shown {
  readonly column: TableColumn;
  readonly cells: readonly string[];
}

/** A table as aligned lines, and what it leaves out: columns that say the same in every row, and those that do not fit. */
export interface TextTable {
  readonly heading: readonly string[];
  readonly lines: readonly string[];
  /** `strategy gritting`, `backfilled £0`. */
  readonly same: readonly string[];
  readonly leftOut: readonly string[];
}

/** Lays a table out in the width of a page: a few wide rows on their side, so that nothing is left out. */
export const textTable = (whole: Table): TextTable => {
  const table = withoutEmptyMarks(whole);
  const upright = uprightTable(table);
  const lines = upright.leftOut.length > 0 && table.rows.length <= fewRows ? sideways(table) : [];
  const fits = lines.length > 0 && widest(lines) <= pageWidth;
  return fits ? { heading: [], lines, same: [], leftOut: [] } : upright;
};

const fewRows = 3;

/** A table without the marks that no row bears. */
const withoutEmptyMarks = ({ columns, rows }: Table): Table => {
  const kept = [...columns.keys()].filter((at) => columns[at].print !== "mark" || rows.some((row) => row[at] === true));
  return { columns: kept.map((at) => columns[at]), rows: rows.map((row) => kept.map((at) => row[at])) };
};

/** A line a column: its heading, then its cell of each row. */
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

const uprightTable = (table: Table): TextTable => {
  const texts = table.rows.map((row) => row.map((_, at) => cellText(table, row, at)));
  // A heading above some rows has the page to itself.
  const headings = texts.map(([first, ...rest]) => rest.length > 0 && rest.every((text) => text === "") && first);
  const all = table.columns.map(
    (column, at): Shown => ({ column, cells: texts.map((row, index) => (headings[index] ? "" : row[at])) }),
  );
  const same = all.filter(({ column, cells }) => column.spare > 0 && cells.length > 1 && new Set(cells).size === 1);
  const kept = all.filter((shown) => !same.includes(shown));
  const fitting = fitted(kept);
  const widths = widthsOf(fitting);
  const row = (texts: readonly string[], low: boolean): readonly string[] => rowLines(fitting, texts, widths, low);
  return {
    heading: row(
      fitting.map(({ column }) => column.heading),
      true,
    ),
    lines: headings.flatMap((heading, at) =>
      heading
        ? wrapCell(heading, pageWidth)
        : row(
            fitting.map(({ cells }) => cells[at]),
            false,
          ),
    ),
    same: same.filter(({ cells }) => cells[0] !== "").map(({ column, cells }) => `${column.heading} ${cells[0]}`),
    leftOut: kept.filter((shown) => !fitting.includes(shown)).map(({ column }) => column.heading),
  };
};

const cellText = ({ columns }: Table, row: readonly Cell[], at: number): string =>
  printed(row[at], columns[at].print, Object.fromEntries(columns.map(({ key }, index) => [key, row[index]])));

const isText = ({ print }: TableColumn): boolean => print === "text";

/** The columns that fit, the least needed left out first; what tells rows apart stays, with the texts made narrower. */
const fitted = (shown: readonly Shown[]): readonly Shown[] => {
  const most = Math.max(...shown.map(({ column }) => column.spare));
  const narrow = most > 1 ? comfortable : narrowest;
  const fits = sum(shown.map((each) => leastWidth(each, narrow))) + gap * (shown.length - 1) <= pageWidth;
  return fits || most < 1 ? shown : fitted(shown.filter(({ column }) => column.spare !== most));
};

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(widthOf));
const fullWidth = ({ column, cells }: Shown): number => Math.max(widest(column.heading.split(" ")), widest(cells));

const leastWidth = (shown: Shown, narrow: number): number =>
  isText(shown.column)
    ? Math.max(widest(shown.column.heading.split(" ")), Math.min(fullWidth(shown), narrow))
    : fullWidth(shown);

/** Full widths, the widest text made narrower until the page holds them. */
const widthsOf = (shown: readonly Shown[]): readonly number[] => {
  const widths = shown.map(fullWidth);
  const least = shown.map((each) => leastWidth(each, narrowest));
  while (sum(widths) + gap * (shown.length - 1) > pageWidth) {
    const spare = widths.map((width, at) => (width > least[at] ? width : 0));
    const at = spare.indexOf(Math.max(...spare));
    if (!(spare[at] > 0)) break;
    widths[at]--;
  }
  return widths;
};

/** One row as lines: texts wrapped and to the left, numbers to the right; a heading stands low. */
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
