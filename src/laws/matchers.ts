import type { Rule } from "../funding/rule.js";
import { type CheckOptions, checkRule, type LawRow } from "./check-rule.js";
import type { Law } from "./law.js";

/** What a matcher of vitest answers. */
interface Matched {
  readonly pass: boolean;
  readonly message: () => string;
}

const rowOf = <World, Outcome>(
  rule: Rule<World, Outcome>,
  law: Law<World, Outcome>,
  options: CheckOptions<World> = {},
): LawRow => checkRule(rule, [law], options)[0];

const replay = ({ seed, path }: LawRow): string => (path === "" ? "" : `\n\nSeed ${seed}, path "${path}".`);

/**
 * Matchers for vitest (and whatever else has `expect.extend`), which need no runner themselves: `toObey(law)` where a rule keeps a law, `toBreak(law)`
 * where it is known and meant that it does not. A law of which nothing was tested passes neither.
 * @example matchers.toObey(sampleRules.share["by benefit"], lawNamed("share", "no-investor-loses")).pass // => true
 */
export const matchers = {
  toObey: <World, Outcome>(
    rule: Rule<World, Outcome>,
    law: Law<World, Outcome>,
    options?: CheckOptions<World>,
  ): Matched => {
    const row = rowOf(rule, law, options);
    return {
      pass: row.result === "holds",
      message: () =>
        row.result === "holds"
          ? `The rule keeps ${law.id} in ${row.runs - row.skipped} worlds.`
          : `The rule breaks ${law.id}: ${law.says}\n\n${row.story}${replay(row)}`,
    };
  },
  toBreak: <World, Outcome>(
    rule: Rule<World, Outcome>,
    law: Law<World, Outcome>,
    options?: CheckOptions<World>,
  ): Matched => {
    const row = rowOf(rule, law, options);
    return {
      pass: row.result === "fails",
      message: () =>
        row.result === "fails"
          ? `The rule breaks ${law.id}: ${row.story}`
          : `The rule should break ${law.id}, and does not in ${row.runs - row.skipped} worlds. Strike it from what it breaks.`,
    };
  },
} as const;
