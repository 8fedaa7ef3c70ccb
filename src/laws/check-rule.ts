import type { Rule } from "../funding/rule.js";
import { type DrawnLaw, type Draws, drawnLaws, lawSeed } from "./draws.js";
import type { Family, Span } from "./family.js";
import { huntAmong, huntAtRandom } from "./hunt.js";
import { huntAll } from "./hunt-all.js";
import type { Counterexample, Hunt, LawTrial, TriedCase } from "./hunter.js";
import type { Law } from "./law.js";
import { tellingWorlds } from "./probe.js";
import { roundingUnit } from "./rounding.js";

/** Which worlds to try, and how many. */
export interface CheckOptions<World> {
  /** `random` (the default) tries worlds drawn at random. `exhaustive` tries every small world: a proof for those. */
  readonly mode?: "random" | "exhaustive";
  /** For `random`: the number of worlds. Default: 1000. */
  readonly runs?: number;
  /** For `random`: the seed of the draws, a whole number. Default: 42. */
  readonly seed?: number;
  /** For `random`: the path of an earlier row for the same rule, to return to its world at once. */
  readonly path?: string;
  /** For `random`: your own worlds, which are tried first. */
  readonly examples?: readonly World[];
  /** For `exhaustive`: the largest amount, in thousands of pounds, for up to three agencies. Default: 4. */
  readonly upTo?: number;
  /** What the rule rounds to, in pence: 100 for whole pounds. Default: as its answers show; a penny for most. */
  readonly roundsTo?: number;
  /** The rule's own text, whose names and numbers are tried. Default: the text of the function. */
  readonly text?: string;
  /** For `random`: worlds that broke a law under other rules, by the law's id. They are tried first. */
  readonly known?: ReadonlyMap<string, readonly TriedCase<World>[]>;
}

/** The result of one law. */
export interface LawRow {
  readonly law: string;
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

/**
 * Looks for a world in which a rule breaks a law, and reports the smallest one it finds.
 * The worlds are drawn at random, and around the points where this rule's answer bends or jumps.
 * If a law finds that the rule is no function of whole pence, the laws after it are not tried.
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
): readonly LawRow[] => [...rowsOf(rule, laws, options)];

const defaultRuns = 1000;

/** A law that applies to a smaller share of the worlds counts as not tested. */
const leastShareTested = 0.05;

/**
 * The rows of some laws, one by one as they are tried: for a law that may take long.
 * @example rowsOf(sampleRules.share.silo, [lawNamed("share", "dummy")], {}).next().value.result // => "holds"
 */
export function* rowsOf<World, Outcome>(
  rule: Rule<World, Outcome>,
  laws: readonly Law<World, Outcome>[],
  options: CheckOptions<World>,
): Generator<LawRow, void, undefined> {
  for (const { row } of trialsOf(rule, drawnLaws(laws, options.seed), options)) yield row;
}

/** The rows of some laws, each with the world that breaks the law, if there is one. */
export function* trialsOf<World, Outcome>(
  rule: Rule<World, Outcome>,
  laws: readonly DrawnLaw<World, Outcome>[],
  options: CheckOptions<World>,
): Generator<{ readonly row: LawRow; readonly found: Counterexample<World> | undefined }, void, undefined> {
  const { seed = lawSeed } = options;
  const shown = new Map<Family<World>, Pick<LawTrial<World, Outcome>, "unit" | "telling">>();
  let unsound: string | undefined;
  for (const { law, draws } of laws) {
    if (unsound !== undefined) {
      yield { row: untried(law, seed, unsound), found: undefined };
      continue;
    }
    const { family } = law;
    const own = (family && shown.get(family)) ?? shownBy(rule, family, options);
    if (family !== undefined) shown.set(family, own);
    const has = "random" in law.worlds ? law.worlds.has : undefined;
    const telling = () => (has === undefined ? [] : own.telling().filter((world) => has(world)));
    const hunt = huntOf({ rule, law, unit: own.unit, telling }, draws, { ...options, seed });
    const found = hunt.counterexample;
    if (found?.isUnsound || (found !== undefined && law.comesFirst)) unsound = law.id;
    yield { row: rowOf(rule, law, hunt, seed, options.mode === "exhaustive"), found };
  }
}

/** What a rule shows of itself: what it rounds to, and, once they are asked for, the worlds of its own size. */
const shownBy = <World, Outcome>(
  rule: Rule<World, Outcome>,
  family: Family<World> | undefined,
  { roundsTo, runs = defaultRuns, text = String(rule) }: CheckOptions<World>,
) => {
  let worlds: readonly World[] | undefined;
  const telling = (): readonly World[] => {
    worlds ??= family === undefined ? [] : tellingWorlds(rule, family, text, runs);
    return worlds;
  };
  return { unit: roundsTo ?? (family === undefined ? 1 : roundingUnit(rule, family)), telling };
};

const huntOf = <World, Outcome>(
  trial: LawTrial<World, Outcome>,
  draws: Draws<World>,
  {
    mode = "random",
    runs = defaultRuns,
    seed = lawSeed,
    path = "",
    examples = [],
    upTo = 4,
    known,
  }: CheckOptions<World>,
): Hunt<World> => {
  const cases = mode === "random" && path === "" ? (known?.get(trial.law.id) ?? []) : [];
  const among = huntAmong(
    trial,
    cases.map((_, at) => at),
    (at) => cases[at],
    () => "",
  );
  if (among.counterexample !== undefined) return among;
  const atRandom = (): Hunt<World> => huntAtRandom(trial, { runs, seed, path, examples, draws });
  if (mode === "random") return atRandom();
  const all = huntAll(trial, upTo);
  if (all.counterexample !== undefined) return all;
  // What every small world keeps, a larger one may break: then it is no proof of anything.
  const { counterexample, span } = atRandom();
  return counterexample === undefined ? all : { ...all, span, fixed: [], counterexample };
};

const nothing = { world: null, change: null, where: "", path: "", shrinks: 0, impossible: "" };

const rowOf = <World, Outcome>(
  rule: Rule<World, Outcome>,
  law: Law<World, Outcome>,
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
  const told = isUnsound && family !== undefined ? family.tell(world) : tell?.(rule, world, change);
  return [told, where].filter(Boolean).join(" ");
};

const untried = <World, Outcome>(law: Law<World, Outcome>, seed: number, because: string): LawRow => ({
  ...nothing,
  law: law.id,
  says: law.says,
  result: "untried",
  runs: 0,
  skipped: 0,
  moved: null,
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
