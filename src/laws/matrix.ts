import type { Rule } from "../funding/rule.js";
import { type CheckOptions, checkRule, type LawRow } from "./check-rule.js";
import type { Law } from "./law.js";

/** What came of one law for one rule. */
export interface MatrixRow extends LawRow {
  readonly rule: string;
}

/**
 * Tries every rule by every law.
 * @param rules by name
 * @param laws those of their family
 * @param options as of checkRule; `{ mode: "exhaustive", upTo: 4 }` tries every small world
 * @returns a row for each rule and law
 * @example lawMatrix(sampleRules.share, [lawNamed("share", "dummy")]).filter(({ result }) => result === "fails").map(({ rule }) => rule) // => ["equal net", "equal gross", "Clarke"]
 */
export const lawMatrix = <World, Outcome>(
  rules: Readonly<Record<string, NoInfer<Rule<World, Outcome>>>>,
  laws: readonly Law<World, Outcome>[],
  options: CheckOptions<NoInfer<World>> = {},
): readonly MatrixRow[] =>
  Object.entries(rules).flatMap(([name, rule]) =>
    checkRule(rule, laws, options).map((row) => ({ rule: name, ...row })),
  );

/** How a result is marked in a table of text. */
const marks = { holds: "·", fails: "✗", vacuous: "?" } as const;

/** How it is marked where there is room for ticks. */
const ticks = { holds: "✓", fails: "✗", vacuous: "?" } as const;

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

const gridOf = (rows: readonly MatrixRow[]) => {
  const results = new Map(rows.map(({ rule, law, result }) => [`${rule}\n${law}`, result]));
  const [rules, laws] = [unique(rows.map(({ rule }) => rule)), unique(rows.map(({ law }) => law))];
  return { rules, laws, at: (rule: string, law: string) => results.get(`${rule}\n${law}`) ?? "vacuous" };
};

const letterOf = (at: number): string => String.fromCharCode("a".charCodeAt(0) + at);

/**
 * A matrix as text of 80 columns: a line a law, a letter a rule, a cross where the rule breaks the law.
 * @example matrixText(lawMatrix({ silo: sampleRules.share.silo }, [lawNamed("share", "dummy")])).split("\n")[1] // => "dummy                            ·"
 */
export const matrixText = (rows: readonly MatrixRow[]): string => {
  const { rules, laws, at } = gridOf(rows);
  const width = Math.max(...laws.map(({ length }) => length), 31);
  const line = (name: string, cells: readonly string[]): string => `${name.padEnd(width)}  ${cells.join(" ")}`;
  return [
    line(
      "",
      rules.map((_, place) => letterOf(place)),
    ),
    ...laws.map((law) =>
      line(
        law,
        rules.map((rule) => marks[at(rule, law)]),
      ),
    ),
    "",
    ...rules.map((rule, place) => `${letterOf(place)}  ${rule}`),
  ].join("\n");
};

/**
 * A matrix as a Markdown table: a row a law, a column a rule.
 * @example matrixMarkdown(lawMatrix({ silo: sampleRules.share.silo }, [lawNamed("share", "no-investor-loses")])).split("\n")[2] // => "| no-investor-loses | ✗ |"
 */
export const matrixMarkdown = (rows: readonly MatrixRow[]): string => {
  const { rules, laws, at } = gridOf(rows);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(["law", ...rules]),
    line(["---", ...rules.map(() => "---")]),
    ...laws.map((law) => line([law, ...rules.map((rule) => ticks[at(rule, law)])])),
  ].join("\n");
};
