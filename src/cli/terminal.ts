import { counted, type Problem, problemText } from "../base/problem.js";
import { clean } from "../report/words.js";

/** Prints a result. */
export const print = (text: string): void => {
  process.stdout.write(text);
};

/** Tells the reader something that is no result. */
export const tell = (text: string): void => {
  process.stderr.write(`${clean(text)}\n`);
};

/** Tells of problems, errors first, with an empty line between; and how many there are, where they are many kinds. */
export const tellProblems = (problems: readonly Problem[]): void => {
  const of = (severity: Problem["severity"]): readonly Problem[] =>
    problems.filter((problem) => problem.severity === severity);
  const [errors, warnings] = [of("error"), of("warning")];
  const count =
    errors.length > 0 && warnings.length > 0
      ? [`${counted(errors.length, "error")}, ${counted(warnings.length, "warning")}.`]
      : [];
  if (problems.length > 0) tell([...[...errors, ...warnings].map(problemText), ...count].join("\n\n"));
};

const isDumb = (): boolean => process.env.TERM === "dumb";

/** Whether results may be coloured: on a terminal, unless NO_COLOR says no (no-color.org). */
export const hasColour = (): boolean => process.stdout.isTTY === true && !process.env.NO_COLOR && !isDumb();

/** Whether what is told may be drawn over. */
export const canRedraw = (): boolean => process.stderr.isTTY === true && !isDumb();
