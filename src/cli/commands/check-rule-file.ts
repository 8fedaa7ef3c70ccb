import { withThousands } from "../../base/problems/number-text.js";
import { counted, listed, mistake } from "../../base/problems/problem.js";
import { penceText, spanOfAll, spanText } from "../../laws/index.js";
import { wrap } from "../../report/words.js";
import { findRule } from "../files/find.js";
import { inCell, tableInMarkdown } from "../markdown.js";
import type { LawFormat } from "../options.js";
import { withProgress } from "../progress.js";
import type { TriedRow as Row, Unanswered } from "../rules/rule-answers.js";
import { tryRule } from "../rules/try-rule.js";
import { print, printJson, printProblems } from "../terminal.js";

/** The options of `check` for a rule: how many worlds are tried, and how the result is printed. */
export interface CheckRuleOptions {
  readonly seed?: number;
  readonly path?: string;
  readonly runs?: number;
  readonly exhaustive?: boolean;
  readonly worlds?: string;
  readonly seconds?: number;
  readonly format?: LawFormat;
}

/** Checks the rule of a file by its laws. The status is 1 if it breaks a law that the file does not list, else 0. */
export const checkRuleFile = async (
  name: string,
  { seed, path, runs, exhaustive = false, worlds, seconds, format = "text" }: CheckRuleOptions,
  packageFolder: string,
): Promise<number> => {
  const limit = seconds ?? (exhaustive ? patience.exhaustive : patience.random);
  const task = { file: findRule(name, packageFolder), seed, path, runs, exhaustive, worlds, seconds: limit };
  const { rows, unanswered } = await withProgress((bar) => tryRule(task, packageFolder, bar.show));
  if (rows.length > 0 || unanswered === undefined) {
    if (format === "json") printJson({ file: name, rows });
    else print(writers[format](name, rows));
  }
  if (unanswered !== undefined) printProblems(late(name, unanswered, limit).problems);
  return unanswered !== undefined || rows.some(isUnexpected) ? 1 : 0;
};

/** The most seconds that one law may take by default. Our own rules take less than one, and some for small worlds. */
const patience = { random: 10, exhaustive: 120 } as const;

/** The problem of a rule that did not answer in time. */
const late = (name: string, { law, world }: Unanswered, limit: number) =>
  mistake(
    name,
    `The law ${law} took over ${counted(limit, "second")}; the laws after it were not tried. The rule was last asked ` +
      `about this world: ${world.length > mostShown ? `${world.slice(0, mostShown)} …` : world}`,
    "A rule answers at once. Look for a loop without an end, try fewer worlds with --runs, or set --seconds.",
  );

const mostShown = 400;

const isUnexpected = ({ result, declared }: Row): boolean => result === "vacuous" || (result === "fails" && !declared);

const wordOf = ({ result, declared }: Row): string => {
  if (result === "untried") return "not tried";
  if (result === "vacuous" || result === "unmoved") return "untested";
  if (result === "fails") return declared ? "breaks, as declared" : "BREAKS";
  return declared ? "keeps, though declared to break it" : "keeps";
};

const indented = (text: string): readonly string[] => wrap(text, 76).map((line) => `    ${line}`);

/**
 * The evidence for a law that holds: every small world, or the number of worlds and the 95 % bound in percent; and in
 * how many of them what the law changes moved the answer.
 */
const evidence = ({ bound, runs, skipped, moved, span, fixed }: Row): string => {
  const alike = fixed.length === 0 ? "" : `, all with ${listed(fixed)}`;
  const worlds =
    bound === 0
      ? `all ${counted(runs - skipped, "small world")} of ${spanText(span)}${alike}`
      : `${counted(runs - skipped, "world")}, ${Number(((bound ?? 1) * 100).toPrecision(2))} %`;
  return moved === null || moved === 0 ? worlds : `${worlds}; the answer moved in ${withThousands(String(moved))}`;
};

const boundNote =
  "In brackets: the worlds tried (n), and the share of worlds that may still break the law (95 % bound, 3 / n). " +
  "“Moved”: what the law changes gave another answer; where it never does, the law is untested.";

/** What a rule rounds to, if it is more than a penny. */
const roundingNote = ([row]: readonly Row[]): readonly string[] =>
  row === undefined || row.roundsTo === 1
    ? []
    : wrap(`It rounds to ${penceText(row.roundsTo)}: a law that compares results allows as much for each party.`, 80);

/** What all worlds of some rows spanned, in a line; empty if nothing is known. */
const spanNote = (rows: readonly Row[]): readonly string[] => {
  const text = spanText(spanOfAll(rows.map(({ span }) => span)));
  return text === "" ? [] : wrap(`Tried: ${text}.`, 80);
};

const textOf = (row: Row): readonly string[] => {
  if (row.result === "untried") return [`${wordOf(row)}  ${row.law}`];
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
  const first = rows.find(({ result }) => result === "untried");
  if (first !== undefined) return first.story.replace("It was not tried", "The other laws were not tried");
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
    const after = [...wrap(summary(rows), 80), ...spanNote(rows), ...roundingNote(rows), ...note];
    return `${[name, ...rows.flatMap(textOf), "", ...after].join("\n")}\n`;
  },
  markdown: (name: string, rows: readonly Row[]): string =>
    [
      `# ${inCell(name)}`,
      "",
      ...tableInMarkdown(
        ["law", "result", "story"],
        rows.map((row) => [row.law, wordOf(row), row.story]),
      ),
      "",
      summary(rows),
      "",
    ].join("\n"),
} as const;
