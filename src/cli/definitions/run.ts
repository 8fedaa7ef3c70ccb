import type { RunOptions } from "../commands/run.js";
import type { AddCommand } from "./command.js";
import { formatAmong, lineWidth, names, ownCosts, ownValues, repeated, setting, wholeNumber } from "./options.js";

const formats = ["text", "markdown", "csv", "json", "html", "svg"] as const;

/** Adds `who-saves run`. */
export const addRun: AddCommand = (program, { packageFolder, finish }) => {
  program
    .command("run")
    .argument("<scenario>", "a file, or the name of an example")
    .description("run a scenario and print who pays and who saves")
    .option("--show <outputs>", "what to print, a,b,… or all (who-saves list outputs)", names)
    .option("--notes", "all notes of the answer, not only the first three")
    .option("--strategy <name>", "only this strategy; may be repeated", repeated)
    .option("--regime <name>", "under these funding rules; several, or all, are compared", repeated)
    .option("--draws <n>", "the number of draws (2048 by default)", wholeNumber(1))
    .option("--seed <text>", "the seed of the draws (who-saves by default)")
    .option("--set <address=value>", "use this value in place of the file's; may be repeated", setting)
    .option("--each <table>", "run once for each row of a CSV table whose headings are addresses")
    .option("--values <file>", ownValues)
    .option("--costs <file>", ownCosts)
    .option("--format <format>", `${formats.join(", ")} (text by default)`, formatAmong(formats))
    .option("--out <file>", "write to a file; its ending sets the format; FOLDER/ takes csv or svg")
    .option("--width <columns>", "the width of text, 40 to 400 (that of the terminal, or 100)", lineWidth)
    .action(async (scenario: string, options: RunOptions) => {
      const { run } = await import("../commands/run.js");
      finish(await run(scenario, options, packageFolder));
    });
};
