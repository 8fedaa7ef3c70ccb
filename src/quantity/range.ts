import { percentage } from "../base/number-text.js";
import { type ReadContext, reportError, reportWarning } from "./context.js";
import { families, parameterNames } from "./distributions/index.js";
import type { Expression } from "./expression.js";
import { numberMeant } from "./number-meant.js";

type RangeForm = { readonly value?: number | string } & Readonly<Record<string, unknown>>;

/** Reads a value with its range: the two-piece family unless another is named, with the numbers that family takes. */
export const readRange = (form: RangeForm, address: string, share: boolean, reading: ReadContext): Expression => {
  const family = families[(form.distribution as string | undefined) ?? "two-piece"];
  const parameters: Record<string, number> = {};
  for (const name of ["value", "low", "high", ...parameterNames]) {
    if (form[name] === undefined) continue;
    const number = numberOf(form[name]);
    if (number === undefined) reportNoNumber(name, String(form[name]), address, reading);
    else parameters[name] = number;
  }
  const { value } = parameters;
  if (value === undefined) return 0;
  const wrong = family.problem({ ...parameters, ...(share ? { share: 1 } : {}) });
  if (wrong !== undefined) {
    const [what, mend = "give exactly those, or name another distribution."] = wrong.split(/: (.*)/s);
    reportError(reading, address, what.replace(/\.?$/, "."), mend[0].toUpperCase() + mend.slice(1));
    return 0;
  }
  const taken = { ...parameters, ...(share ? { share: 1 } : {}) };
  warnOfLooseValue(family.quantile(taken), value, family.name, address, reading);
  return { kind: "range", address, family: family.name, parameters: taken, value };
};

const reportNoNumber = (name: string, text: string, address: string, reading: ReadContext): void => {
  const meant = numberMeant(text);
  reportError(
    reading,
    `${address}.${name}`,
    `Where a value has a range, ${name} is a number, not "${text.slice(0, 40)}".`,
    meant === undefined ? "Name the range as a quantity of its own, and read that in the formula." : `Write ${meant}.`,
  );
};

const numberOf = (part: unknown): number | undefined => (typeof part === "number" ? part : percentage(String(part)));

const warnOfLooseValue = (
  quantile: (u: number) => number,
  value: number,
  family: string,
  address: string,
  reading: ReadContext,
): void => {
  const [low, high] = [quantile(0.25), quantile(0.75)];
  if (value < low || value > high)
    reportWarning(
      reading,
      address,
      `The central run takes ${value}, which lies outside the middle half (${low.toPrecision(3)} to ${high.toPrecision(3)}) of its ${family} distribution.`,
      "Mend value, or the numbers of the distribution.",
    );
};
