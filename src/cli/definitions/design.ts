import { listed } from "../../base/problem.js";
import { ruleFamilies } from "../../funding/rule.js";
import type { DesignCommandOptions } from "../commands/design.js";
import type { AddCommand } from "./command.js";
import { formatAmong, lawFormats, names, wholeNumber } from "./options.js";

/** Adds `who-saves design`. */
export const addDesign: AddCommand = (program, { finish }) => {
  program
    .command("design")
    .description("look for our rules, and their parameters, that keep the laws you name; ends with 1 if none does")
    .requiredOption("--family <name>", listed(ruleFamilies, "or"))
    .requiredOption("--keep <laws>", "laws of the family, between commas (who-saves list laws)", names)
    .option("--seed <n>", "the seed of the worlds (42 by default)", wholeNumber(0, Number.MAX_SAFE_INTEGER))
    .option("--runs <n>", "how many worlds per law for what is reported (500 by default)", wholeNumber(1))
    .option("--format <format>", `${lawFormats.join(", ")} (text by default)`, formatAmong(lawFormats))
    .action(async (options: DesignCommandOptions) => {
      const { printDesign } = await import("../commands/design.js");
      finish(printDesign(options));
    });
};
