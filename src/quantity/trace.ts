import { counted, didYouMean } from "../base/problems/problem.js";
import { type ReadContext, reportError } from "./context.js";
import type { Expression } from "./expression.js";
import { columnsOfFile } from "./file.js";

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
  form: TraceForm,
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
    "file" in form
      ? "A trace is one observed year. If a year is there twice, take one out. If the rows are years, write of: " +
          "2019 + year and from in place of trace."
      : "Leave out the values after the end of the year, or choose a shorter time.cycle.",
  );
  if (form.beyond === undefined)
    report(
      traces.filter(([, { length }]) => length < cycles),
      "Write the value of every later cycle as beyond, such as beyond: 15.",
    );
};

const tracesOfFile = ({ file, trace, column }: FileForm, address: string, context: ReadContext): Traces => {
  const traces = new Map<string, number[]>();
  for (const [name, value] of columnsOfFile({ file, address, keys: { trace, column } }, context) ?? [])
    traces.set(name, [...(traces.get(name) ?? []), value]);
  return traces;
};
