import fc from "fast-check";
import { ScenarioError } from "../base/problem.js";
import type { Rule } from "../funding/rule.js";
import type { Law } from "./law.js";

/** How a hunt for a world that breaks a law ended. */
export interface Hunt<World> {
  readonly tried: number;
  /** How many of them the law says nothing of. */
  readonly skipped: number;
  readonly found: Counterexample<World> | undefined;
}

/** A world that breaks a law, what the law changed in it, and how to come back to it. */
export interface Counterexample<World> {
  readonly world: World;
  readonly change: unknown;
  /** How it is broken there. */
  readonly where: string;
  readonly path: string;
  readonly shrinks: number;
}

type Tried<World, Outcome> = { readonly rule: Rule<World, Outcome>; readonly law: Law<World, Outcome> };

const says = <World, Outcome>({ law }: Tried<World, Outcome>, world: World, change: unknown): boolean =>
  law.when === undefined || law.when(world, change);

/** How a rule breaks a law in a world; a rule that throws there breaks it too. */
const brokenIn = <World, Outcome>({ rule, law }: Tried<World, Outcome>, world: World, change: unknown) => {
  try {
    return law.broken(rule, world, change);
  } catch (error) {
    return `The rule stops: ${error instanceof Error ? error.message : String(error)}`;
  }
};

/** How a hunt at random is told where to look. */
export interface Aim<World> {
  readonly runs: number;
  readonly seed: number;
  readonly path: string;
  /** Worlds to try first, as they are. */
  readonly examples: readonly World[];
}

/** Tries worlds at random, and makes the first that breaks the law as small as it can. */
export const huntAtRandom = <World, Outcome>(tried: Tried<World, Outcome>, aim: Aim<World>): Hunt<World> => {
  const { law } = tried;
  const changes = law.changes?.random ?? fc.constant(undefined);
  const random = "random" in law.worlds ? law.worlds.random : law.worlds;
  for (const world of aim.examples) {
    const hunt = search(tried, fc.tuple(fc.constant(world), changes), { ...aim, path: "" });
    if (hunt.found !== undefined) return hunt;
  }
  return search(tried, fc.tuple(random, changes), aim);
};

const search = <World, Outcome>(
  tried: Tried<World, Outcome>,
  cases: fc.Arbitrary<[World, unknown]>,
  { runs, seed, path }: Omit<Aim<World>, "examples">,
): Hunt<World> => {
  let skipped = 0;
  let hasFailed = false;
  const keeps = fc.property(cases, ([world, change]) => {
    if (!says(tried, world, change)) {
      if (!hasFailed) skipped++;
      return true;
    }
    const holds = brokenIn(tried, world, change) === undefined;
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
  if (counterexample === null) return { tried: numRuns, skipped, found: undefined };
  const [[world, change]] = counterexample;
  const where = brokenIn(tried, world, change) ?? "";
  return {
    tried: numRuns,
    skipped,
    found: { world, change, where, path: counterexamplePath ?? "", shrinks: numShrinks },
  };
};

/** Tries every small world, and finds the smallest that breaks the law. */
export const huntAll = <World, Outcome>(tried: Tried<World, Outcome>, upTo: number): Hunt<World> => {
  const { law } = tried;
  if (!("random" in law.worlds))
    throw new ScenarioError([
      {
        severity: "error",
        address: law.id,
        what: `The law ${law.id} says how to draw worlds at random, but not which small ones there are.`,
        mend: "Give its worlds as { random, small }, or check it at random.",
      },
    ]);
  const changes = law.changes === undefined ? [undefined] : [...law.changes.small(upTo)];
  let [triedSoFar, skipped, smallest] = [0, 0, Number.POSITIVE_INFINITY];
  let found: Counterexample<World> | undefined;
  for (const world of law.worlds.small(upTo))
    for (const change of changes) {
      triedSoFar++;
      if (!says(tried, world, change)) {
        skipped++;
        continue;
      }
      const where = brokenIn(tried, world, change);
      const size = where === undefined ? smallest : sizeOf([world, change]);
      if (where !== undefined && size <= smallest) {
        smallest = size;
        found = { world, change, where, path: "", shrinks: 0 };
      }
    }
  return { tried: triedSoFar, skipped, found };
};

/** How large a world is: its numbers summed, and a little for each thing in it. */
const sizeOf = (value: unknown): number => {
  if (typeof value === "number") return Math.abs(value);
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, part) => sum + sizeOf(part), 0.01);
};
