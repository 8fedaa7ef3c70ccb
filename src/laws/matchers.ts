import type { Rule } from "../funding/rule.js";
import { type CheckOptions, checkRule, type LawRow } from "./check-rule.js";
import type { Law } from "./law.js";

/** What a matcher of vitest answers. */
interface Matched {
  readonly pass: boolean;
  readonly message: () => string;
}

const replay = ({ seed, path }: LawRow): string => (path === "" ? "" : `\n\nSeed ${seed}, path "${path}".`);

type Tell = (row: LawRow, law: { readonly id: string; readonly says: string }) => string;

/** What passes where a law comes out one way; `passed` and `failed` say it. */
const matcher =
  (wanted: LawRow["result"], passed: Tell, failed: Tell) =>
  <World, Outcome>(
    rule: Rule<World, Outcome>,
    law: Law<World, Outcome>,
    options: CheckOptions<World> = {},
  ): Matched => {
    const [row] = checkRule(rule, [law], options);
    const pass = row.result === wanted;
    return { pass, message: () => (pass ? passed : failed)(row, law) };
  };

/**
 * Matchers for vitest (and whatever else has `expect.extend`), which need no runner themselves: `toObey(law)` where a rule keeps a law, `toBreak(law)`
 * where it is known and meant that it does not. A law of which nothing was tested passes neither.
 * @example matchers.toObey(sampleRules.share["by benefit"], lawNamed("share", "no-investor-loses")).pass // => true
 */
export const matchers = {
  toObey: matcher(
    "holds",
    (row, { id }) => `The rule keeps ${id} in ${row.runs - row.skipped} worlds.`,
    (row, { id, says }) => `The rule breaks ${id}: ${says}\n\n${row.story}${replay(row)}`,
  ),
  toBreak: matcher(
    "fails",
    (row, { id }) => `The rule breaks ${id}: ${row.story}`,
    (row, { id }) =>
      `The rule should break ${id}, and does not in ${row.runs - row.skipped} worlds. Strike it from what it breaks.`,
  ),
} as const;
