import type { CheckScenarioOptions } from "../commands/check.js";
import type { CheckRuleOptions } from "../commands/check-rule-file.js";
import type { AddCommand } from "./command.js";
import { formatAmong, lawFormats, ownCosts, ownValues, wholeNumber } from "./options.js";

/** Adds `who-saves check`, for a scenario or a rule. */
export const addCheck: AddCommand = (program, { packageFolder, finish }) => {
  program
    .command("check")
    .argument("<file>", "a scenario or a rule (.js, .ts): a file, or the name of an example")
    .description("check a scenario and the results it expects, or a rule by its laws")
    .option("--expanded", "for a scenario: print its full meaning, as JSON")
    .option("--values <file>", `for a scenario: ${ownValues}`)
    .option("--costs <file>", `for a scenario: ${ownCosts}`)
    .option("--seed <n>", "for a rule: the seed of its worlds (42 by default)", wholeNumber(0, Number.MAX_SAFE_INTEGER))
    .option("--path <path>", "for a rule: the path of a world that it printed, to return to it")
    .option("--runs <n>", "for a rule: how many worlds per law (1000 by default)", wholeNumber(1))
    .option("--exhaustive", "for a rule: try every small world, which is a proof for those")
    .option("--worlds <file>", "for a rule: your own worlds to try first, as YAML, in pounds")
    .option("--seconds <n>", "for a rule: the most that one law may take (10 by default)", wholeNumber(1, 86_400))
    .option("--format <format>", `for a rule: ${lawFormats.join(", ")} (text by default)`, formatAmong(lawFormats))
    .action(async (file: string, options: CheckScenarioOptions & CheckRuleOptions) => {
      const { isRuleFile } = await import("../find.js");
      if (isRuleFile(file)) {
        const { checkRuleFile } = await import("../commands/check-rule-file.js");
        return finish(await checkRuleFile(file, options, packageFolder));
      }
      const { check } = await import("../commands/check.js");
      finish(await check(file, options, packageFolder));
    });
};
