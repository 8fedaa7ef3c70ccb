import type { FormulaNames } from "../base/formulas/formula.js";
import { errorAt, type Problem } from "../base/problems/problem.js";

/**
 * What the readers of a scenario share: where problems go, the names formulas may read, the texts of files, the cycle.
 */
export interface ReadContext {
  readonly report: (problem: Problem) => void;
  readonly names: FormulaNames;
  /** The texts of the files beside the scenario, by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly cyclesPerYear: number;
}

/**
 * Reports an error at an address.
 * @param what what is wrong, in a sentence
 * @param mend how to mend it, in a sentence
 * @param points which part of the entry is wrong; by default its value
 * @returns undefined, for a reader that gives it up
 */
export const reportError = (
  { report }: Pick<ReadContext, "report">,
  address: string,
  what: string,
  mend?: string,
  points?: Problem["points"],
): undefined => {
  report(errorAt(undefined, address, what, mend, points));
};

/** A context whose problems have a code, if they have none of their own. */
export const coded = <Context extends Pick<ReadContext, "report">>(context: Context, code: string): Context => ({
  ...context,
  report: (problem) => context.report({ code, ...problem }),
});

/** Reports a warning at an address: what a reader should know, and how to mend it. */
export const reportWarning = (
  { report }: Pick<ReadContext, "report">,
  address: string,
  what: string,
  mend?: string,
): void => report({ severity: "warning", address, what, ...(mend === undefined ? {} : { mend }) });
