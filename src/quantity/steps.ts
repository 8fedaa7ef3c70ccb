import { indexYear } from "../base/appraisal/prices.js";
import { type ReadContext, reportError } from "./context.js";
import type { Expression } from "./expression.js";
import { columnsOfFile } from "./file.js";
import { readValue } from "./value.js";

/** A step: its value, from a number on. */
interface Step {
  readonly from: number;
  readonly value: number;
}

interface FileSteps {
  readonly file: string;
  readonly from: string;
  readonly column: string;
}

type StepsForm = { readonly of: number | string } & ({ readonly steps: Readonly<Record<string, number>> } | FileSteps);

/** Reads a step function: the formula it depends on, and the value from each threshold on, here or in a CSV file. */
export const readSteps = (form: StepsForm, address: string, context: ReadContext): Expression => {
  const steps = "from" in form ? stepsOfFile(form, address, context) : stepsInPlace(form.steps, address, context);
  const sorted = [...steps].sort((a, b) => a.from - b.from);
  return {
    kind: "steps",
    of: readValue(form.of, `${address}.of`, context),
    from: sorted.map(({ from }) => from),
    values: sorted.map(({ value }) => value),
  };
};

const stepsInPlace = (
  written: Readonly<Record<string, number>>,
  address: string,
  context: ReadContext,
): readonly Step[] => {
  const steps = Object.entries(written).map(([from, value]) => ({
    from: from.trim() === "" ? Number.NaN : Number(from),
    value,
  }));
  if (steps.length === 0 || steps.some(({ from }) => !Number.isFinite(from)))
    reportError(context, `${address}.steps`, "Every step starts at a number.", "Write steps: { 0: 0.001, 65: 0.019 }.");
  return steps;
};

const nothing: readonly Step[] = [{ from: 0, value: 0 }];

const stepsOfFile = (
  { file, from: names, column }: FileSteps,
  address: string,
  context: ReadContext,
): readonly Step[] => {
  const rows = columnsOfFile({ file, address, keys: { from: names, column } }, context);
  if (rows === undefined) return nothing;
  const refuse = (what: string, mend: string): readonly Step[] => {
    context.report({ severity: "error", code: "file", address: `${address}.file`, what, mend, file });
    return nothing;
  };
  const steps = rows.map(([written, value, line]) => {
    const name = plainName(written);
    return { name, from: startOf(name), value, line };
  });
  const wrong = steps.find(({ from }) => from === undefined);
  if (wrong)
    return refuse(
      `Line ${wrong.line} of ${file} has a step that begins at "${wrong.name.slice(0, 40)}".`,
      `${names} holds ${examples}.`,
    );
  const twice = steps.find(({ from }, index) => steps.findIndex((step) => step.from === from) < index);
  if (twice) return refuse(`${file} has two values for ${twice.name}.`, "Keep one row per step.");
  const sorted = steps.map(({ name, from = 0, value }) => ({ name, from, value })).sort((a, b) => a.from - b.from);
  const isEachYear = sorted.some(({ name, from }, at) => isYear(name) && sorted[at + 1]?.from === from + 1);
  const gap = sorted.findIndex(({ name }, at) => sorted[at + 1]?.from > (endOf(name, isEachYear) ?? Infinity) + 1);
  if (gap < 0) return sorted;
  const [{ name }, next] = sorted.slice(gap);
  return refuse(`${file} has nothing between ${name} and ${next.name}.`, "Write a row for it, with its own value.");
};

const examples =
  "numbers such as 65, groups such as 65-69 or 85+ (a spreadsheet makes a date of 5-9), or years such as 2020/21";

/** A name of a step in few forms: of `85 and over` 85+, of `65 years` 65, of the year `2020-21` 2020/21. */
const plainName = (name: string): string =>
  name
    .replace(/\s*years?\b/i, "")
    .replace(/\s*(?:and |or )?(?:plus|over|above|older)$/i, "+")
    .replace(/^(\d{4})[-–](\d{2})$/, (all, from, to) => (isYear(`${from}/${to}`) ? `${from}/${to}` : all));

/** The number that a step begins at: of `65-69` and `65+` 65, of the year `2020/21` 2020. Undefined if it is none. */
const startOf = (name: string): number | undefined => {
  const [, group] = /^(\d+)\s*(?:\+|(?:-|–|to)\s*\d+)$/i.exec(name) ?? [];
  const number = name === "" ? Number.NaN : Number(group ?? name);
  return Number.isFinite(number) ? number : indexYear(name);
};

const isYear = (name: string): boolean => indexYear(name) !== undefined;

/** The last number that a step is for: of `65-69` 69; of a year, in a file of every year, itself. Else undefined. */
const endOf = (name: string, isEachYear: boolean): number | undefined => {
  const [, end] = /^\d+\s*(?:-|–|to)\s*(\d+)$/i.exec(name) ?? [];
  return end === undefined ? (isEachYear ? indexYear(name) : undefined) : Number(end);
};
