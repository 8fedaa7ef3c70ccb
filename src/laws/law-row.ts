import { errorText } from "../base/problems/error-text.js";
import type { Rule } from "../funding/rule.js";
import type { Span } from "./family.js";
import type { Counterexample, Hunt, LawTrial } from "./hunt/hunter.js";
import type { Law } from "./law.js";

/** The result of one law. */
export interface LawRow {
  /** The id of the law. */
  readonly law: string;
  /** What the law asks, in a sentence. */
  readonly says: string;
  /**
   * `vacuous`: the law applied to fewer than one world in twenty, so it was not tested. `unmoved`: what the law changes
   * never moved the rule's answer, so it was not tested. `untried`: an earlier law found that the rule is no function.
   */
  readonly result: "holds" | "fails" | "vacuous" | "unmoved" | "untried";
  /** The number of worlds tried. */
  readonly runs: number;
  /** The number of those worlds to which the law does not apply. */
  readonly skipped: number;
  /** The number of worlds in which the law's change moved the rule's answer; null if the law compares no answers. */
  readonly moved: number | null;
  /** What the rule rounds to, in pence: a law that compares rounded results allows one such unit per party. */
  readonly roundsTo: number;
  /** The lowest and highest number of each kind in all worlds that the rule was asked about. */
  readonly span: Span;
  /** If every small world was tried: what all of them have in common, in words such as `need 1`. Else empty. */
  readonly fixed: readonly string[];
  /**
   * If the law holds: at most this share of such worlds breaks it, at 95 % confidence (the rule of three: 3/N).
   * It is 0 if every small world was tried, and null if the law does not hold.
   */
  readonly bound: number | null;
  /** If the law fails: the world in which the rule breaks it. */
  readonly world: unknown;
  /** If the law fails: what the law changed in that world. */
  readonly change: unknown;
  /** If the law fails: how the rule breaks it there, in one sentence. */
  readonly where: string;
  /** What happens in that world, ending with `where`. If the law was not tested: why. */
  readonly story: string;
  /** The seed of the draws. With `path`, it returns to that world at once. */
  readonly seed: number;
  /** Empty if no world breaks the law, or if the world was known from another rule. */
  readonly path: string;
  /** How many times the search reduced that world. */
  readonly shrinks: number;
  /** If the law fails and no rule can keep it together with others: which others, and why. */
  readonly impossible: string;
}

/** A law that applies to a smaller share of the worlds counts as not tested. */
const leastShareTested = 0.05;

const nothing = { world: null, change: null, where: "", path: "", shrinks: 0, impossible: "" };

/** The row of a law that was tried. */
export const rowOf = <World, Outcome>(
  { rule, law, unit }: LawTrial<World, Outcome>,
  { tried, skipped, moved, span, fixed = [], counterexample }: Hunt<World>,
  seed: number,
  isProof: boolean,
): LawRow => {
  const row = {
    law: law.id,
    says: law.says,
    runs: tried,
    skipped,
    moved: moved ?? null,
    roundsTo: unit,
    span,
    fixed,
    seed,
    ...nothing,
  };
  const untested = { ...row, bound: null };
  if (counterexample?.isLawsFault) return { ...untested, result: "vacuous", story: counterexample.where };
  if (counterexample !== undefined) {
    const { world, change, where, path, shrinks } = counterexample;
    const story = storyOf(rule, law, counterexample);
    return { ...untested, result: "fails", world, change, where, path, shrinks, story, impossible: impossibility(law) };
  }
  const tested = tried - skipped;
  if (tested < leastShareTested * tried || tested === 0) {
    const story = `The law applies to ${tested} of the ${tried} worlds tried: it was not tested.`;
    return { ...untested, result: "vacuous", story };
  }
  if (moved === 0 && law.isStill !== true) {
    const story = `What the law changes moved the rule's answer in none of ${tested} worlds: it was not tested.`;
    return { ...untested, result: "unmoved", story };
  }
  return { ...row, result: "holds", bound: isProof ? 0 : Math.min(1, 3 / tested), story: "" };
};

/** What happens in a world in which a rule fails a law. */
const storyOf = <World, Outcome>(
  rule: Rule<World, Outcome>,
  { family, tell }: Law<World, Outcome>,
  { world, change, where, isUnsound }: Counterexample<World>,
): string => {
  if (isUnsound && family !== undefined) return `${family.tell(world)} ${where}`;
  try {
    return [tell?.(rule, world, change), where].filter(Boolean).join(" ");
  } catch (error) {
    return `${where} (tell of the law stops with an error: ${errorText(error)})`;
  }
};

/** The row of a law that was not tried, because the rule breaks an earlier one. */
export const untriedRow = <World, Outcome>(
  { law, unit }: LawTrial<World, Outcome>,
  seed: number,
  because: string,
): LawRow => ({
  ...nothing,
  law: law.id,
  says: law.says,
  result: "untried",
  runs: 0,
  skipped: 0,
  moved: null,
  roundsTo: unit,
  span: {},
  fixed: [],
  bound: null,
  seed,
  story: `It was not tried, since the rule breaks ${because}.`,
});

const impossibility = <World, Outcome>({ impossibleWith }: Law<World, Outcome>): string => {
  if (impossibleWith === undefined) return "";
  const { name, laws, says } = impossibleWith;
  return `No rule keeps this law together with ${laws.join(" and ")} (${name}): ${says}`;
};
