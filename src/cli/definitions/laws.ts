import { listed } from "../../base/problem.js";
import { ruleFamilies } from "../../funding/rule.js";
import type { LawsOptions } from "../commands/laws.js";
import type { AddCommand } from "./command.js";
import { formatAmong, matrixFormats, names, wholeNumber } from "./options.js";

/** Adds `who-saves laws`. */
export const addLaws: AddCommand = (program, { packageFolder, finish }) => {
  program
    .command("laws")
    .description("try our funding rules by every law, and print which break which")
    .option("--family <names>", `${listed(ruleFamilies, "or")}, between commas; all by default`, names)
    .option("--seed <n>", "the seed of the worlds (42 by default)", wholeNumber(0, Number.MAX_SAFE_INTEGER))
    .option("--runs <n>", "how many worlds per law (60 by default)", wholeNumber(1))
    .option("--exhaustive", "try every small world; it takes minutes")
    .option("--format <format>", `${matrixFormats.join(", ")} (text by default)`, formatAmong(matrixFormats))
    .action(async (options: LawsOptions) => {
      const { printLaws } = await import("../commands/laws.js");
      finish(await printLaws(options, packageFolder));
    });
};
