import {
  checkArgument,
  checkOptions,
  listOf,
  numberBetween,
  type OptionCheck,
  objectWith,
  ofKind,
  valueWords,
  wordFrom,
} from "../base/problems/options.js";
import { mistake } from "../base/problems/problem.js";
import type { OutcomeOf, Rule, RuleFamily, WorldOf } from "../funding/rule.js";
import { checkExamples } from "./check-examples.js";
import { lawCheck } from "./check-law.js";
import type { Family } from "./family.js";
import { huntAmong, huntAtRandom } from "./hunt/at-random.js";
import { type DrawnLaw, type Draws, drawnLaws, lawSeed } from "./hunt/draws.js";
import { huntAll } from "./hunt/every-small.js";
import { memoryOf, missingField } from "./hunt/first-look.js";
import type { Counterexample, Hunt, LawTrial, TriedCase } from "./hunt/hunter.js";
import { tellingWorlds } from "./hunt/probe.js";
import { roundingUnit } from "./hunt/rounding.js";
import type { Law } from "./law.js";
import { type LawRow, rowOf, untriedRow } from "./law-row.js";

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

/**
 * Looks for a world in which a rule breaks a law, and reports the smallest one it finds.
 * The worlds are drawn at random, and around the points where this rule's answer bends or jumps.
 * If a law finds that the rule is no function of whole pence, the laws after it are not tried.
 * @param rule one of our rules, or your own function of the same family
 * @param laws laws of the rule's family, ours or your own; the compiler refuses laws of another family
 * @returns one row per law, in the order given
 * @throws ScenarioError if an option is wrong, or a path leads to no world of the laws
 * @example
 * const [row] = checkRule(sampleRules.share.silo, [lawNamed("share", "no-investor-loses")]);
 * row.where // => "The place is £1,000 better off; Council ends £1,000 worse off than if it had done nothing."
 */
export function checkRule<World, Outcome>(
  rule: NoInfer<Rule<World, Outcome> | FamilyRule<World, Outcome>>,
  laws: readonly Law<World, Outcome>[],
  options?: CheckOptions<NoInfer<World>>,
): readonly LawRow[];
export function checkRule<World, Outcome>(
  rule: Rule<World, Outcome>,
  laws: readonly Law<World, Outcome>[],
  options: CheckOptions<World> = {},
): readonly LawRow[] {
  return [...rowsOf(rule, laws, options)];
}

/** A rule of a family. The compiler names it so where a rule of another family is given. */
type RuleOf<Family extends RuleFamily> = (world: WorldOf<Family>) => OutcomeOf<Family>;

/** The rule of the family that has these worlds and outcomes; `never` if they are those of no family. */
type FamilyRule<World, Outcome> = {
  readonly [Family in RuleFamily]: [World, Outcome, WorldOf<Family>, OutcomeOf<Family>] extends [
    WorldOf<Family>,
    OutcomeOf<Family>,
    World,
    Outcome,
  ]
    ? RuleOf<Family>
    : never;
}[RuleFamily];

const defaultRuns = 1000;

/**
 * The rows of some laws, one by one as they are tried: for a law that may take long.
 * @example rowsOf(sampleRules.share.silo, [lawNamed("share", "dummy")], {}).next().value.result // => "holds"
 */
export function* rowsOf<World, Outcome>(
  rule: Rule<World, Outcome>,
  laws: readonly Law<World, Outcome>[],
  options: CheckOptions<World> = {},
): Generator<LawRow, void, undefined> {
  checkTrial([rule], laws, options);
  for (const { row } of trialsOf(rule, drawnLaws(laws, options.seed), options)) yield row;
}

/** The rows of some laws, each with the world that breaks the law, if there is one. */
export function* trialsOf<World, Outcome>(
  rule: Rule<World, Outcome>,
  laws: readonly DrawnLaw<World, Outcome>[],
  options: CheckOptions<World>,
): Generator<{ readonly row: LawRow; readonly found: Counterexample<World> | undefined }, void, undefined> {
  const { seed = lawSeed, path } = options;
  const shown = new Map<Family<World>, ReturnType<typeof shownBy<World, Outcome>>>();
  let unsound: string | undefined;
  let isTried = false;
  for (const drawn of laws) {
    const { law, draws } = drawn;
    const { family } = law;
    checkExamples(drawn, options.examples ?? []);
    const own = (family && shown.get(family)) ?? shownBy(rule, family, draws, options);
    if (family !== undefined) shown.set(family, own);
    const has = "random" in law.worlds ? law.worlds.has : undefined;
    const telling = () => (has === undefined ? [] : own.telling().filter((world) => has(world)));
    const trial = { rule, law, unit: own.unit, telling };
    if (unsound !== undefined) {
      yield { row: untriedRow(trial, seed, unsound), found: undefined };
      continue;
    }
    const tried = own.misread ?? huntOf(trial, draws, { ...options, seed });
    const isFirst = law.comesFirst === true && tried.counterexample === undefined;
    const hunt = isFirst ? { ...tried, counterexample: own.remembered() } : tried;
    const found = hunt.counterexample;
    if (found?.isUnsound || (found !== undefined && law.comesFirst)) unsound = law.id;
    isTried ||= tried.tried > 0 || found !== undefined;
    yield { row: rowOf(trial, hunt, seed, options.mode === "exhaustive"), found };
  }
  if (path && !isTried) throw mistake("options.path", `The path ${path} leads to no world of these laws.`, pathMend);
}

/** What a rule shows of itself: what it remembers and rounds to, and, once asked for, the worlds of its own size. */
const shownBy = <World, Outcome>(
  rule: Rule<World, Outcome>,
  family: Family<World> | undefined,
  draws: Draws<World>,
  { roundsTo, runs = defaultRuns, text = String(rule) }: CheckOptions<World>,
) => {
  const nothing = { misread: undefined, telling: () => [], remembered: () => undefined };
  if (family === undefined) return { ...nothing, unit: roundsTo ?? 1 };
  const first = Array.from({ length: askedFirst }, (_, at) => draws.world(at));
  const remembered = memoryOf(rule, first);
  const missing = missingField(rule, family, first);
  // Nothing that it answers is of interest then.
  if (missing) return { ...nothing, unit: roundsTo ?? 1, misread: { ...noHunt, counterexample: missing } };
  let worlds: readonly World[] | undefined;
  const telling = (): readonly World[] => {
    worlds ??= tellingWorlds(rule, family, text, runs);
    return worlds;
  };
  return { ...nothing, unit: roundsTo ?? roundingUnit(rule, family), telling, remembered };
};

/** A hunt that ended before it began. */
const noHunt = { tried: 0, skipped: 0, moved: undefined, span: {} };

/** How many worlds a rule is asked about before all others. */
const askedFirst = 12;

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

/** Throws if what is to be tried is no rules, no laws or no options of a check. */
export const checkTrial = (rules: readonly unknown[], laws: unknown, options: object): void => {
  for (const rule of rules) checkArgument("rule", rule, ofKind("function"));
  checkArgument("laws", laws, listOf(lawCheck));
  checkOptions(options, checks);
};

const mostRuns = 10_000_000;

const pathMend = "Pass the path of a row, with its law, its rule and its seed.";

/** A path as rows have it: empty, the number of a world, `world 2` of yours, or `5:0:1` by steps to a smaller one. */
const isPath: OptionCheck = (value, option) => {
  const [, first] = /^(?:world )?(\d+)(?::\d{1,9})*$|^$/.exec(String(value)) ?? [undefined, mostRuns];
  return typeof value === "string" && Number(first ?? 0) < mostRuns
    ? undefined
    : `${option} is the path of a row, such as 17, not ${valueWords(value)}. ${pathMend}`;
};

const checks = {
  mode: wordFrom(["random", "exhaustive"]),
  runs: numberBetween(1, mostRuns, "whole number"),
  seed: numberBetween(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, "whole number"),
  path: isPath,
  examples: listOf(() => undefined),
  upTo: numberBetween(0, 1000),
  roundsTo: numberBetween(1, Number.MAX_SAFE_INTEGER, "whole number"),
  text: ofKind("string"),
  known: objectWith({ get: Map }),
};
