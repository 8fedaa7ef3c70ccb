import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CommanderError } from "commander";
import { ScenarioError } from "../base/problem.js";
import { programOf } from "./program.js";
import { printNote, printProblems } from "./terminal.js";

const done = 0;
const ownFault = 70;

/** The exit status of a command whose input is wrong. */
export const wrongInput = 2;

const versionOf = (packageFolder: string): string => {
  const { version }: { readonly version: string } = JSON.parse(
    readFileSync(join(packageFolder, "package.json"), "utf8"),
  );
  return version;
};

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

/** Prints an error, and returns its exit status. Only a fault of the program itself has a stack trace. */
const statusOf = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? done : wrongInput;
  if (error instanceof ScenarioError) {
    printProblems(error.problems);
    return wrongInput;
  }
  printNote(`This is a fault of who-saves, not yours:\n${error instanceof Error ? error.stack : error}`);
  return ownFault;
};
