import { counted, listed } from "../../base/problem.js";
import { checkRule, type LawRow } from "../../laws/index.js";
import { wrap } from "../../report/words.js";
import type { LawFormat } from "../definitions/options.js";
import { findRule } from "../find.js";
import { readRuleFile } from "../rule-file.js";
import { print } from "../terminal.js";
import { readWorlds } from "../worlds.js";

/** The options of `check` for a rule: how many worlds are tried, and how the result is printed. */
export interface CheckRuleOptions {
  readonly seed?: number;
  readonly runs?: number;
  readonly exhaustive?: boolean;
  readonly worlds?: string;
  readonly format?: LawFormat;
}

interface Row extends LawRow {
  /** True if the file lists this law in `breaks`. */
  readonly declared: boolean;
}

/** Checks the rule of a file by its laws. The status is 1 if it breaks a law that the file does not list, else 0. */
export const checkRuleFile = async (
  name: string,
  { seed, runs, exhaustive = false, worlds, format = "text" }: CheckRuleOptions,
  packageFolder: string,
): Promise<number> => {
  const { rule, laws, breaks, family } = await readRuleFile(findRule(name, packageFolder));
  const rows = checkRule(rule, laws, {
    mode: exhaustive ? "exhaustive" : "random",
    ...(seed === undefined ? {} : { seed }),
    ...(runs === undefined ? {} : { runs }),
    ...(worlds === undefined ? {} : { examples: readWorlds(worlds, family) }),
  }).map((row): Row => ({ ...row, declared: breaks.includes(row.law) }));
  print(writers[format](name, rows));
  return rows.some(isUnexpected) ? 1 : 0;
};

const isUnexpected = ({ result, declared }: Row): boolean => result === "vacuous" || (result === "fails" && !declared);

const wordOf = ({ result, declared }: Row): string => {
  if (result === "vacuous") return "untested";
  if (result === "fails") return declared ? "breaks, as declared" : "BREAKS";
  return declared ? "keeps, though declared to break it" : "keeps";
};

const indented = (text: string): readonly string[] => wrap(text, 76).map((line) => `    ${line}`);

/** The evidence for a law that holds: every small world, or the number of worlds and the 95 % bound in percent. */
const evidence = ({ bound, runs, skipped }: Row): string =>
  bound === 0
    ? `all ${counted(runs - skipped, "small world")}`
    : `${counted(runs - skipped, "world")}, ${Number(((bound ?? 1) * 100).toPrecision(2))} %`;

const boundNote =
  "In brackets: the worlds tried (n), and the share of worlds that may still break the law (95 % bound, 3 / n).";

const textOf = (row: Row): readonly string[] => {
  if (row.result === "holds") return [`${wordOf(row)}  ${row.law} (${evidence(row)})`];
  return [
    `${wordOf(row)}  ${row.law}`,
    ...indented(row.says),
    ...indented(row.story),
    ...(row.path === "" ? [] : [`    seed ${row.seed}, path ${row.path}`]),
    ...(row.impossible === "" ? [] : indented(row.impossible)),
  ];
};

const summary = (rows: readonly Row[]): string => {
  const count = (is: (row: Row) => boolean): number => rows.filter(is).length;
  const known = count((row) => row.result === "fails" && row.declared);
  const wrong = count(isUnexpected);
  const parts = [
    `keeps ${count(({ result }) => result === "holds")} of ${counted(rows.length, "law")}`,
    ...(known > 0 ? [`breaks ${known} as declared`] : []),
    ...(wrong > 0 ? [`fails ${wrong} that it does not declare`] : []),
  ];
  return `The rule ${listed(parts)}.`;
};

const writers = {
  text: (name: string, rows: readonly Row[]): string => {
    const note = rows.some(({ bound }) => bound !== null && bound > 0) ? wrap(boundNote, 80) : [];
    return `${[name, ...rows.flatMap(textOf), "", ...wrap(summary(rows), 80), ...note].join("\n")}\n`;
  },
  markdown: (name: string, rows: readonly Row[]): string =>
    [
      `# ${name}`,
      "",
      "| law | result | story |",
      "| --- | --- | --- |",
      ...rows.map((row) => `| ${row.law} | ${wordOf(row)} | ${row.story} |`),
      "",
      summary(rows),
      "",
    ].join("\n"),
  json: (name: string, rows: readonly Row[]): string => `${JSON.stringify({ file: name, rows }, null, 2)}\n`,
} as const;
