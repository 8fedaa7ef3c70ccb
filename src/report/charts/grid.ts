import { keysOf } from "../../base/records.js";
import { type Drawing, element, type Piece, paragraphAt, stacked, textAt } from "./drawing.js";
import { legendOf, signAt } from "./legend.js";
import { ink, type SignName, signs, sizes } from "./style.js";

/** A row of a grid: a sign in each column, its name, and figures, which may be empty. */
interface GridRow {
  readonly label: string;
  readonly figures: string;
  readonly cells: readonly (SignName | undefined)[];
}

/** Rows and columns below a heading, which is empty if there is one panel. */
export interface GridPanel {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly GridRow[];
}

/** Signs in rows and columns, and what each sign means. Columns have numbers, and their names below the grid. */
export const gridChart = (
  panels: readonly GridPanel[],
  words: Readonly<Partial<Record<SignName, string>>>,
  width: number,
): readonly Piece[] => {
  const used = new Set(panels.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)));
  const legend = keysOf(signs).flatMap((name) =>
    used.has(name) ? [{ ...signs[name], words: words[name] ?? "" }] : [],
  );
  return [withGap(legendOf(legend, width)), ...panels.flatMap((panel, at) => panelOf(panel, at > 0, width))];
};

/** A drawing with room below it. */
const withGap = (drawing: Drawing): Drawing => ({ ...drawing, height: drawing.height + sizes.gap * 0.75 });

/** The room of a cell, in pixels. */
const cell = 24;

/** A panel; if its columns take more than half of the width, the first of them, then the others below. */
const panelOf = ({ heading, columns, rows }: GridPanel, isFirst: boolean, width: number): readonly Piece[] => {
  const most = Math.floor(width / 2 / cell);
  const starts = columns.flatMap((_, at) => (at % most === 0 ? [at] : []));
  const title = { size: sizes.title, bold: true };
  const head = heading === "" ? [] : [withGap(paragraphAt(0, 0, heading, width, title))];
  const key = columns.length === 1 ? [] : [stacked(columns.map((name, at) => keyOf(name, at, width)))];
  const [first, ...others] = starts.flatMap((from) => blockOf(columns.length, rows, [from, from + most], width));
  return [{ ...stacked([...head, first]), isFirst }, ...others, ...key];
};

const keyOf = (name: string, at: number, width: number): Drawing => {
  const words = paragraphAt(cell * 1.5, 0, name, width - cell * 1.5);
  return { height: words.height + 2, parts: [numberAt(cell / 2, sizes.text, at), ...words.parts] };
};

const numberAt = (x: number, y: number, at: number): string => textAt(x, y, String(at + 1), { anchor: "middle" });

/** Some of the columns, with the names of the rows to their right; a piece for each row. */
const blockOf = (
  columns: number,
  rows: GridPanel["rows"],
  [first, end]: readonly [number, number],
  width: number,
): readonly Piece[] => {
  const last = Math.min(end, columns);
  const numbers = Array.from({ length: last - first }, (_, at) => numberAt((at + 0.5) * cell, sizes.text, first + at));
  const x = (last - first) * cell + 10;
  const head = columns === 1 ? [] : [{ height: sizes.text + 8, parts: numbers }];
  return rows.map(({ label, figures, cells }, at) => {
    const words = stacked([
      paragraphAt(x, 0, label, width - x),
      ...(figures === "" ? [] : [paragraphAt(x, 0, figures, width - x)]),
    ]);
    const own = cells.slice(first, last);
    const drawn = keysOf(signs).flatMap((name) => {
      const places = own.flatMap((sign, at) => (sign === name ? [[(at + 0.5) * cell, 9]] : []));
      return places.length === 0 ? [] : [signAt(signs[name], places)];
    });
    const rule = element("path", { d: `M0 -3H${width}`, stroke: ink.grid });
    const line = { height: words.height + 7, parts: [rule, ...words.parts, ...drawn] };
    const isLast = at === rows.length - 1;
    const row = isLast ? withGap(line) : line;
    return at === 0 ? stacked([...head, row]) : { ...row, again: stacked(head) };
  });
};
