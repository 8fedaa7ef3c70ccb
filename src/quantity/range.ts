import { percentage } from "../base/problems/number-text.js";
import { type ReadContext, reportError, reportWarning } from "./context.js";
import { type FamilyName, families, parameterNames } from "./distributions/index.js";
import type { Expression } from "./expression.js";
import { numberMeant } from "./number-meant.js";
import { rangeMeant } from "./range-meant.js";

type RangeForm = { readonly distribution?: FamilyName | undefined } & Readonly<Record<string, unknown>>;

/** What the place of a range says of it: it is a share of a whole, 0 to 1; or it is 0 or more. */
export interface RangeLimits {
  readonly share: boolean;
  readonly positive: boolean;
}

/** Reads a value with its range: a distribution, by default the two-piece one, and its parameters. */
export const readRange = (form: RangeForm, address: string, limits: RangeLimits, context: ReadContext): Expression => {
  const parameters: Record<string, number> = {};
  const stated = ["value", "low", "high", ...parameterNames].filter((name) => form[name] !== undefined);
  for (const name of stated) {
    const number = numberOf(form[name]);
    if (isMixed(form, name, number)) reportMixed(name, form, address, context);
    if (number === undefined) reportNotNumber(name, String(form[name]), address, context);
    else parameters[name] = number;
  }
  const { value } = parameters;
  if (Object.keys(parameters).length < stated.length) return 0;
  if (value === undefined || Object.entries(parameters).some(([name, number]) => isMixed(form, name, number))) return 0;
  const complete = { ...parameters, ...(limits.share ? { share: 1 } : {}) };
  const family = families[form.distribution ?? familyFor(parameters, limits)];
  const problem = family.problem(complete);
  if (problem !== undefined) {
    reportError(context, address, asWritten(problem.what, form, parameters), problem.mend);
    return 0;
  }
  if (form.distribution !== undefined || family !== families.pert)
    warnOfLooseValue(family.quantile(complete), value, family.name, address, context);
  return { kind: "range", address, family: family.name, parameters: complete, value };
};

/** What is wrong with some parameters, each as the file writes it: low (60%) in place of low (0.6). */
const asWritten = (what: string, form: RangeForm, parameters: Readonly<Record<string, number>>): string =>
  Object.entries(parameters).reduce(
    (text, [name, number]) => text.replaceAll(`${name} (${number})`, `${name} (${form[name]})`),
    what.replace(/ both [\d.]+\.$/, ` both ${form.low}.`),
  );

/**
 * The distribution of a range that names none: the two-piece one. A share that may be 0% or 100% has a bounded one,
 * since no percentile can lie on such an end; and so has what is never below 0, from a low of 0.
 */
const familyFor = ({ low, high }: Readonly<Record<string, number>>, { share, positive }: RangeLimits): FamilyName =>
  ((share || positive) && low === 0) || (share && high === 1) ? "pert" : "two-piece";

/** What the assumptions say of a range whose distribution was chosen for it; undefined for the others. */
export const noteOfRange = (form: object, expression: Expression): string | undefined =>
  typeof expression === "object" &&
  expression.kind === "range" &&
  expression.family === "pert" &&
  !("distribution" in form && form.distribution !== undefined)
    ? "drawn from a pert distribution: its low and high are bounds, and its value is the likeliest"
    : undefined;

const reportNotNumber = (name: string, text: string, address: string, context: ReadContext): void => {
  const meant = numberMeant(text);
  const range = rangeMeant(text);
  const otherwise =
    range === undefined
      ? "Name the range as a quantity of its own, and read that in the formula."
      : `For a range write ${range}.`;
  reportError(
    context,
    `${address}.${name}`,
    `If a value has a range, ${name} is a number, not "${text.slice(0, 40)}".`,
    meant === undefined ? otherwise : `Write ${meant}.`,
  );
};

const isPercent = (part: unknown): boolean => typeof part === "string" && percentage(part) !== undefined;

/** True for a plain number above 1 beside percentages: 40 where 40% is meant. */
const isMixed = (form: RangeForm, name: string, number: number | undefined): boolean =>
  ends.includes(name) &&
  typeof form[name] === "number" &&
  (number ?? 0) > 1 &&
  ends.some((end) => isPercent(form[end]));

const ends = ["value", "low", "high"];

const reportMixed = (name: string, form: RangeForm, address: string, context: ReadContext): void => {
  const other = ends.find((end) => isPercent(form[end]));
  const what = `${other} is a percentage (${form[other ?? ""]}), and ${name} is ${form[name]}.`;
  const [value, low, high] = ends.map((end) => Number.parseFloat(String(form[end])));
  const isSlip = !(low > value || value > high) && ends.filter((end) => Number(form[end]) > 1).length === 1;
  const mend = isSlip ? `Write ${name}: ${form[name]}%.` : "Write all three as numbers: 20% less than 3000 is 2400.";
  reportError(context, `${address}.${name}`, what, mend);
};

const numberOf = (part: unknown): number | undefined => (typeof part === "number" ? part : percentage(String(part)));

const warnOfLooseValue = (
  quantile: (u: number) => number,
  value: number,
  family: string,
  address: string,
  context: ReadContext,
): void => {
  const [low, high] = [quantile(0.25), quantile(0.75)];
  if (value >= low && value <= high) return;
  const half = `${low.toPrecision(3)} to ${high.toPrecision(3)}`;
  reportWarning(
    context,
    address,
    `The central run takes ${value}, which is outside the middle half (${half}) of its ${family} distribution.`,
    "Mend value, or the numbers of the distribution.",
  );
};
