import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CommanderError } from "commander";
import { ScenarioError } from "../base/problem.js";
import { programOf } from "./program.js";
import { tell, tellProblems } from "./terminal.js";

const done = 0;
const ownFault = 70;

/** The status of a command that was told something wrong. */
export const wrongInput = 2;

const versionOf = (packageFolder: string): string => {
  const { version }: { readonly version: string } = JSON.parse(
    readFileSync(join(packageFolder, "package.json"), "utf8"),
  );
  return version;
};

/** Does what the words of a command line say, and gives the status to end with. */
export const main = async (words: readonly string[], packageFolder: string): Promise<number> => {
  let status = done;
  const program = programOf(packageFolder, versionOf(packageFolder), (code) => {
    status = code;
  });
  try {
    if (words.length === 0) program.outputHelp();
    else await program.parseAsync(words, { from: "user" });
    return status;
  } catch (error) {
    return statusOf(error);
  }
};

/** Tells what went wrong, once and without a stack trace where the input is to blame. */
const statusOf = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? done : wrongInput;
  if (error instanceof ScenarioError) {
    tellProblems(error.problems);
    return wrongInput;
  }
  tell(`This is a fault of who-saves, not yours:\n${error instanceof Error ? error.stack : error}`);
  return ownFault;
};
