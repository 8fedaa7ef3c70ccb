import { type Formula, type FormulaRead, readFormula } from "../base/formulas/formula.js";
import { operations } from "../base/formulas/operations.js";
import { percentage } from "../base/problems/number-text.js";
import { unreachable } from "../base/records.js";
import { errorValueIn } from "../base/texts/spreadsheet-error.js";
import { coded, type ReadContext, reportError } from "./context.js";
import type { Expression } from "./expression.js";
import { cellIn, habitIn } from "./habits.js";
import { numberMeant } from "./number-meant.js";
import { otherKind } from "./other-kinds.js";
import { rangeMeant } from "./range-meant.js";
import { foreignCall } from "./spreadsheet.js";
import { numberWithWords, placeholderIn } from "./words-meant.js";

/** Reads a plain value: a number, a percentage or a formula. A formula of numbers only becomes its result. */
export const readValue = (value: number | string, address: string, context: ReadContext): Expression => {
  if (typeof value === "number") return value;
  const share = percentage(value);
  if (share !== undefined) return share;
  const refuse = (what: string, mend?: string, at?: number): number => {
    reportError(coded(context, "number"), address, what, mend, at);
    return 0;
  };
  const other = otherKind(value);
  if (other !== undefined) return refuse(other.what, other.mend);
  const meant = numberMeant(value);
  if (meant !== undefined)
    return refuse(`"${value}" is not written as a number.`, minusMend(value, meant) ?? `Write ${meant}.`);
  if (value.trim() === "") return refuse("There is no value here.", "Write a number, a percentage or a formula.");
  const read = readFormula(value, context.names);
  const range = rangeMeant(value);
  if (range !== undefined) return refuse(asRange(value, read), asRangeMend(value, range, read));
  const shown = value.length > 60 ? `${value.slice(0, 57)}…` : value;
  const habit = habitMend(value, context);
  const isNamed = (value.replace(/\b(?:an?|per|every|each) year\b/g, "").match(/[A-Za-z_]\w*/g) ?? []).some((word) =>
    context.names.numbers.includes(word),
  );
  const words =
    "wrong" in read && !habit?.mend && !isNamed ? (placeholderIn(value) ?? numberWithWords(value)) : undefined;
  if (words !== undefined) return refuse(`"${shown}" is not a number.`, words);
  if ("wrong" in read)
    return habit?.mend
      ? refuse(`In the formula "${shown}": ${habit.what}`, habit.mend)
      : refuse(`In the formula "${shown}", ${read.wrong}`, habit?.what, read.at);
  const constant = constantOf(read.formula);
  if (constant === undefined || Number.isFinite(constant)) return constant ?? read.formula;
  return refuse(`The formula "${shown}" gives ${constant}, not a finite number.`);
};

/** The mend of a number in brackets, which are a minus in accounts. */
const minusMend = (value: string, meant: string): string | undefined =>
  value.trim().startsWith("(") && meant.startsWith("-")
    ? `Write ${meant.slice(1)}, or ${meant} if the brackets mean a minus.`
    : undefined;

/** What a range in the words of a sentence would be read as. */
const asRange = (value: string, read: FormulaRead): string => {
  const sum = "formula" in read ? constantOf(read.formula) : undefined;
  return sum === undefined
    ? `"${value}" is not how a range is written.`
    : `${value} is read as a sum: ${Number(sum.toPrecision(12))}.`;
};

const asRangeMend = (value: string, range: string, read: FormulaRead): string => {
  const sum = "formula" in read ? constantOf(read.formula) : undefined;
  const other = sum === undefined ? "" : ` For the sum write ${value.replace("-", " - ")}, with spaces.`;
  return `For a range write ${range}.${other}`;
};

/** The mend of a formula that is written from habit. What is meant is only proposed if it can be read. */
const habitMend = (
  value: string,
  { names }: ReadContext,
): { readonly what: string; readonly mend?: string } | undefined => {
  const error = errorValueIn(value);
  if (error !== undefined) return { what: `${error} is an error value of a spreadsheet.`, mend: "Write the number." };
  const cell = cellIn(value);
  if (cell !== undefined && !names.numbers.includes(cell))
    return {
      what: `${cell} is a cell of a spreadsheet.`,
      mend: "Give its value a name under quantities, and write that.",
    };
  const call = foreignCall(value);
  if (call !== undefined)
    return {
      what: `${call} is a function of a spreadsheet, and a formula has none like it.`,
      mend: "Write the number that the spreadsheet shows, with the spreadsheet as its source.",
    };
  const habit = habitIn(value);
  if (habit === undefined) return undefined;
  const range = rangeMeant(habit.meant);
  if (range !== undefined) return { what: habit.what, mend: `For a range write ${range}.` };
  if (numberMeant(habit.meant) !== undefined || "wrong" in readFormula(habit.meant, names)) return { what: habit.what };
  const quoted = habit.meant.includes(": ") ? `"${habit.meant}", with the quotes` : habit.meant;
  return { what: habit.what, mend: `Write ${quoted}.` };
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
