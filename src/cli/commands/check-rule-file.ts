import { counted, listed } from "../../base/problem.js";
import { checkRule, type LawRow } from "../../laws/index.js";
import { wrap } from "../../report/words.js";
import { findRule } from "../find.js";
import { readRuleFile } from "../rule-file.js";
import { print } from "../terminal.js";
import { readWorlds } from "../worlds.js";

/** How hard a rule file is checked, and how what is found is printed. */
export interface RuleOptions {
  readonly seed?: number;
  readonly runs?: number;
  readonly exhaustive?: boolean;
  readonly worlds?: string;
  readonly format?: "text" | "markdown" | "json";
}

interface Row extends LawRow {
  /** Whether the file says that the rule breaks this law. */
  readonly declared: boolean;
}

/** Checks the rule of a file against its laws: 0 where it keeps all but those it says it breaks, else 1. */
export const checkRuleFile = async (
  said: string,
  { seed, runs, exhaustive = false, worlds, format = "text" }: RuleOptions,
  packageFolder: string,
): Promise<number> => {
  const { rule, laws, breaks, family } = await readRuleFile(findRule(said, packageFolder));
  const rows = checkRule(rule, laws, {
    mode: exhaustive ? "exhaustive" : "random",
    ...(seed === undefined ? {} : { seed }),
    ...(runs === undefined ? {} : { runs }),
    ...(worlds === undefined ? {} : { examples: readWorlds(worlds, family) }),
  }).map((row): Row => ({ ...row, declared: breaks.includes(row.law) }));
  print(writers[format](said, rows));
  return rows.some(isUnexpected) ? 1 : 0;
};

const isUnexpected = ({ result, declared }: Row): boolean => result === "vacuous" || (result === "fails" && !declared);

const wordOf = ({ result, declared }: Row): string => {
  if (result === "vacuous") return "untested";
  if (result === "fails") return declared ? "breaks, as said" : "BREAKS";
  return declared ? "keeps, though it is said to break it" : "keeps";
};

const indented = (text: string): readonly string[] => wrap(text, 76).map((line) => `    ${line}`);

/** How sure one may be of a law that holds. */
const surety = ({ bound, runs, skipped }: Row): string =>
  bound === 0
    ? `all ${counted(runs - skipped, "small world")}`
    : `${counted(runs - skipped, "world")}, ${Number(((bound ?? 1) * 100).toPrecision(2))} %`;

const boundNote =
  "In brackets: the worlds a law was tried in, and the share of such worlds that may still break it, at 95 % (three in so many).";

const textOf = (row: Row): readonly string[] => {
  if (row.result === "holds") return [`${wordOf(row)}  ${row.law} (${surety(row)})`];
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
    ...(known > 0 ? [`breaks ${known} as it says`] : []),
    ...(wrong > 0 ? [`fails ${wrong} that it does not name`] : []),
  ];
  return `The rule ${listed(parts)}.`;
};

const writers = {
  text: (said: string, rows: readonly Row[]): string => {
    const note = rows.some(({ bound }) => bound !== null && bound > 0) ? wrap(boundNote, 80) : [];
    return `${[said, ...rows.flatMap(textOf), "", ...wrap(summary(rows), 80), ...note].join("\n")}\n`;
  },
  markdown: (said: string, rows: readonly Row[]): string =>
    [
      `# ${said}`,
      "",
      "| law | result | story |",
      "| --- | --- | --- |",
      ...rows.map((row) => `| ${row.law} | ${wordOf(row)} | ${row.story} |`),
      "",
      summary(rows),
      "",
    ].join("\n"),
  json: (said: string, rows: readonly Row[]): string => `${JSON.stringify({ file: said, rows }, null, 2)}\n`,
} as const;
