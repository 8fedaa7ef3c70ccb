import { Command } from "commander";
import { wrap } from "../report/words.js";
import { addCheck } from "./definitions/check.js";
import type { CommandContext } from "./definitions/command.js";
import { addCompare } from "./definitions/compare.js";
import { addDesign } from "./definitions/design.js";
import { addLaws } from "./definitions/laws.js";
import { addList } from "./definitions/list.js";
import { addMerge } from "./definitions/merge.js";
import { addNew } from "./definitions/new.js";
import { addRun } from "./definitions/run.js";
import { addSchema } from "./definitions/schema.js";
import { printNote } from "./terminal.js";

/** The command line `who-saves`, with its commands in the order that help lists them. */
export const programOf = (version: string, context: CommandContext): Command => {
  const program = new Command("who-saves")
    .description("If one public body pays to stop something breaking, whose budget gets the money back?")
    .version(version)
    .configureOutput({
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
      outputError: (text) => printNote(wrapLines(text.trimEnd())),
    })
    .showHelpAfterError("(--help lists commands and options)")
    .exitOverride()
    .addHelpText("after", examplesText);
  for (const add of [addRun, addMerge, addCompare, addCheck, addLaws, addDesign, addList, addNew, addSchema])
    add(program, context);
  return program;
};

const width = 80;

const wrapLines = (text: string): string =>
  text
    .split("\n")
    .flatMap((line) => wrap(line, width))
    .join("\n");

const examplesText = `
Examples:
  who-saves run gritting                          the answer, on one screen
  who-saves run gritting --show ledger,activity   the tables behind it
  who-saves new mine && who-saves run mine.yaml   a scenario of your own`;
