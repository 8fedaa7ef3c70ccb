import { columnIndex, readCsv } from "../base/csv.js";
import { counted, didYouMean } from "../base/problem.js";
import { readCellNumber } from "./cell-number.js";
import { type ReadContext, reportError } from "./context.js";

/** Two columns of a file: its path, the address of the number that names it, and their headings by key. */
interface FileColumns {
  readonly file: string;
  readonly address: string;
  /** The heading of the column of names, and that of the column of numbers. */
  readonly keys: Readonly<Record<string, string>> & { readonly column: string };
}

/** What the row below a table is called, where it sums the others. */
const totalPattern = /^(?:(?:grand|sub|overall)[ -]?)?(?:totals?|sum)\b/i;

/** The names in one column of a CSV file and the numbers in another, row by row; undefined if they cannot be read. */
export const columnsOfFile = (
  { file, address, keys }: FileColumns,
  context: ReadContext,
): readonly (readonly [string, number])[] | undefined => {
  const refuse = (what: string, mend: string): undefined => {
    context.report({ severity: "error", code: "file", address: `${address}.file`, what, mend, file });
  };
  if (isOutside(file))
    return refuse(
      `${file} is outside the scenario's folder.`,
      "Put a copy beside the scenario, and write its name only.",
    );
  if (!Object.hasOwn(context.files, file))
    return refuse(
      `There is no file ${file} beside the scenario.`,
      "Paths begin in the scenario's own folder; in code, the texts of files are passed beside the scenario.",
    );
  const table = readCsv(context.files[file], Object.values(keys));
  if ("problems" in table) {
    for (const { line, what, mend } of table.problems) refuse(`Line ${line} of ${file}: ${what}`, mend);
    return undefined;
  }
  const { columns, rows, isDecimalComma } = table;
  const places = Object.entries(keys).map(([key, heading]) => ({ key, heading, at: columnIndex(columns, heading) }));
  for (const { key, heading } of places.filter(({ at }) => at < 0))
    reportError(context, `${address}.${key}`, `${file} has no column ${heading}. ${didYouMean(heading, columns)}`);
  if (places.some(({ at }) => at < 0)) return undefined;
  const names = places.find(({ key }) => key !== "column")?.at ?? 0;
  const numbers = places.find(({ key }) => key === "column")?.at ?? 0;
  const read = rows.map(({ line, cells }) => ({ line, cells, ...readCellNumber(cells[numbers], isDecimalComma) }));
  const total = read.find(({ cells }) => totalPattern.test(cells[names]));
  if (total !== undefined && read.length > 1)
    return refuse(
      `Line ${total.line} of ${file} is "${total.cells[names]}": the sum of the others.`,
      "Take the row out.",
    );
  const wrong = read.filter((row) => "mend" in row);
  if (wrong.length === 0) return read.map((row) => [row.cells[names], "number" in row ? row.number : 0]);
  const [{ line, cells, mend }] = wrong;
  const holds = cells[numbers] === "" ? "is empty" : `is "${cells[numbers].slice(0, 40)}"`;
  const more = wrong.length > 1 ? ` So it is in ${counted(wrong.length - 1, "other line")}.` : "";
  return refuse(`Line ${line} of ${file}: ${keys.column} ${holds}, which is not a number.${more}`, mend);
};

/** True if a path leads out of the scenario's folder, as any operating system writes paths. */
export const isOutside = (path: string): boolean =>
  /^([/\\~]|[A-Za-z][\w+.-]*:)|(^|[/\\])\.\.([/\\]|$)|\p{Cc}/u.test(path);
