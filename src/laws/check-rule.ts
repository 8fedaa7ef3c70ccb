import type { Rule } from "../funding/rule.js";
import { huntAll, huntAtRandom } from "./hunt.js";
import type { Law } from "./law.js";

/** Which worlds to try, and how many. */
export interface CheckOptions<World> {
  /** `random` (the default) tries worlds drawn at random. `exhaustive` tries every small world: a proof for those. */
  readonly mode?: "random" | "exhaustive";
  /** For `random`: the number of worlds. Default: 1000. */
  readonly runs?: number;
  /** For `random`: the seed of the draws, a whole number. Default: 42. */
  readonly seed?: number;
  /** For `random`: the path of an earlier row, to return to its world at once. */
  readonly path?: string;
  /** For `random`: your own worlds, which are tried first. */
  readonly examples?: readonly World[];
  /** For `exhaustive`: the largest amount, in thousands of pounds, for up to three agencies. Default: 4. */
  readonly upTo?: number;
}

/** The result of one law. */
export interface LawRow {
  readonly law: string;
  readonly says: string;
  /** `vacuous`: the law applied to fewer than one world in twenty, so it was not tested. */
  readonly result: "holds" | "fails" | "vacuous";
  /** The number of worlds tried. */
  readonly runs: number;
  /** The number of those worlds to which the law does not apply. */
  readonly skipped: number;
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
  /** What happens in that world, ending with `where`. If the law is vacuous: how many worlds it applies to. */
  readonly story: string;
  /** The seed of the draws. With `path`, it returns to that world at once. */
  readonly seed: number;
  readonly path: string;
  /** How many times the search reduced that world. */
  readonly shrinks: number;
  /** If the law fails and no rule can keep it together with others: which others, and why. */
  readonly impossible: string;
}

/**
 * Looks for a world in which a rule breaks a law, and reports the smallest one it finds.
 * @param rule one of our rules, or your own function of the same family
 * @param laws laws of the rule's family, ours or your own; the compiler refuses laws of another family
 * @returns one row per law, in the order given
 * @example
 * const [row] = checkRule(sampleRules.share.silo, [lawNamed("share", "no-investor-loses")]);
 * row.where // => "The place is £1,000 better off; Council ends £1,000 worse off than if it had done nothing."
 */
export const checkRule = <World, Outcome>(
  rule: NoInfer<Rule<World, Outcome>>,
  laws: readonly Law<World, Outcome>[],
  options: CheckOptions<NoInfer<World>> = {},
): readonly LawRow[] => laws.map((law) => checkLaw(rule, law, options));

const defaultSeed = 42;

/** A law that applies to a smaller share of the worlds counts as not tested. */
const leastShareTested = 0.05;

const checkLaw = <World, Outcome>(
  rule: Rule<World, Outcome>,
  law: Law<World, Outcome>,
  { mode = "random", runs = 1000, seed = defaultSeed, path = "", examples = [], upTo = 4 }: CheckOptions<World>,
): LawRow => {
  const trial = { rule, law };
  const isProof = mode === "exhaustive";
  const hunt = isProof ? huntAll(trial, upTo) : huntAtRandom(trial, { runs, seed, path, examples });
  const tested = hunt.tried - hunt.skipped;
  const row = { law: law.id, says: law.says, runs: hunt.tried, skipped: hunt.skipped, seed };
  const noCounterexample = { world: null, change: null, where: "", path: "", shrinks: 0, impossible: "" };
  if (hunt.counterexample !== undefined) {
    const { world, change, where } = hunt.counterexample;
    const story = [law.tell?.(rule, world, change), where].filter(Boolean).join(" ");
    return { ...row, ...hunt.counterexample, result: "fails", bound: null, story, impossible: impossibility(law) };
  }
  if (tested < leastShareTested * hunt.tried || tested === 0) {
    const story = `The law applies to ${tested} of the ${hunt.tried} worlds tried: it was not tested.`;
    return { ...row, ...noCounterexample, result: "vacuous", bound: null, story };
  }
  return { ...row, ...noCounterexample, result: "holds", bound: isProof ? 0 : Math.min(1, 3 / tested), story: "" };
};

const impossibility = <World, Outcome>({ impossibleWith }: Law<World, Outcome>): string => {
  if (impossibleWith === undefined) return "";
  const { name, laws, says } = impossibleWith;
  return `No rule keeps this law together with ${laws.join(" and ")} (${name}): ${says}`;
};
