import type { PrintOptions } from "../print-run.js";
import type { AddCommand } from "./command.js";
import { addPrintOptions } from "./print-options.js";

/** Adds `who-saves merge`. */
export const addMerge: AddCommand = (program, { packageFolder, finish }) => {
  const command = program
    .command("merge")
    .argument("<parts...>", "the files that run --shard wrote, in any order")
    .description("join the parts of a run, and print what the whole run would");
  addPrintOptions(command).action(async (parts: readonly string[], options: PrintOptions) => {
    const { merge } = await import("../commands/merge.js");
    finish(await merge(parts, options, packageFolder));
  });
};
