import { counted, type Problem, problemText, ScenarioError } from "../base/problem.js";
import type { TextOptions } from "../report/formats/text.js";
import { clean } from "../report/words.js";

/** Prints a result, on stdout. */
export const print = (text: string): void => {
  process.stdout.write(text);
};

/** Prints a note that is not part of the result, on stderr. */
export const printNote = (text: string): void => {
  process.stderr.write(`${clean(text)}\n`);
};

/** Prints problems, errors first; and their number, if there are both errors and warnings. */
export const printProblems = (problems: readonly Problem[]): void => {
  const of = (severity: Problem["severity"]): readonly Problem[] =>
    problems.filter((problem) => problem.severity === severity);
  const [errors, warnings] = [of("error"), of("warning")];
  const count =
    errors.length > 0 && warnings.length > 0
      ? [`${counted(errors.length, "error")}, ${counted(warnings.length, "warning")}.`]
      : [];
  if (problems.length > 0) printNote([...[...errors, ...warnings].map(problemText), ...count].join("\n\n"));
};

/** A mistake in the command line or in a file. It is printed as a problem, without a stack trace. */
export const mistake = (address: string, what: string, mend?: string): ScenarioError =>
  new ScenarioError([{ severity: "error", address, what, ...(mend ? { mend } : {}) }]);

const isDumb = (): boolean => process.env.TERM === "dumb";

/**
 * How stdout shows text. A terminal has its own width, from 60 to 160 columns, its own height, and colour, unless
 * NO_COLOR is set (no-color.org). A pipe is like a file: the default width, without colour.
 */
export const textOptions = (): TextOptions => {
  const { isTTY, columns, rows } = process.stdout;
  if (isTTY !== true) return {};
  return { colour: !process.env.NO_COLOR && !isDumb(), width: Math.min(160, Math.max(60, columns)), lines: rows };
};

/** True if a line on stderr may be drawn again, as a progress bar is. */
export const canRedraw = (): boolean => process.stderr.isTTY === true && !isDumb();
