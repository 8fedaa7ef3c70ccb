import type { AddCommand } from "./command.js";

/** Adds `who-saves new`. */
export const addNew: AddCommand = (program, { finish }) => {
  program
    .command("new")
    .argument("<name>", "its name: NAME.yaml is written in this folder")
    .description("write a small scenario to start from")
    .action(async (name: string) => {
      const { writeNew } = await import("../commands/new.js");
      finish(writeNew(name));
    });
};
