import type { Command } from "commander";

/** What a command needs from the program around it. */
export interface CommandContext {
  /** The folder of the package, with its examples. */
  readonly packageFolder: string;
  /** Sets the exit status. */
  readonly finish: (status: number) => void;
}

/**
 * Adds a command to the program: its arguments, options and help.
 * The code that does its work is imported when the command is called, so that help is fast.
 */
export type AddCommand = (program: Command, context: CommandContext) => void;
