import { counted, type Problem, problemText } from "../base/problems/problem.js";
import type { TextOptions } from "../report/formats/text.js";

/** What a terminal obeys: control characters but the ends of lines, and marks of reading direction. */
const obeyed = /\r(?!\n)|[^\P{Cc}\r\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The bold, dim and red that a report writes, after the escape character. */
const weight = /^\[(1|2|22|31|39)m/;

/** Prints a result, on stdout, without characters that a terminal obeys. */
export const print = (text: string): void => {
  const kept = (letter: string, at: number): string =>
    letter === "\u001b" && weight.test(text.slice(at + 1, at + 6)) ? letter : "";
  process.stdout.write(text.replace(obeyed, kept));
};

/** Prints a value as JSON, on stdout. Characters that a terminal obeys are escaped, so that nothing is lost. */
export const printJson = (value: unknown, replacer?: (key: string, value: unknown) => unknown): void => {
  const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
  process.stdout.write(`${JSON.stringify(value, replacer, 2).replace(obeyed, escaped)}\n`);
};

/** Prints a note that is not part of the result, on stderr. */
export const printNote = (text: string): void => {
  process.stderr.write(`${text.replace(obeyed, "")}\n`);
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
