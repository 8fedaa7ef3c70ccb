#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CommanderError } from "commander";
import { ScenarioError } from "../base/problem.js";
import { programOf } from "./program.js";
import { tell, tellProblems } from "./terminal.js";

const done = 0;
const wrongInput = 2;
const ownFault = 70;

// A reader who closes the pipe, as `head` does, has read enough.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    tell(`The result cannot be written (${error.code}).`);
    process.exit(wrongInput);
  });

// Only this file keeps its place in the build, so only it can tell where the package lies.
const packageFolder = fileURLToPath(new URL("../../", import.meta.url));

const versionOf = (folder: string): string => {
  const { version }: { readonly version: string } = JSON.parse(readFileSync(`${folder}package.json`, "utf8"));
  return version;
};

const main = async (words: readonly string[]): Promise<number> => {
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

process.exitCode = await main(process.argv.slice(2));
