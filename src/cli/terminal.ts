import { type Problem, problemText } from "../base/problem.js";
import { clean } from "../report/words.js";

/** Prints a result. */
export const print = (text: string): void => {
  process.stdout.write(text);
};

/** Tells the reader something that is no result. */
export const tell = (text: string): void => {
  process.stderr.write(`${clean(text)}\n`);
};

/** Tells of problems, with an empty line between. */
export const tellProblems = (problems: readonly Problem[]): void => {
  if (problems.length > 0) tell(problems.map(problemText).join("\n\n"));
};

const isDumb = (): boolean => process.env.TERM === "dumb";

/** Whether results may be coloured: on a terminal, unless NO_COLOR says no (no-color.org). */
export const hasColour = (): boolean => process.stdout.isTTY === true && !process.env.NO_COLOR && !isDumb();

/** Whether what is told may be drawn over. */
export const canRedraw = (): boolean => process.stderr.isTTY === true && !isDumb();
