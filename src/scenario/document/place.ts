import type { FilePosition } from "../../base/problems/problem.js";

/** Finds the position of an offset in a text: its line and column, with that line and the one above to show. */
export const positionsIn = (text: string, file: string): ((offset: number) => FilePosition) => {
  let rows: readonly string[] = [];
  let starts: readonly number[] = [];
  return (offset) => {
    if (rows.length === 0) {
      rows = text.split("\n");
      let start = 0;
      starts = rows.map((row) => {
        start += row.length + 1;
        return start - row.length - 1;
      });
    }
    const row = starts.findLastIndex((start) => start <= offset);
    const column = 1 + Math.min(offset - starts[row], rows[row].length);
    return { file, line: row + 1, column, frame: frameOf(rows, row + 1, column) };
  };
};

const frameWidth = 66;
const shownBefore = 44;

/** A line below the one above it, with a caret under a column. Of a long line, only the part around the column. */
const frameOf = (rows: readonly string[], line: number, column: number): string => {
  const from = column <= shownBefore ? 0 : column - shownBefore;
  const width = String(line).length;
  const framed = (number: string, text: string): string => `    ${number.padStart(width)} | ${text}`.trimEnd();
  const row = (number: number): string => framed(String(number), cut(rows[number - 1] ?? "", from));
  const above = from > 0 || (rows[line - 2] ?? "").trim() === "" ? [] : [row(line - 1)];
  return [...above, row(line), framed("", `${" ".repeat(column - 1 - from)}^`)].join("\n");
};

const cut = (row: string, from: number): string => {
  const shown = row
    .trimEnd()
    .replaceAll("\t", " ")
    .slice(from, from + frameWidth);
  const start = from === 0 || row.trim() === "" ? shown : `…${shown.slice(1)}`;
  return row.length > from + frameWidth ? `${start.slice(0, -1)}…` : start;
};
