import fc from "fast-check";
import { errorText } from "../base/error-text.js";
import { ScenarioError } from "../base/problem.js";
import type { Rule } from "../funding/rule.js";
import type { Law } from "./law.js";

/** The result of a hunt: a search for a world in which a rule breaks a law. */
export interface Hunt<World> {
  /** The number of worlds tried. */
  readonly tried: number;
  /** The number of those worlds to which the law does not apply. */
  readonly skipped: number;
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
}

type LawTrial<World, Outcome> = { readonly rule: Rule<World, Outcome>; readonly law: Law<World, Outcome> };

const applies = <World, Outcome>({ law }: LawTrial<World, Outcome>, world: World, change: unknown): boolean =>
  law.when === undefined || law.when(world, change);

/** How the rule breaks the law in a world; undefined if it keeps it. A rule that throws there breaks the law. */
const howBroken = <World, Outcome>({ rule, law }: LawTrial<World, Outcome>, world: World, change: unknown) => {
  try {
    return law.broken(rule, world, change);
  } catch (error) {
    return `The rule stops with an error: ${errorText(error)}`;
  }
};

/** Which worlds a random hunt tries. */
export interface HuntOptions<World> {
  readonly runs: number;
  readonly seed: number;
  readonly path: string;
  /** Worlds to try first, unchanged. */
  readonly examples: readonly World[];
}

/** Tries random worlds, and makes the first one that breaks the law as small as it can. */
export const huntAtRandom = <World, Outcome>(
  trial: LawTrial<World, Outcome>,
  options: HuntOptions<World>,
): Hunt<World> => {
  const { law } = trial;
  const changes = law.changes?.random ?? fc.constant(undefined);
  const random = "random" in law.worlds ? law.worlds.random : law.worlds;
  for (const world of options.examples) {
    const hunt = search(trial, fc.tuple(fc.constant(world), changes), { ...options, path: "" });
    if (hunt.counterexample !== undefined) return hunt;
  }
  return search(trial, fc.tuple(random, changes), options);
};

const search = <World, Outcome>(
  trial: LawTrial<World, Outcome>,
  cases: fc.Arbitrary<[World, unknown]>,
  { runs, seed, path }: Omit<HuntOptions<World>, "examples">,
): Hunt<World> => {
  let skipped = 0;
  let hasFailed = false;
  const keeps = fc.property(cases, ([world, change]) => {
    if (!applies(trial, world, change)) {
      if (!hasFailed) skipped++;
      return true;
    }
    const holds = howBroken(trial, world, change) === undefined;
    hasFailed ||= !holds;
    return holds;
  });
  const { counterexample, counterexamplePath, numRuns, numShrinks } = fc.check(keeps, {
    numRuns: runs,
    seed,
    path,
    examples: [],
    verbose: false,
  });
  if (counterexample === null) return { tried: numRuns, skipped, counterexample: undefined };
  const [[world, change]] = counterexample;
  const where = howBroken(trial, world, change) ?? "";
  return {
    tried: numRuns,
    skipped,
    counterexample: { world, change, where, path: counterexamplePath ?? "", shrinks: numShrinks },
  };
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
  const changes = law.changes === undefined ? [undefined] : [...law.changes.small(upTo)];
  let [tried, skipped, smallest] = [0, 0, Number.POSITIVE_INFINITY];
  let counterexample: Counterexample<World> | undefined;
  for (const world of law.worlds.small(upTo))
    for (const change of changes) {
      tried++;
      if (!applies(trial, world, change)) {
        skipped++;
        continue;
      }
      const where = howBroken(trial, world, change);
      const size = where === undefined ? smallest : sizeOf([world, change]);
      if (where !== undefined && size <= smallest) {
        smallest = size;
        counterexample = { world, change, where, path: "", shrinks: 0 };
      }
    }
  return { tried, skipped, counterexample };
};

/** The size of a world: the sum of its numbers, plus 0.01 for each list and record in it. */
const sizeOf = (value: unknown): number => {
  if (typeof value === "number") return Math.abs(value);
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, part) => sum + sizeOf(part), 0.01);
};
