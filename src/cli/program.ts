import { Command, InvalidArgumentError } from "commander";
import { didYouMean, listed } from "../base/problem.js";
import { ruleFamilies } from "../funding/rule.js";
import { wrap } from "../report/words.js";
import type { CheckCommandOptions } from "./commands/check.js";
import type { RuleOptions } from "./commands/check-rule-file.js";
import type { LawsOptions } from "./commands/laws.js";
import type { ListOptions } from "./commands/list.js";
import type { RunOptions } from "./commands/run.js";

/** The commands; each loads its own file when it is called, so that help is instant. */
export const programOf = (packageFolder: string, version: string, finish: (status: number) => void): Command => {
  const program = new Command("who-saves")
    .description("If one public body pays to stop something breaking, whose budget gets the money back?")
    .version(version)
    .configureOutput({
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
      outputError: (text, write) =>
        write(
          `${text
            .trimEnd()
            .split("\n")
            .flatMap((line) => wrap(line, 80))
            .join("\n")}\n`,
        ),
    })
    .showHelpAfterError("(--help says what there is)")
    .exitOverride()
    .addHelpText("after", examplesText);

  program
    .command("run")
    .argument("<scenario>", "a file, or the name of an example")
    .description("run a scenario and print who pays and who saves")
    .option("--show <outputs>", "what to print, a,b,… or all (who-saves list outputs)", names)
    .option("--strategy <name>", "only this strategy; may be repeated", repeated)
    .option("--regime <name>", "under these funding rules; several, or all, are compared", repeated)
    .option("--draws <n>", "how many draws (2048 unless said)", whole)
    .option("--seed <text>", "what the draws begin from (who-saves unless said)")
    .option("--set <address=value>", "put a value in place of the file's; may be repeated", setting)
    .option("--costs <file>", ownCosts)
    .option("--format <format>", `${formatNames.join(", ")} (text unless said)`, formatAmong(formatNames))
    .option("--out <file>", "write to a file; its ending .csv, .json or .md says the format")
    .action(async (said: string, options: RunOptions) => {
      const { run } = await import("./commands/run.js");
      finish(run(said, options, packageFolder));
    });

  program
    .command("check")
    .argument("<file>", "a scenario or a rule (.js, .ts): a file, or the name of an example")
    .description("check a scenario and what it expects, or a rule by its laws")
    .option("--expanded", "of a scenario: print what it means in full, as JSON")
    .option("--costs <file>", `of a scenario: ${ownCosts}`)
    .option("--seed <n>", "of a rule: what its worlds are drawn from (42 unless said)", whole)
    .option("--runs <n>", "of a rule: how many worlds a law (1000 unless said)", whole)
    .option("--exhaustive", "of a rule: every small world, which is a proof for those")
    .option("--worlds <file>", "of a rule: worlds of your own to try first, as YAML, in pounds")
    .option("--format <format>", `of a rule: ${lawFormats.join(", ")} (text unless said)`, formatAmong(lawFormats))
    .action(async (said: string, options: CheckCommandOptions & RuleOptions) => {
      const { isRuleFile } = await import("./rule-ending.js");
      if (isRuleFile(said)) {
        const { checkRuleFile } = await import("./commands/check-rule-file.js");
        return finish(await checkRuleFile(said, options, packageFolder));
      }
      const { check } = await import("./commands/check.js");
      finish(check(said, options, packageFolder));
    });

  program
    .command("laws")
    .description("try our funding rules by every law, and print which break which")
    .option("--family <name>", `${listed(ruleFamilies, "or")}; all by default`)
    .option("--seed <n>", "what the worlds are drawn from (42 unless said)", whole)
    .option("--runs <n>", "how many worlds a law (200 unless said)", whole)
    .option("--exhaustive", "every small world; it takes minutes")
    .option("--format <format>", `${lawFormats.join(", ")} (text unless said)`, formatAmong(lawFormats))
    .action(async (options: LawsOptions) => {
      const { printLaws } = await import("./commands/laws.js");
      finish(printLaws(options));
    });

  program
    .command("list")
    .argument("[what]", "examples, outputs, regimes, rules, laws or costs; the first two unless said")
    .description("list the examples, the outputs, the funding rules, laws or unit costs")
    .option("--format <format>", `${listFormats.join(", ")} (text unless said)`, formatAmong(listFormats))
    .option("--costs <file>", ownCosts)
    .action(async (what: string | undefined, options: ListOptions) => {
      const { list } = await import("./commands/list.js");
      finish(await list(what, options, packageFolder));
    });

  program
    .command("new")
    .argument("<name>", "what to call it: NAME.yaml is written here")
    .description("write a small scenario to begin from")
    .action(async (name: string) => {
      const { writeNew } = await import("./commands/new.js");
      finish(writeNew(name));
    });

  program
    .command("schema")
    .description("print the JSON Schema of a scenario, for editors")
    .action(async () => {
      const { schema } = await import("./commands/schema.js");
      finish(schema(packageFolder));
    });

  return program;
};

const examplesText = `
Examples:
  who-saves run gritting                          the answer, on one screen
  who-saves run gritting --show ledger,activity   what it is made of
  who-saves new mine && who-saves run mine.yaml   a scenario of your own`;

const formatNames = ["text", "markdown", "csv", "json"];
const lawFormats = ["text", "markdown", "json"];
const listFormats = ["text", "csv", "json"];
const ownCosts = "unit costs of your own, as CSV (who-saves list costs)";

const names = (text: string, before: readonly string[] = []): readonly string[] => [...before, ...text.split(",")];

const repeated = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

const whole = (text: string): number => {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("It is a whole number, 1 or more.");
  return Number(text);
};

const formatAmong =
  (known: readonly string[]) =>
  (text: string): string => {
    if (!known.includes(text)) throw new InvalidArgumentError(didYouMean(text, known));
    return text;
  };

type Values = Readonly<Record<string, string>>;

const setting = (text: string, before: Values = {}): Values => {
  const [, address, value] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (address === undefined) throw new InvalidArgumentError("Write ADDRESS=VALUE, such as quantities.effect=50%.");
  return { ...before, [address.trim()]: value.trim() };
};
