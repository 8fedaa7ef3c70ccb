import type { AddCommand } from "./command.js";

/** Adds `who-saves new`. */
export const addNew: AddCommand = (program, { packageFolder, finish }) => {
  program
    .command("new")
    .argument("<name>", "its name: NAME.yaml is written in this folder")
    .description("write a small scenario to start from")
    .option("--from <template>", "what to start from, of who-saves list templates (handrails by default)")
    .action(async (name: string, { from = "handrails" }: { readonly from?: string }) => {
      const { writeNew } = await import("../commands/new.js");
      finish(writeNew(name, from, packageFolder));
    });
};
