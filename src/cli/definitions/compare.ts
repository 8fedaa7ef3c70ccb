import type { CompareRunsOptions } from "../commands/compare.js";
import type { AddCommand } from "./command.js";
import { formatAmong, lineWidth, setting, wholeNumber } from "./options.js";

const formats = ["text", "markdown", "json"] as const;

/** Adds `who-saves compare`. */
export const addCompare: AddCommand = (program, { packageFolder, finish }) => {
  program
    .command("compare")
    .argument("<a>", "a file, or the name of an example")
    .argument("<b>", "another file or example")
    .description("compare two scenarios: what differs, and what that does")
    .option("--set <address=value>", "use this value in the second; may be repeated", setting)
    .option("--draws <n>", "the number of draws (2048 by default)", wholeNumber(1))
    .option("--seed <text>", "the seed of the draws of both (who-saves by default)")
    .option("--format <format>", `${formats.join(", ")} (text by default)`, formatAmong(formats))
    .option("--width <columns>", "the width of text, 40 to 400 (that of the terminal, or 100)", lineWidth)
    .action(async (before: string, after: string, options: CompareRunsOptions) => {
      const { compareRuns } = await import("../commands/compare.js");
      finish(await compareRuns([before, after], options, packageFolder));
    });
};
