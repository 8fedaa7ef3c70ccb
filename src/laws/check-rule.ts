import type { Rule } from "../funding/rule.js";
import { huntAll, huntAtRandom } from "./hunt.js";
import type { Law } from "./law.js";

/** How hard to look. */
export interface CheckOptions<World> {
  /** `random` tries so many worlds drawn at random; `exhaustive` tries every small one, which is a proof for those. Default: random. */
  readonly mode?: "random" | "exhaustive";
  /** Of random: how many worlds. Default: 1000. */
  readonly runs?: number;
  /** Of random: a whole number from which they are drawn. Default: 42. */
  readonly seed?: number;
  /** Of random: the path of a world found before, to come back to it at once. */
  readonly path?: string;
  /** Of random: worlds of your own, tried before any other. */
  readonly examples?: readonly World[];
  /** Of exhaustive: amounts of 0 to so many thousand pounds, for up to three agencies. Default: 4. */
  readonly upTo?: number;
}

/** What came of one law. */
export interface LawRow {
  readonly law: string;
  readonly says: string;
  /** `vacuous`: the law spoke of fewer than one world in twenty, so that nothing was tested. */
  readonly result: "holds" | "fails" | "vacuous";
  /** How many worlds were tried, and of how many the law says nothing. */
  readonly runs: number;
  readonly skipped: number;
  /** Where it holds: at most this share of such worlds may still break it, at 95 % (the rule of three: 3/N); 0 where every one was tried. */
  readonly bound: number | null;
  /** Where it fails: the world, what the law changed in it, and how it is broken there. */
  readonly world: unknown;
  readonly change: unknown;
  readonly where: string;
  readonly story: string;
  /** Seed and path with which checkRule comes back to that world at once. */
  readonly seed: number;
  readonly path: string;
  readonly shrinks: number;
  /** Where it fails, and no rule could keep it beside some others: which, and why. */
  readonly impossible: string;
}

/**
 * Looks for a world in which a rule breaks a law, and tells of the smallest it finds.
 * @param rule a rule of ours or any function of its family
 * @param laws those of its family, or your own; the compiler refuses laws of another
 * @returns a row a law, in their order
 * @example checkRule(sampleRules.share.silo, [lawNamed("share", "no-investor-loses")])[0].story // => "Council pays £1,000 and saves nothing; Hospital pays nothing and saves £2,000. The place is £1,000 better off; Council ends £1,000 worse off than if it had done nothing."
 */
export const checkRule = <World, Outcome>(
  rule: NoInfer<Rule<World, Outcome>>,
  laws: readonly Law<World, Outcome>[],
  options: CheckOptions<NoInfer<World>> = {},
): readonly LawRow[] => laws.map((law) => checkLaw(rule, law, options));

const defaultSeed = 42;
const leastSpokenOf = 0.05;

const checkLaw = <World, Outcome>(
  rule: Rule<World, Outcome>,
  law: Law<World, Outcome>,
  { mode = "random", runs = 1000, seed = defaultSeed, path = "", examples = [], upTo = 4 }: CheckOptions<World>,
): LawRow => {
  const tried = { rule, law };
  const isProof = mode === "exhaustive";
  const hunt = isProof ? huntAll(tried, upTo) : huntAtRandom(tried, { runs, seed, path, examples });
  const spokenOf = hunt.tried - hunt.skipped;
  const row = { law: law.id, says: law.says, runs: hunt.tried, skipped: hunt.skipped, seed };
  const nowhere = { world: null, change: null, where: "", path: "", shrinks: 0, impossible: "" };
  if (hunt.found !== undefined) {
    const story = [law.tell?.(rule, hunt.found.world, hunt.found.change), hunt.found.where].filter(Boolean).join(" ");
    return { ...row, ...hunt.found, result: "fails", bound: null, story, impossible: impossibility(law) };
  }
  if (spokenOf < leastSpokenOf * hunt.tried || spokenOf === 0) {
    const story = `The law speaks of ${spokenOf} of ${hunt.tried} worlds: nothing was tested.`;
    return { ...row, ...nowhere, result: "vacuous", bound: null, story };
  }
  return { ...row, ...nowhere, result: "holds", bound: isProof ? 0 : Math.min(1, 3 / spokenOf), story: "" };
};

const impossibility = <World, Outcome>({ impossibleWith }: Law<World, Outcome>): string =>
  impossibleWith === undefined
    ? ""
    : `No rule keeps this law together with ${impossibleWith.laws.join(" and ")} (${impossibleWith.name}): ${impossibleWith.says}`;
