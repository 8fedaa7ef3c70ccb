import type { RunOptions } from "../commands/run.js";
import type { AddCommand } from "./command.js";
import { manyDraws, ownCosts, ownValues, repeated, setting, wholeNumber } from "./options.js";
import { addPrintOptions } from "./print-options.js";

/** Adds `who-saves run`. */
export const addRun: AddCommand = (program, { packageFolder, finish }) => {
  const command = program
    .command("run")
    .argument("<scenario>", "a file, or the name of an example")
    .description("run a scenario and print who pays and who saves");
  addPrintOptions(command)
    .option("--strategy <name>", "only this strategy; may be repeated", repeated)
    .option("--regime <name>", "under these funding rules; several, or all, are compared", repeated)
    .option("--draws <n>", "the number of draws (2048 by default)", manyDraws)
    .option("--seed <text>", "the seed of the draws (who-saves by default)")
    .option("--set <address=value>", "use this value in place of the file's; may be repeated", setting)
    .option("--each <table>", "run once for each row of a CSV table whose headings are addresses")
    .option("--values <file>", ownValues)
    .option("--costs <file>", ownCosts)
    .option("--workers <n>", "threads; by default one, and more for a long run", wholeNumber(1, 256))
    .option("--shard <i/n>", "only part i of n, or auto/n in a job array; --out takes .part or .parquet")
    .action(async (scenario: string, options: RunOptions) => {
      const { run } = await import("../commands/run.js");
      finish(await run(scenario, options, packageFolder));
    });
};
