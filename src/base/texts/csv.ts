import Papa from "papaparse";
import { largestOf } from "../mathematics/largest.js";
import { counted } from "../problems/problem.js";
import { errorValueIn } from "./spreadsheet-error.js";

/** A row of a CSV text: where it begins, and its cells without outer spaces. */
export interface CsvRow {
  /** The line of the text, from 1. */
  readonly line: number;
  /** The letter of the plain text (`plainCsv`), from 0. */
  readonly start: number;
  readonly cells: readonly string[];
}

/** A CSV text as a table. Every row has a cell for each column. */
export interface CsvTable {
  /** The headings; empty for a column without a name, which holds nothing. */
  readonly columns: readonly string[];
  /** Where the headings begin in the plain text, from 0. */
  readonly start: number;
  readonly rows: readonly CsvRow[];
  /** True if semicolons divide the cells, as where a comma is the decimal point. */
  readonly isDecimalComma: boolean;
  /** The sign between cells. */
  readonly delimiter: string;
}

/** Something wrong in a line of a CSV text: what, and how to mend it. */
export interface CsvProblem {
  readonly line: number;
  readonly what: string;
  readonly mend: string;
}

/**
 * Reads a CSV text with headings: RFC 4180, or with semicolons, tabs or bars between the cells. Lines that begin with #
 * are comments. Rows are never padded or cut: a row with more or fewer cells than there are headings is a problem.
 * @param needed headings that are looked for in the first lines, to tell a title from headings
 */
export const readCsv = (
  text: string,
  needed: readonly string[] = [],
): CsvTable | { readonly problems: readonly CsvProblem[] } => {
  const plain = plainCsv(text);
  const [stated] = /^sep=.\n/i.exec(plain) ?? [];
  const delimiter = stated?.[4] ?? delimiterOf(plain);
  const { rows: all, problems: unclosed } = rowsOf(
    stated === undefined ? plain : plain.replace("sep=", "#ep="),
    delimiter,
  );
  if (unclosed.length > 0) return { problems: unclosed };
  const [heading, ...rows] = all;
  if (heading === undefined) return { problems: [{ line: 1, what: "It is empty.", mend: "Write headings and rows." }] };
  if (rows.length === 0 && !hasAll(heading, needed))
    return { columns: heading.cells, start: heading.start, rows, isDecimalComma: false, delimiter };
  const under = headingBelow(heading, rows, needed);
  if (under !== undefined) return { problems: [titleProblem(heading.line, under.line)] };
  const problems = [...headingProblems(heading, rows), ...rows.flatMap((row) => rowProblems(row, heading.cells))];
  if (rows.length === 0)
    problems.push({ line: heading.line, what: "It has headings, but no rows.", mend: "Write a row." });
  if (problems.length > 0) return { problems: problems.slice(0, mostShown) };
  return { columns: heading.cells, start: heading.start, rows, isDecimalComma: delimiter === ";", delimiter };
};

const mostShown = 20;

/** A CSV text without a byte order mark, and with plain line ends: positions in it are those that an editor shows. */
export const plainCsv = (text: string): string => text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");

/** Where a cell of a row, or of the headings, begins in the plain text. */
export const startOfCell = (
  plain: string,
  { start }: Pick<CsvRow, "start">,
  index: number,
  delimiter: string,
): number => {
  let at = start;
  for (let cell = 0, isQuoted = false; cell < index; at++) {
    if (plain[at] === '"') isQuoted = !isQuoted;
    else if (plain[at] === delimiter && !isQuoted) cell++;
  }
  return at;
};

/** The index of a column by its heading, whatever its capitals, spaces and signs; −1 if there is none. */
export const columnIndex = (columns: readonly string[], name: string): number => {
  const exact = columns.indexOf(name);
  return exact >= 0 ? exact : columns.map(lettersOf).indexOf(lettersOf(name));
};

const lettersOf = (heading: string): string => heading.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

const delimiters = [",", ";", "\t", "|"];

/** The sign that divides the first two lines that are no comment into most cells. */
const delimiterOf = (text: string): string => {
  const lines = text.split("\n", 50).filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const start = lines
    .slice(0, 2)
    .join("\n")
    .replaceAll(/"[^"]*"/g, "");
  const counts = delimiters.map((delimiter) => start.split(delimiter).length);
  return delimiters[counts.indexOf(largestOf(counts))];
};

const rowsOf = (
  text: string,
  delimiter: string,
): { readonly rows: readonly CsvRow[]; readonly problems: readonly CsvProblem[] } => {
  const rows: CsvRow[] = [];
  const problems: CsvProblem[] = [];
  let line = 1;
  let from = 0;
  Papa.parse<readonly string[]>(text, {
    delimiter,
    newline: "\n",
    step: ({ data, errors, meta }) => {
      const cells = data.map((cell) => cell.trim());
      if (errors.some(({ type }) => type === "Quotes")) problems.push({ line, ...unclosedQuotes });
      else if (!isComment(cells)) rows.push({ line, start: from, cells });
      for (const end = meta.cursor; from < end; from++) if (text[from] === "\n") line++;
    },
  });
  return { rows, problems };
};

const unclosedQuotes = {
  what: "A quotation mark opens a cell here, and nothing closes it rightly.",
  mend: 'Close it at the end of the cell, and write "" for a quotation mark inside it.',
};

/** True for a row without content, and for one that begins with # and not with an error value of a spreadsheet. */
const isComment = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell === "") || (cells[0].startsWith("#") && errorValueIn(cells[0]) === undefined);

/** The row that has the needed headings, if it is below the first; undefined if it is the first, or there is none. */
const headingBelow = (heading: CsvRow, rows: readonly CsvRow[], needed: readonly string[]): CsvRow | undefined => {
  if (needed.length === 0 || hasAll(heading, needed)) return undefined;
  return rows.slice(0, 10).find((row) => hasAll(row, needed));
};

const hasAll = ({ cells }: CsvRow, needed: readonly string[]): boolean =>
  needed.every((name) => columnIndex(cells, name) >= 0);

const titleProblem = (line: number, headings: number): CsvProblem => ({
  line,
  what: `The headings are in line ${headings}.`,
  mend: headings === line + 1 ? `Take line ${line} out.` : "Take out the lines above them.",
});

const headingProblems = ({ line, cells }: CsvRow, rows: readonly CsvRow[]): CsvProblem[] =>
  cells.flatMap((name, index): readonly CsvProblem[] => {
    const filled = name === "" ? rows.find((row) => (row.cells[index] ?? "") !== "") : undefined;
    if (filled)
      return [
        {
          line: filled.line,
          what: `Cell ${index + 1} holds "${clipped(filled.cells[index])}", under no heading.`,
          mend: "Give its column a heading in the first row, or take the cell out.",
        },
      ];
    const isSame = (other: string): boolean => other.toLowerCase() === name.toLowerCase();
    return name !== "" && cells.findIndex(isSame) < index
      ? [{ line, what: `The heading ${clipped(name)} is there twice.`, mend: "Rename one of the two columns." }]
      : [];
  });

const rowProblems = ({ line, cells }: CsvRow, headings: readonly string[]): readonly CsvProblem[] => {
  const error = cells.map(errorValueIn).find((each) => each !== undefined);
  if (error !== undefined) {
    const what = error.startsWith("##")
      ? "is what a spreadsheet shows in too narrow a column"
      : "is an error value of a spreadsheet";
    return [{ line, what: `${error} ${what}.`, mend: "Write the value that belongs there, or take the row out." }];
  }
  const extra = cells.slice(headings.length).find((cell) => cell !== "");
  if (cells.length === headings.length || (cells.length > headings.length && extra === undefined)) return [];
  const what = `It has ${counted(cells.length, "cell")}, under ${counted(headings.length, "heading")}.`;
  const split = splitNumber(cells);
  if (cells.length > headings.length && split !== undefined)
    return [
      {
        line,
        what: `${what} Is ${split} one number?`,
        mend: `Write ${Number(split.replaceAll(",", ""))}, without the comma. Text that holds a comma goes in quotes.`,
      },
    ];
  const mend =
    extra === undefined
      ? `Write a comma for each empty cell${cells.length === 1 ? ", or # before a note" : ""}.`
      : `Take "${clipped(extra)}" out or give it a heading; text that holds a comma goes in quotes.`;
  return [{ line, what, mend }];
};

/** The number that commas between its thousands divided into several cells: `1,850.00`. */
const splitNumber = (cells: readonly string[]): string | undefined => {
  const at = cells.findIndex((cell, index) => /^\D?[1-9]\d{0,2}$/.test(cell) && isThousands(cells[index + 1] ?? ""));
  if (at < 0) return undefined;
  const more = cells.slice(at + 1);
  const end = more.findIndex((cell) => !isThousands(cell));
  return [cells[at].replace(/^\D/, ""), ...more.slice(0, end < 0 ? undefined : end)].join(",");
};

const isThousands = (cell: string): boolean => /^\d{3}(?:\.\d+)?$/.test(cell);

const clipped = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
