import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { listed } from "../base/problems/problem.js";
import { ruleFamilies } from "../funding/rule.js";
import type { CheckScenarioOptions } from "./commands/check.js";
import type { CheckRuleOptions } from "./commands/check-rule-file.js";
import type { CompareRunsOptions } from "./commands/compare.js";
import type { DesignCommandOptions } from "./commands/design.js";
import type { LawsOptions } from "./commands/laws.js";
import type { ListOptions } from "./commands/list.js";
import type { RunOptions } from "./commands/run.js";
import {
  among,
  formatOf,
  lawFormats,
  manyDraws,
  matrixFormats,
  names,
  ownCosts,
  ownValues,
  repeated,
  seedOfWorlds,
  setting,
  wholeNumber,
  widthOption,
} from "./options.js";
import type { PrintOptions } from "./print-run.js";
import { print } from "./terminal.js";

/** What a command needs from the program around it. */
export interface CommandContext {
  /** The folder of the package, with its examples. */
  readonly packageFolder: string;
  /** Sets the exit status. */
  readonly finish: (status: number) => void;
}

/**
 * Adds a command to the program: its arguments, options and help.
 * The code that does its work is imported when the command is called, so that help is fast.
 */
type AddCommand = (program: Command, context: CommandContext) => void;

/** Adds the options that say what is printed of a run, and how. */
const addPrintOptions = (command: Command): Command =>
  command
    .option("--show <outputs>", "what to print, a,b,… or all (who-saves list outputs)", names)
    .option("--notes", "all notes of the answer, not only the first three")
    .option(...formatOf(["text", "markdown", "csv", "json", "html", "xlsx", "svg"]))
    .option(
      "--headings <kind>",
      "of csv: words, for people (by default), or keys, for programs",
      among(["words", "keys"]),
    )
    .option("--out <file>", "write to a file; its ending sets the format; FOLDER/ takes csv or svg")
    .option(...widthOption);

/** Adds `who-saves run`. */
const addRun: AddCommand = (program, { packageFolder, finish }) => {
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
      const { run } = await import("./commands/run.js");
      finish(await run(scenario, options, packageFolder));
    });
};

/** Adds `who-saves merge`. */
const addMerge: AddCommand = (program, { packageFolder, finish }) => {
  const command = program
    .command("merge")
    .argument("<parts...>", "the files that run --shard wrote, in any order")
    .description("join the parts of a run, and print what the whole run would");
  addPrintOptions(command).action(async (parts: readonly string[], options: PrintOptions) => {
    const { merge } = await import("./commands/merge.js");
    finish(await merge(parts, options, packageFolder));
  });
};

/** Adds `who-saves compare`. */
const addCompare: AddCommand = (program, { packageFolder, finish }) => {
  program
    .command("compare")
    .argument("<a>", "a file, or the name of an example")
    .argument("<b>", "another file or example")
    .description("compare two scenarios: what differs, and what that does")
    .option("--set <address=value>", "use this value in the second; may be repeated", setting)
    .option("--draws <n>", "the number of draws (2048 by default)", wholeNumber(1))
    .option("--seed <text>", "the seed of the draws of both (who-saves by default)")
    .option(...formatOf(["text", "markdown", "json"]))
    .option(...widthOption)
    .action(async (before: string, after: string, options: CompareRunsOptions) => {
      const { compareRuns } = await import("./commands/compare.js");
      finish(await compareRuns([before, after], options, packageFolder));
    });
};

/** Adds `who-saves check`, for a scenario or a rule. */
const addCheck: AddCommand = (program, { packageFolder, finish }) => {
  program
    .command("check")
    .argument("<file>", "a scenario or a rule (.js, .ts): a file, or the name of an example")
    .description("check a scenario and the results it expects, or a rule by its laws")
    .option("--expanded", "for a scenario: print its full meaning, as JSON")
    .option("--values <file>", `for a scenario: ${ownValues}`)
    .option("--costs <file>", `for a scenario: ${ownCosts}`)
    .option("--seed <n>", "for a rule: the seed of its worlds (42 by default)", seedOfWorlds)
    .option("--path <path>", "for a rule: the path of a world that it printed, to return to it")
    .option("--runs <n>", "for a rule: how many worlds per law (1000 by default)", wholeNumber(1))
    .option("--exhaustive", "for a rule: try every small world, which is a proof for those")
    .option("--worlds <file>", "for a rule: your own worlds to try first, as YAML, in pounds")
    .option("--seconds <n>", "for a rule: the most that one law may take (10 by default)", wholeNumber(1, 86_400))
    .option(...formatOf(lawFormats, "for a rule: "))
    .action(async (file: string, options: CheckScenarioOptions & CheckRuleOptions) => {
      const { isRuleFile } = await import("./files/find.js");
      if (isRuleFile(file)) {
        const { checkRuleFile } = await import("./commands/check-rule-file.js");
        return finish(await checkRuleFile(file, options, packageFolder));
      }
      const { check } = await import("./commands/check.js");
      finish(await check(file, options, packageFolder));
    });
};

/** Adds `who-saves laws`. */
const addLaws: AddCommand = (program, { packageFolder, finish }) => {
  program
    .command("laws")
    .description("try our funding rules by every law, and print which break which")
    .option("--family <names>", `${listed(ruleFamilies, "or")}, between commas; all by default`, names)
    .option("--seed <n>", "the seed of the worlds (42 by default)", seedOfWorlds)
    .option("--runs <n>", "how many worlds per law (60 by default)", wholeNumber(1))
    .option("--exhaustive", "try every small world; it takes minutes")
    .option(...formatOf(matrixFormats))
    .action(async (options: LawsOptions) => {
      const { printLaws } = await import("./commands/laws.js");
      finish(await printLaws(options, packageFolder));
    });
};

/** Adds `who-saves design`. */
const addDesign: AddCommand = (program, { finish }) => {
  program
    .command("design")
    .description("look for our rules, and their parameters, that keep the laws you name; ends with 1 if none does")
    .requiredOption("--family <name>", listed(ruleFamilies, "or"))
    .requiredOption("--keep <laws>", "laws of the family, between commas (who-saves list laws)", names)
    .option("--seed <n>", "the seed of the worlds (42 by default)", seedOfWorlds)
    .option("--runs <n>", "how many worlds per law for what is reported (500 by default)", wholeNumber(1))
    .option(...formatOf(lawFormats))
    .action(async (options: DesignCommandOptions) => {
      const { printDesign } = await import("./commands/design.js");
      finish(printDesign(options));
    });
};

/** Adds `who-saves list`. */
const addList: AddCommand = (program, { packageFolder, finish }) => {
  program
    .command("list")
    .argument("[what]", "examples, outputs, templates, regimes, rules, laws or costs; by default the first two")
    .description("list the examples, the outputs, the funding rules, laws or unit costs")
    .option(...formatOf(["text", "csv", "json"]))
    .option("--costs <file>", ownCosts)
    .action(async (what: string | undefined, options: ListOptions) => {
      const { list } = await import("./commands/list.js");
      finish(await list(what, options, packageFolder));
    });
};

/** Adds `who-saves new`. */
const addNew: AddCommand = (program, { packageFolder, finish }) => {
  program
    .command("new")
    .argument("<name>", "its name: NAME.yaml is written in this folder")
    .description("write a small scenario to start from")
    .option("--from <template>", "what to start from, of who-saves list templates (handrails by default)")
    .action(async (name: string, { from = "handrails" }: { readonly from?: string }) => {
      const { writeNew } = await import("./commands/new.js");
      finish(writeNew(name, from, packageFolder));
    });
};

/** Adds `who-saves schema`. */
const addSchema: AddCommand = (program, { packageFolder, finish }) => {
  program
    .command("schema")
    .description("print the JSON Schema of a scenario, for editors")
    .action(() => {
      print(readFileSync(join(packageFolder, "examples", "scenario.schema.json"), "utf8"));
      finish(0);
    });
};

/** All commands, in the order that help lists them. */
export const commands: readonly AddCommand[] = [
  addRun,
  addMerge,
  addCompare,
  addCheck,
  addLaws,
  addDesign,
  addList,
  addNew,
  addSchema,
];
