import type { FormulaNames } from "../base/formula.js";
import type { Problem } from "../base/problem.js";

/** What reading a scenario carries along: where problems go, what formulas may name, the texts of files, and the cycle. */
export interface ReadContext {
  readonly report: (problem: Problem) => void;
  readonly names: FormulaNames;
  readonly files: Readonly<Record<string, string>>;
  readonly cyclesPerYear: number;
}

/** Reports an error: what is wrong at an address, how to mend it, and what of the entry is wrong where that is not its value. */
export const reportError = (
  { report }: Pick<ReadContext, "report">,
  address: string,
  what: string,
  mend?: string,
  points?: Problem["points"],
): void =>
  report({
    severity: "error",
    address,
    what,
    ...(mend === undefined ? {} : { mend }),
    ...(points === undefined ? {} : { points }),
  });

/** Reports a warning: what a reader should know about an address, and how to mend it. */
export const reportWarning = (
  { report }: Pick<ReadContext, "report">,
  address: string,
  what: string,
  mend?: string,
): void => report({ severity: "warning", address, what, ...(mend === undefined ? {} : { mend }) });
