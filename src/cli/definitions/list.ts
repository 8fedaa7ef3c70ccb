import type { ListOptions } from "../commands/list.js";
import type { AddCommand } from "./command.js";
import { formatAmong, ownCosts } from "./options.js";

const formats = ["text", "csv", "json"] as const;

/** Adds `who-saves list`. */
export const addList: AddCommand = (program, { packageFolder, finish }) => {
  program
    .command("list")
    .argument("[what]", "examples, outputs, templates, regimes, rules, laws or costs; by default the first two")
    .description("list the examples, the outputs, the funding rules, laws or unit costs")
    .option("--format <format>", `${formats.join(", ")} (text by default)`, formatAmong(formats))
    .option("--costs <file>", ownCosts)
    .action(async (what: string | undefined, options: ListOptions) => {
      const { list } = await import("../commands/list.js");
      finish(await list(what, options, packageFolder));
    });
};
