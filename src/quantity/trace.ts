import { readCsv } from "../base/csv.js";
import { counted, didYouMean } from "../base/problem.js";
import { type ReadContext, reportError } from "./context.js";
import type { Expression } from "./expression.js";

interface TracesForm {
  readonly traces: Readonly<Record<string, readonly number[]>>;
}

interface FileForm {
  readonly file: string;
  readonly trace: string;
  readonly column: string;
}

type TraceForm = (TracesForm | FileForm) & {
  readonly beyond?: number | undefined;
  readonly pick?: string | number | undefined;
  readonly apart?: boolean | undefined;
};

type Traces = ReadonlyMap<string, readonly number[]>;

/** Reads traces, from the scenario or a column of a CSV file. `beyond` fills each one up to a whole year. */
export const readTrace = (form: TraceForm, address: string, context: ReadContext): Expression => {
  const traces = "file" in form ? tracesOfFile(form, address, context) : tracesInPlace(form, address, context);
  const sorted = [...traces].sort(byName);
  const names = sorted.map(([name]) => name);
  if (names.length === 0) return 0;
  checkLengths(sorted, form, address, context);
  const values = sorted.map(([, values]) => wholeYear(values, form.beyond ?? 0, context.cyclesPerYear));
  const pick = String(form.pick ?? "each-year");
  const fixed = names.indexOf(pick);
  if (fixed < 0 && pick !== "each-year" && pick !== "once")
    reportError(
      context,
      `${address}.pick`,
      `There is no trace called ${pick}. ${didYouMean(pick, ["each-year", "once", ...names])}`,
      "pick is each-year (a new one every year), once, or the name of a trace.",
    );
  return {
    kind: "trace",
    address,
    stream: form.apart ? address : JSON.stringify([pick, ...names]),
    names,
    values,
    pick: pick === "each-year" || pick === "once" ? pick : { trace: Math.max(0, fixed) },
  };
};

const tracesInPlace = ({ traces }: TracesForm, address: string, context: ReadContext): Traces => {
  const named = Object.entries(traces);
  if (named.length === 0)
    reportError(context, `${address}.traces`, "There is no trace here.", "Write traces: { 2010/11: [12.1, 10.5] }.");
  return new Map(named);
};

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

const wholeYear = (values: readonly number[], beyond: number, cycles: number): readonly number[] =>
  Array.from({ length: cycles }, (_, cycle) => values[cycle] ?? beyond);

const checkLengths = (
  traces: readonly (readonly [string, readonly number[]])[],
  { beyond }: TraceForm,
  address: string,
  context: ReadContext,
): void => {
  const cycles = context.cyclesPerYear;
  const report = (wrong: typeof traces, mend: string): void => {
    if (wrong.length === 0) return;
    const [[name, { length }]] = wrong;
    const more = wrong.length > 1 ? ` The same is true of ${wrong.length - 1} more.` : "";
    const lengths = `${counted(length, "value")}, but a year has ${counted(cycles, "cycle")}`;
    reportError(context, address, `The trace ${name} has ${lengths}.${more}`, mend);
  };
  report(
    traces.filter(([, { length }]) => length > cycles),
    "Leave out the values after the end of the year, or choose a shorter time.cycle.",
  );
  if (beyond === undefined)
    report(
      traces.filter(([, { length }]) => length < cycles),
      "Write the value of every later cycle as beyond, such as beyond: 15.",
    );
};

const tracesOfFile = ({ file, trace, column }: FileForm, address: string, context: ReadContext): Traces => {
  const refuse = (what: string, mend: string): Traces => {
    context.report({ severity: "error", address: `${address}.file`, what, mend, file });
    return new Map();
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
  const traces = tracesOfCsv(context.files[file], { file, trace, column }, address, context);
  return traces ?? new Map();
};

const tracesOfCsv = (
  text: string,
  { file, trace, column }: FileForm,
  address: string,
  context: ReadContext,
): Traces | undefined => {
  const { columns, rows } = readCsv(text);
  const [traceAt, columnAt] = [columns.indexOf(trace), columns.indexOf(column)];
  for (const [key, name, at] of [["trace", trace, traceAt] as const, ["column", column, columnAt] as const])
    if (at < 0)
      reportError(context, `${address}.${key}`, `${file} has no column ${name}. ${didYouMean(name, columns)}`);
  if (traceAt < 0 || columnAt < 0) return undefined;
  const traces = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    const cell = row[columnAt] ?? "";
    const name = row[traceAt] ?? "";
    const value = cell === "" ? Number.NaN : Number(cell);
    if (!Number.isFinite(value)) {
      reportError(
        context,
        `${address}.file`,
        `Row ${index + 1} of ${file} has no number in ${column}, but "${cell.slice(0, 40)}".`,
        "Rows are counted without the heading; numbers have no commas or units.",
      );
      return undefined;
    }
    traces.set(name, traces.get(name) ?? []);
    traces.get(name)?.push(value);
  }
  if (traces.size === 0) reportError(context, `${address}.file`, `${file} has a heading, but no rows.`);
  return traces;
};

/** True if a path leads out of the scenario's folder, as any operating system writes paths. */
export const isOutside = (path: string): boolean =>
  /^([/\\~]|[A-Za-z][\w+.-]*:)|(^|[/\\])\.\.([/\\]|$)|\p{Cc}/u.test(path);
