import { sum } from "../base/mathematics/statistics.js";
import { counted, didYouMean } from "../base/problems/problem.js";
import { columnIndex, readCsv } from "../base/texts/csv.js";
import { readCellNumber } from "./cell-number.js";
import { type ReadContext, reportError } from "./context.js";

/** Two columns of a file: its path, the address of the number that names it, and their headings by key. */
interface FileColumns {
  readonly file: string;
  readonly address: string;
  /** The heading of the column of names, and that of the column of numbers. */
  readonly keys: Readonly<Record<string, string>> & { readonly column: string };
}

/** What the row below a table is called, where it is made of the others. */
const totalPattern = /^(?:(?:grand|sub|overall)[ -]?)?(?:totals?|sum|all|overall|average|avg|mean|median)\b/i;
/** Digits. Assumption: a sum of fewer agrees with a row by chance. */
const leastDigits = 3;

/** The name in one column of a CSV file, the number in another, and the line, row by row; undefined if not readable. */
export const columnsOfFile = (
  { file, address, keys }: FileColumns,
  context: ReadContext,
): readonly (readonly [name: string, value: number, line: number])[] | undefined => {
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
  const total = read.find(({ cells }) => cells[names] === "" || totalPattern.test(cells[names]));
  if (total !== undefined && read.length > 1)
    return refuse(
      total.cells[names] === ""
        ? `Line ${total.line} of ${file} has no ${Object.values(keys)[0]}.`
        : `Line ${total.line} of ${file} is "${total.cells[names]}": made of the other rows.`,
      "Take the row out, or write which row it is.",
    );
  const wrong = read.filter((row) => "mend" in row);
  if (wrong.length === 0) {
    const values = read.map((row) => ("number" in row ? row.number : 0));
    const whole = read[indexOfSum(values)];
    if (whole !== undefined)
      context.report({
        severity: "warning",
        code: "file",
        address: `${address}.file`,
        what: `Line ${whole.line} of ${file}, "${whole.cells[names]}", is the sum of the other rows.`,
        mend: "If it is their total, take the row out.",
        file,
      });
    return read.map(({ cells, line }, at) => [cells[names], values[at], line]);
  }
  const [{ line, cells, mend }] = wrong;
  const holds = cells[numbers] === "" ? "is empty" : `is "${cells[numbers].slice(0, 40)}"`;
  const more = wrong.length > 1 ? ` So it is in ${counted(wrong.length - 1, "other line")}.` : "";
  return refuse(`Line ${line} of ${file}: ${keys.column} ${holds}, which is not a number.${more}`, mend);
};

/** The index of the first or last number if it is the sum of two or more others; −1 if neither is, or by chance. */
const indexOfSum = (values: readonly number[]): number => {
  const all = sum(values);
  return (
    [values.length - 1, 0].find((at) => {
      const digits =
        values[at]
          ?.toPrecision(12)
          .replace(/\.?0+$|[-.]/g, "")
          .replace(/^0+|0+$/g, "") ?? "";
      return values.length > 2 && digits.length >= leastDigits && Math.abs(all - 2 * values[at]) < 1e-9 * Math.abs(all);
    }) ?? -1
  );
};

/** True if a path leads out of the scenario's folder, as any operating system writes paths. */
export const isOutside = (path: string): boolean =>
  /^([/\\~]|[A-Za-z][\w+.-]*:)|(^|[/\\])\.\.([/\\]|$)|\p{Cc}/u.test(path);
