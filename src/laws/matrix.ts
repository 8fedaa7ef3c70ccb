import { largestOf } from "../base/mathematics/largest.js";
import { checkArgument, ofKind } from "../base/problems/options.js";
import { takes } from "../base/problems/takes.js";
import type { Rule } from "../funding/rule.js";
import { type CheckOptions, checkTrial, trialsOf } from "./check-rule.js";
import { drawnLaws } from "./hunt/draws.js";
import type { TriedCase } from "./hunt/hunter.js";
import type { Law } from "./law.js";
import type { LawRow } from "./law-row.js";

/** The result of one law for one rule. */
export interface MatrixRow extends LawRow {
  /** The name of the rule. */
  readonly rule: string;
}

/**
 * Checks every rule against every law. A world that breaks a law under one rule is tried first under the next.
 * @param rules the rules, by name
 * @param laws laws of their family
 * @param options as for checkRule; `{ mode: "exhaustive", upTo: 4 }` tries every small world
 * @returns one row per rule and law, rule by rule
 * @example
 * const rows = lawMatrix(sampleRules.share, [lawNamed("share", "surplus-is-shared-out")]);
 * rows.filter(({ result }) => result === "fails").map(({ rule }) => rule) // => ["Clarke"]
 */
export const lawMatrix = <World, Outcome>(
  rules: Readonly<Record<string, NoInfer<Rule<World, Outcome>>>>,
  laws: readonly Law<World, Outcome>[],
  options: CheckOptions<NoInfer<World>> = {},
): readonly MatrixRow[] => {
  checkArgument("rules", rules, ofKind("object"));
  checkTrial(Object.values(rules), laws, options);
  const drawn = drawnLaws(laws, options.seed);
  const known = new Map<string, TriedCase<World>[]>();
  return Object.entries(rules).flatMap(([name, rule]) =>
    [...trialsOf(rule, drawn, { known, ...options })].map(({ row, found }) => {
      if (found !== undefined && row.path !== "") known.set(row.law, [...(known.get(row.law) ?? []), found]);
      return { rule: name, ...row };
    }),
  );
};

/** The mark of a result in a text table. */
const marks = { holds: "·", fails: "✗", vacuous: "?", unmoved: "–", untried: "?" } as const;

/** The mark of a result in a Markdown table. */
const ticks = { holds: "✓", fails: "✗", vacuous: "?", unmoved: "–", untried: "?" } as const;

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

const gridOf = (rows: readonly MatrixRow[]) => {
  const results = new Map(rows.map(({ rule, law, result }) => [`${rule}\n${law}`, result]));
  const [rules, laws] = [unique(rows.map(({ rule }) => rule)), unique(rows.map(({ law }) => law))];
  return { rules, laws, at: (rule: string, law: string) => results.get(`${rule}\n${law}`) ?? "vacuous" };
};

const letterOf = (index: number): string => String.fromCharCode("a".charCodeAt(0) + index);

/**
 * A matrix as text, at most 80 columns wide: one line per law, one letter per rule. A cross means that the rule breaks
 * the law.
 * @example
 * const matrix = lawMatrix({ silo: sampleRules.share.silo }, [lawNamed("share", "dummy")]);
 * matrixText(matrix).split("\n")[1] // => "dummy                            ·"
 */
export const matrixText = takes("the rows of lawMatrix", (rows: readonly MatrixRow[]): string => {
  const { rules, laws, at } = gridOf(rows);
  const width = largestOf([31, ...laws.map(({ length }) => length)]);
  const line = (name: string, cells: readonly string[]): string => `${name.padEnd(width)}  ${cells.join(" ")}`;
  return [
    line(
      "",
      rules.map((_, index) => letterOf(index)),
    ),
    ...laws.map((law) =>
      line(
        law,
        rules.map((rule) => marks[at(rule, law)]),
      ),
    ),
    "",
    ...rules.map((rule, index) => `${letterOf(index)}  ${rule}`),
  ].join("\n");
});

/**
 * A matrix as a Markdown table: one row per law, one column per rule.
 * @example
 * const matrix = lawMatrix({ silo: sampleRules.share.silo }, [lawNamed("share", "no-investor-loses")]);
 * matrixMarkdown(matrix).split("\n")[2] // => "| no-investor-loses | ✗ |"
 */
export const matrixMarkdown = takes("the rows of lawMatrix", (rows: readonly MatrixRow[]): string => {
  const { rules, laws, at } = gridOf(rows);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(["law", ...rules]),
    line(["---", ...rules.map(() => "---")]),
    ...laws.map((law) => line([law, ...rules.map((rule) => ticks[at(rule, law)])])),
  ].join("\n");
});
