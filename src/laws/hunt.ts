import fc from "fast-check";
import { errorText } from "../base/error-text.js";
import { ScenarioError } from "../base/problem.js";
import type { Rule } from "../funding/rule.js";
import type { Span } from "./family.js";
import { guarded, RefusedWorld, UnsoundAnswer } from "./guard.js";
import type { Law } from "./law.js";
import { shrunk } from "./shrink.js";

/** The result of a hunt: a search for a world in which a rule breaks a law. */
export interface Hunt<World> {
  /** The number of worlds tried. */
  readonly tried: number;
  /** The number of those worlds to which the law does not apply. */
  readonly skipped: number;
  /** The number of worlds in which the change moved the answer; undefined if no world has two answers to compare. */
  readonly moved: number | undefined;
  /** What the worlds spanned. */
  readonly span: Span;
  readonly counterexample: Counterexample<World> | undefined;
}

/** A world in which the rule breaks the law, with what the law changed in it. */
export interface Counterexample<World> {
  readonly world: World;
  readonly change: unknown;
  /** How the rule breaks the law there, in one sentence. */
  readonly where: string;
  /** With the seed, it returns to this world at once. */
  readonly path: string;
  /** How many times the search reduced the world. */
  readonly shrinks: number;
  /** True if the rule gave an answer that no law can judge. */
  readonly isUnsound: boolean;
  /** True if the law itself stopped with an error: this says nothing of the rule. */
  readonly isLawsFault: boolean;
}

/** What is tried: a rule, a law, and what the rule rounds to. */
export interface LawTrial<World, Outcome> {
  readonly rule: Rule<World, Outcome>;
  readonly law: Law<World, Outcome>;
  /** Pence. */
  readonly unit: number;
  /** Worlds of the rule's own size, which are tried beside the law's. */
  readonly telling: readonly World[];
}

/** Which worlds a random hunt tries. */
export interface HuntOptions<World> {
  readonly runs: number;
  readonly seed: number;
  readonly path: string;
  /** Worlds to try first, unchanged. */
  readonly examples: readonly World[];
}

type Failure<World> = Pick<Counterexample<World>, "world" | "where" | "isUnsound" | "isLawsFault">;

/** The state of a hunt: every world is tried through it. */
const hunter = <World, Outcome>({ rule, law, unit }: LawTrial<World, Outcome>) => {
  const guard = guarded(rule, law.family);
  let [skipped, moved, compared] = [0, 0, 0];
  let isOver = false;
  /** How the rule fails in a world; undefined if it keeps the law there. */
  const failure = (world: World, change: unknown): Failure<World> | undefined => {
    guard.begin();
    try {
      if (law.when !== undefined && !law.when(world, change)) {
        if (!isOver) skipped++;
        return undefined;
      }
      const where = law.broken(guard.rule, world, change, unit);
      if (!isOver && guard.answers() !== "one") compared++;
      if (!isOver && guard.answers() === "different") moved++;
      isOver ||= where !== undefined;
      return where === undefined ? undefined : { world, where, isUnsound: false, isLawsFault: false };
    } catch (error) {
      if (error instanceof RefusedWorld) {
        if (!isOver) skipped++;
        return undefined;
      }
      isOver = true;
      if (!(error instanceof UnsoundAnswer))
        return {
          world,
          where: `The law stops with an error: ${errorText(error)}`,
          isUnsound: false,
          isLawsFault: true,
        };
      // The guard is asked about worlds of this law's family alone.
      const [asked] = [error.asked].filter((value): value is World => value !== undefined);
      return { world: asked, where: error.what, isUnsound: true, isLawsFault: false };
    }
  };
  return {
    failure,
    counts: () => ({ skipped, moved: compared === 0 ? undefined : moved, span: guard.span }),
  };
};

/** Tries random worlds, and makes the first one that breaks the law as small as it can. */
export const huntAtRandom = <World, Outcome>(
  trial: LawTrial<World, Outcome>,
  options: HuntOptions<World>,
): Hunt<World> => {
  const { law, telling } = trial;
  const changes = law.changes?.random ?? fc.constant(undefined);
  const random = "random" in law.worlds ? law.worlds.random : law.worlds;
  const worlds =
    telling.length === 0
      ? random
      : fc.oneof({ weight: 3, arbitrary: random }, { weight: 2, arbitrary: fc.constantFrom(...telling) });
  for (const [at, world] of options.examples.entries()) {
    if (options.path !== "" && options.path !== `world ${at + 1}`) continue;
    const hunt = search(trial, fc.tuple(fc.constant(world), changes), { ...options, path: "" }, false);
    const { counterexample } = hunt;
    if (counterexample !== undefined)
      return { ...hunt, counterexample: { ...counterexample, path: `world ${at + 1}` } };
  }
  return search(trial, fc.tuple(worlds, changes), options);
};

const search = <World, Outcome>(
  trial: LawTrial<World, Outcome>,
  cases: fc.Arbitrary<[World, unknown]>,
  { runs, seed, path }: Omit<HuntOptions<World>, "examples">,
  mayShrink = true,
): Hunt<World> => {
  const { failure, counts } = hunter(trial);
  const { law } = trial;
  const canShrink = mayShrink && "random" in law.worlds && law.worlds.has !== undefined;
  let last: Failure<World> | undefined;
  const keeps = fc.property(cases, ([world, change]) => {
    const failed = failure(world, change);
    last = failed ?? last;
    return failed === undefined;
  });
  const { counterexample, counterexamplePath, numRuns, numShrinks } = fc.check(keeps, {
    numRuns: runs,
    seed,
    path,
    examples: [],
    verbose: false,
    endOnFailure: canShrink || !mayShrink,
  });
  const result = { tried: numRuns, ...counts() };
  if (counterexample === null || last === undefined) return { ...result, counterexample: undefined };
  const start = { case: counterexample[0], shrinks: numShrinks };
  const smallest = canShrink ? reduced(trial, failure, start.case, last) : { ...start, failed: last };
  const [world, change] = smallest.case;
  const { failed } = smallest;
  const again = failed.isUnsound || failure(world, change) !== undefined;
  return {
    ...result,
    counterexample: {
      ...failed,
      world: failed.isUnsound ? failed.world : world,
      change,
      where: again || law.isStill === true ? failed.where : unsteady(failed.where),
      path: counterexamplePath ?? "",
      shrinks: smallest.shrinks,
      isUnsound: failed.isUnsound || !again,
    },
  };
};

const unsteady = (where: string): string =>
  `The rule is not a function of its input. In this world it breaks the law once (“${where}”), and then keeps it.`;

/** A failing case, made as small as it can be, and how it fails. */
const reduced = <World, Outcome>(
  { law }: LawTrial<World, Outcome>,
  failure: (world: World, change: unknown) => Failure<World> | undefined,
  start: readonly [World, unknown],
  first: Failure<World>,
) => {
  const [hasWorld, hasChange] = ["random" in law.worlds ? law.worlds.has : undefined, law.changes?.has];
  let failed = first;
  const { found, shrinks } = shrunk(start, ([world, change]) => {
    if (hasWorld?.(world) === false || hasChange?.(change) === false) return false;
    const next = failure(world, change);
    if (next === undefined || next.isUnsound !== failed.isUnsound || next.isLawsFault !== failed.isLawsFault)
      return false;
    failed = next;
    return true;
  });
  return { case: found, shrinks, failed };
};

/** Tries every small world, and returns the smallest one that breaks the law. */
export const huntAll = <World, Outcome>(trial: LawTrial<World, Outcome>, upTo: number): Hunt<World> => {
  const { law } = trial;
  if (!("random" in law.worlds))
    throw new ScenarioError([
      {
        severity: "error",
        address: law.id,
        what: `The law ${law.id} has random worlds, but no list of small worlds.`,
        mend: "Write its worlds as { random, small }, or check it in random mode.",
      },
    ]);
  const { failure, counts } = hunter(trial);
  const changes = law.changes === undefined ? [undefined] : [...law.changes.small(upTo)];
  let [tried, smallest] = [0, Number.POSITIVE_INFINITY];
  let counterexample: Counterexample<World> | undefined;
  for (const world of law.worlds.small(upTo))
    for (const change of changes) {
      tried++;
      const failed = failure(world, change);
      const size = failed === undefined ? smallest : sizeOf([world, change]);
      if (failed !== undefined && size <= smallest) {
        smallest = size;
        counterexample = { ...failed, change, path: "", shrinks: 0 };
      }
    }
  return { tried, ...counts(), counterexample };
};

/** The size of a world: the sum of its numbers, plus 0.01 for each list and record in it. */
const sizeOf = (value: unknown): number => {
  if (typeof value === "number") return Math.abs(value);
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, part) => sum + sizeOf(part), 0.01);
};
