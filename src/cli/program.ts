import { Command } from "commander";
import { wrap } from "../report/words.js";
import { type CommandContext, commands } from "./commands.js";
import { printNote } from "./terminal.js";

/** The command line `who-saves`. */
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
  for (const add of commands) add(program, context);
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
