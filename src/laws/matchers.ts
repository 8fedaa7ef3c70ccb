import { frozen } from "../data/frozen.js";
import type { Rule } from "../funding/rule.js";
import { type CheckOptions, checkRule } from "./check-rule.js";
import type { Law } from "./law.js";
import type { LawRow } from "./law-row.js";

/** What a matcher of vitest returns. */
interface Matched {
  readonly pass: boolean;
  readonly message: () => string;
}

const replay = ({ seed, path }: LawRow): string => (path === "" ? "" : `\n\nSeed ${seed}, path "${path}".`);

/** True if vitest calls a matcher by `.not`. */
const isNegated = (matcherState: unknown): boolean => Reflect.get(Object(matcherState), "isNot") === true;

type Message = (row: LawRow, law: { readonly id: string; readonly says: string }) => string;

/** A matcher that passes if a law has the wanted result. Untested, neither it nor its negation passes. */
const matcher = (wanted: LawRow["result"], passed: Message, failed: Message) =>
  function matched<World, Outcome>(
    this: unknown,
    rule: Rule<World, Outcome>,
    law: Law<World, Outcome>,
    options: CheckOptions<World> = {},
  ): Matched {
    const [row] = checkRule(rule, [law], options);
    const isTested = row.result === "holds" || row.result === "fails";
    if (!isTested) return { pass: isNegated(this), message: () => `The law ${law.id} was not tested. ${row.story}` };
    const pass = row.result === wanted;
    return { pass, message: () => (pass ? passed : failed)(row, law) };
  };

/**
 * Matchers for vitest and any other runner that has `expect.extend`. `toObey(law)` passes if the rule keeps the law.
 * `toBreak(law)` passes if the rule breaks it, for a break that is known and intended. A law that was not tested passes
 * neither, and neither passes with `.not`.
 * @example matchers.toObey(sampleRules.share["by benefit"], lawNamed("share", "no-investor-loses")).pass // => true
 */
export const matchers = frozen({
  toObey: matcher(
    "holds",
    (row, { id }) => `The rule keeps ${id} in ${row.runs - row.skipped} worlds.`,
    (row, { id, says }) => `The rule breaks ${id}: ${says}\n\n${row.story}${replay(row)}`,
  ),
  toBreak: matcher(
    "fails",
    (row, { id }) => `The rule breaks ${id}: ${row.story}`,
    (row, { id }) =>
      `The rule should break ${id}, but keeps it in ${row.runs - row.skipped} worlds. Use toObey instead.`,
  ),
} as const);

/** The matchers as a type: what `expect(rule)` gains by `expect.extend(matchers)`. */
export interface LawMatchers<Result = void> {
  /** Passes if a rule keeps a law: `expect(rule).toObey(law)`. */
  toObey(law: unknown, options?: unknown): Result;
  /** Passes if a rule breaks a law: `expect(rule).toBreak(law)`. */
  toBreak(law: unknown, options?: unknown): Result;
}

declare global {
  // Vitest and jest both let others add matchers here, so that neither is a dependency.
  namespace jest {
    interface Matchers<R, T> extends LawMatchers<R> {}
  }
}
