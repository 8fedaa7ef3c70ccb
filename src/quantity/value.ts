import { type Formula, readFormula } from "../base/formula.js";
import { percentage } from "../base/number-text.js";
import { operations } from "../base/operations.js";
import { unreachable } from "../base/records.js";
import { type ReadContext, reportError } from "./context.js";
import type { Expression } from "./expression.js";
import { numberMeant } from "./number-meant.js";

/** Reads a plain value: a number, a percentage or a formula. A formula of numbers only becomes its result. */
export const readValue = (value: number | string, address: string, context: ReadContext): Expression => {
  if (typeof value === "number") return value;
  const share = percentage(value);
  if (share !== undefined) return share;
  const refuse = (what: string, mend?: string, at?: number): number => {
    reportError(context, address, what, mend, at);
    return 0;
  };
  const meant = numberMeant(value);
  if (meant !== undefined) return refuse(`"${value}" is not written as a number.`, `Write ${meant}.`);
  if (value.trim() === "") return refuse("There is no value here.", "Write a number, a percentage or a formula.");
  const read = readFormula(value, context.names);
  const shown = value.length > 60 ? `${value.slice(0, 57)}…` : value;
  const [, count] = /^([\d.]+) [a-z ]+$/i.exec(value) ?? [];
  const alone = count && `Write ${count} alone; what it counts goes under unit.`;
  if ("wrong" in read) return refuse(`In the formula "${shown}", ${read.wrong}`, alone, read.at);
  const constant = constantOf(read.formula);
  if (constant === undefined || Number.isFinite(constant)) return constant ?? read.formula;
  return refuse(`The formula "${shown}" gives ${constant}, not a finite number.`);
};

/** The value of a formula of numbers only, which may be infinite or NaN; undefined if the formula reads a name. */
const constantOf = (formula: Formula): number | undefined => {
  if (typeof formula === "number") return formula;
  switch (formula.kind) {
    case "name":
    case "last":
      return undefined;
    case "apply": {
      const values = formula.to.map(constantOf).filter((value) => value !== undefined);
      if (values.length < formula.to.length) return undefined;
      const [a, b, c] = values.map((value) => Float64Array.of(value));
      const out = new Float64Array(1);
      operations.get(formula.operation)?.run(out, a, b, c);
      return out[0];
    }
    default:
      return unreachable(formula);
  }
};
