import { largestOf } from "../../base/mathematics/largest.js";
import { sum } from "../../base/mathematics/statistics.js";
import { isText, type Print } from "../numbers.js";
import type { Table } from "../table.js";
import { widestPart, widthOf, wrap } from "../words.js";
import { type PrintedColumn, type PrintedTable, printedTable, withoutRepeats } from "./printed-table.js";

const gap = 2;

/** The least width of a text column by default, while a column with `spare` above 1 can still be left out. */
const comfortable = 18;

/** The least width of a text column once no such column is left. */
const narrowest = 8;

/** A table with more columns than fit, and at most this number of rows, is turned on its side. */
const fewRows = 3;

/** One line of a table. */
export interface TextLine {
  readonly text: string;
  /** True if the line is set apart: a heading within the table, or the sum of other rows. */
  readonly isApart: boolean;
}

/** A table as aligned lines, and the columns it leaves out. */
export interface TextTable {
  readonly heading: readonly string[];
  readonly lines: readonly TextLine[];
  /** Columns with one value in every row: `strategy gritting`. Columns of zeros are left out. */
  readonly same: readonly string[];
  /** Headings of the columns that do not fit. */
  readonly leftOut: readonly string[];
}

/**
 * Lays a table out in a number of columns. A few wide rows are turned on their side, so that no column is left out.
 * Else columns are left out, the highest `spare` first. If not even the others fit, each row becomes a list.
 * Only a word that is longer than the width passes it. `narrow` is the width of a text for which columns are left out.
 */
export const textTable = (table: Table, width: number, narrow = comfortable): TextTable => {
  const printed = printedTable(table);
  const { varied, same } = withoutRepeats(printed);
  const all = varied.map(measured);
  const fitting = fitted(all, width, narrow);
  if (fitting.length < all.length && table.rows.length <= fewRows && printed.headings.every(isMissing)) {
    const lines = sideways(printed.columns, width);
    if (lines.every((line) => widthOf(line) <= width))
      return { heading: [], lines: lines.map(plainLine), same: [], leftOut: [] };
  }
  const leftOut = all.filter((each) => !fitting.includes(each)).map(({ column }) => column.heading);
  const layOut = leastSum(fitting, narrowest) <= width ? upright : lists;
  return { ...layOut(printed, fitting, width), same, leftOut };
};

const isMissing = (heading: string | undefined): boolean => heading === undefined;

const plainLine = (text: string): TextLine => ({ text, isApart: false });
const lineApart = (text: string): TextLine => ({ text, isApart: true });

type Laid = Pick<TextTable, "heading" | "lines">;

/** One line per row, or more where a text is wrapped. */
const upright = ({ headings, sums }: PrintedTable, columns: readonly Measured[], width: number): Laid => {
  const widths = widthsOf(columns, width);
  const prints = columns.map(({ column }) => column.print);
  const titles = columns.map(({ column }) => column.heading);
  return {
    heading: rowLines(prints, widths, titles, true),
    lines: headings.flatMap((heading, at): readonly TextLine[] => {
      if (heading !== undefined) return wrap(heading, width).map(lineApart);
      const texts = columns.map(({ cells }) => cells[at]);
      const lines = rowLines(prints, widths, texts);
      if (!sums[at]) return lines.map(plainLine);
      return [...(at > 0 && !sums[at - 1] ? [plainLine(ruleOf(prints, widths))] : []), ...lines.map(lineApart)];
    }),
  };
};

/** Each row as a list of its cells. */
const lists = ({ headings, sums }: PrintedTable, columns: readonly Measured[], width: number): Laid => ({
  heading: [],
  lines: headings.flatMap((heading, at): readonly TextLine[] => {
    const own = columns.map(({ column, cells }) => ({ column, cells: [cells[at]] }));
    const lines = heading === undefined ? sideways(own, width) : wrap(heading, width);
    return [...lines.map(sums[at] || heading !== undefined ? lineApart : plainLine), plainLine("")];
  }),
});

/** The rows on their side: one line per column, with its heading, then its cell in each row. */
const sideways = (columns: readonly PrintedColumn[], width: number): readonly string[] => {
  const rows = columns[0].cells.map((_, at) => columns.map(({ cells }) => cells[at]));
  const print = rows.length === 1 ? "text" : "pounds";
  const turned = [columns.map(({ column }) => column.heading), ...rows].map((cells, at) =>
    measured({ column: { key: "", heading: "", print: at === 0 ? "text" : print, spare: 0 }, cells }),
  );
  const widths = widthsOf(turned, width);
  const prints = turned.map(({ column }) => column.print);
  return columns.flatMap((_, at) => {
    const texts = turned.map(({ cells }) => cells[at]);
    return rowLines(prints, widths, texts);
  });
};

/** A column with its full width, and the width of its widest part that cannot be broken. */
interface Measured extends PrintedColumn {
  readonly full: number;
  readonly least: number;
}

const measured = ({ column, cells }: PrintedColumn): Measured => {
  const heading = widestPart(column.heading);
  const full = Math.max(heading, widest(cells));
  return { column, cells, full, least: isText(column.print) ? largestOf(cells.map(widestPart), heading) : full };
};

/** The columns that fit. Those with the highest `spare` go first; those below 1 identify rows and always stay. */
const fitted = (all: readonly Measured[], width: number, narrow: number): readonly Measured[] => {
  const most = largestOf(all.map(({ column }) => column.spare));
  if (most < 1 || leastSum(all, most > 1 ? narrow : narrowest) <= width) return all;
  const fewer = all.filter(({ column }) => column.spare !== most);
  return fitted(fewer, width, narrow);
};

const leastWidth = ({ full, least }: Measured, narrow: number): number => Math.max(least, Math.min(full, narrow));

const leastSum = (all: readonly Measured[], narrow: number): number =>
  sum(all.map((each) => leastWidth(each, narrow))) + gap * (all.length - 1);

const widest = (texts: readonly string[]): number => largestOf(texts.map(widthOf), 0);

/** The widths of the columns: the full widths, then the widest text narrowed until all fit. */
const widthsOf = (all: readonly Measured[], width: number): readonly number[] => {
  const widths = all.map(({ full }) => full);
  const least = all.map((each) => leastWidth(each, narrowest));
  while (sum(widths) + gap * (all.length - 1) > width) {
    const spare = widths.map((each, at) => (each > least[at] ? each : 0));
    const at = spare.indexOf(largestOf(spare));
    if (!(spare[at] > 0)) break;
    widths[at]--;
  }
  return widths;
};

/** One row as lines: texts wrapped and to the left, numbers to the right. `isLow` aligns cells at the bottom. */
const rowLines = (
  prints: readonly Print[],
  widths: readonly number[],
  texts: readonly string[],
  isLow = false,
): readonly string[] => {
  const wrapped = texts.map((text, at) => wrap(text, widths[at]));
  const height = largestOf([1, ...wrapped.map(({ length }) => length)]);
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((own, at) => padded(own[line - (isLow ? height - own.length : 0)] ?? "", widths[at], prints[at]))
      .join(" ".repeat(gap))
      .trimEnd(),
  );
};

/** The line above a sum, under the numbers. */
const ruleOf = (prints: readonly Print[], widths: readonly number[]): string =>
  widths
    .map((width, at) => (isText(prints[at]) ? " " : "─").repeat(width))
    .join(" ".repeat(gap))
    .trimEnd();

const padded = (text: string, width: number, print: Print): string => {
  const space = " ".repeat(Math.max(0, width - widthOf(text)));
  return isText(print) ? text + space : space + text;
};
