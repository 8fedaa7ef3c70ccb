import fc from "fast-check";
import { type Failure, type Hunt, hunter, type LawTrial, type TriedCase } from "./hunter.js";
import { shrunk } from "./shrink.js";

/** Which worlds a random hunt tries. */
export interface HuntOptions<World> {
  readonly runs: number;
  readonly seed: number;
  readonly path: string;
  /** Worlds to try first, unchanged. */
  readonly examples: readonly World[];
}

/** Tries worlds that broke the law under another rule, as they are. */
export const huntAmong = <World, Outcome>(
  trial: LawTrial<World, Outcome>,
  cases: readonly TriedCase<World>[],
): Hunt<World> => {
  const { failure, counts } = hunter(trial);
  for (const [before, { world, change }] of cases.entries()) {
    const failed = failure(world, change);
    if (failed === undefined) continue;
    return { tried: before + 1, ...counts(), counterexample: { ...failed, change, path: "", shrinks: 0 } };
  }
  return { tried: cases.length, ...counts(), counterexample: undefined };
};

/** Tries random worlds, and makes the first one that breaks the law as small as it can. */
export const huntAtRandom = <World, Outcome>(
  trial: LawTrial<World, Outcome>,
  options: HuntOptions<World>,
): Hunt<World> => {
  const { law } = trial;
  const telling = trial.telling();
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
