import { CommanderError } from "commander";
import { errorText } from "../base/problems/error-text.js";
import { mistake, type Problem, ScenarioError } from "../base/problems/problem.js";
import { programOf } from "./program.js";
import { printNote, printProblems } from "./terminal.js";
import { versionOf } from "./version.js";

const done = 0;
const ownFault = 70;

/** The exit status of a command whose input is wrong. */
export const wrongInput = 2;

/** Runs a command line, given as words, and returns its exit status. */
export const main = async (words: readonly string[], packageFolder: string): Promise<number> => {
  let status = done;
  const finish = (code: number): void => {
    status = code;
  };
  const program = programOf(versionOf(packageFolder), { packageFolder, finish });
  try {
    if (words.length === 0) program.outputHelp();
    else await program.parseAsync(words, { from: "user" });
    return status;
  } catch (error) {
    return statusOf(error);
  }
};

/** Prints an error, and returns its exit status. */
const statusOf = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? done : wrongInput;
  if (error instanceof ScenarioError) {
    printProblems(error.problems.map(atCommandOption));
    return wrongInput;
  }
  if (error instanceof RangeError && /allocation failed|invalid (typed )?array length/i.test(error.message)) {
    printProblems(outOfMemory.problems);
    return wrongInput;
  }
  const [first] = /^ +at .*/m.exec(error instanceof Error ? (error.stack ?? "") : "") ?? [];
  printNote(
    [`This is a fault of who-saves, not yours: ${errorText(error)}`, ...(first ? [first.trim()] : []), askedFor].join(
      "\n",
    ),
  );
  return ownFault;
};

/** A problem at an option of the library, at the option of the command that it came from. */
const atCommandOption = (problem: Problem): Problem => {
  const { address } = problem;
  if (address !== "show" && !address.startsWith("options.")) return problem;
  return { ...problem, address: commandOptions[address] ?? "--show" };
};

/** What the library calls these options. All others are written behind the name of an output. */
const commandOptions: Readonly<Record<string, string>> = {
  "options.draws": "--draws",
  "options.path": "--path",
  "options.regime": "--regime",
  "options.seed": "--seed",
  "options.strategies": "--strategy",
};

const askedFor = "Please report it, with the command and its file.";

const outOfMemory = mistake(
  "this run",
  "This needs more memory than this machine gives.",
  "Ask for fewer draws with --draws, for fewer outputs with --show, or for one strategy with --strategy.",
);
