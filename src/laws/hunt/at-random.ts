import fc from "fast-check";
import { casesOf, type Draws, randomWorlds } from "./draws.js";
import { type Failure, type Hunt, hunter, type LawTrial, type TriedCase } from "./hunter.js";
import { shrunk } from "./shrink.js";

/** Which worlds a random hunt tries. */
export interface HuntOptions<World> {
  readonly runs: number;
  readonly seed: number;
  readonly path: string;
  /** Worlds to try first, unchanged. */
  readonly examples: readonly World[];
  /** The draws of the law. */
  readonly draws: Draws<World>;
}

/** Tries worlds of the user's own as they are, and then random ones, until one breaks the law. */
export const huntAtRandom = <World, Outcome>(
  trial: LawTrial<World, Outcome>,
  options: HuntOptions<World>,
): Hunt<World> => {
  const { law } = trial;
  const { runs, path, examples, draws } = options;
  for (const [at, world] of examples.entries()) {
    const own = `world ${at + 1}`;
    if (path !== "" && path !== own) continue;
    const changes = numbersFrom(0, law.changes === undefined ? 1 : runs);
    const hunt = huntAmong(
      trial,
      changes,
      (number) => ({ world, change: draws.change(number) }),
      () => own,
      false,
    );
    if (hunt.counterexample !== undefined) return hunt;
  }
  if (!("random" in law.worlds) || law.worlds.has === undefined) return search(trial, options);
  const numbers = path === "" ? numbersFrom(0, runs) : numbersFrom(Number(path), 1);
  return huntAmong(trial, numbers, casesOf(draws, trial.telling()), String);
};

const numbersFrom = (first: number, count: number): readonly number[] =>
  Array.from({ length: Number.isInteger(first) ? count : 0 }, (_, at) => first + at);

/** Tries the cases with some numbers one by one, and makes the first one that breaks the law as small as it can. */
export const huntAmong = <World, Outcome>(
  trial: LawTrial<World, Outcome>,
  numbers: readonly number[],
  caseAt: (number: number) => TriedCase<World>,
  pathOf: (number: number) => string,
  mayShrink = true,
): Hunt<World> => {
  const { failure, counts } = hunter(trial);
  for (const [before, number] of numbers.entries()) {
    const { world, change } = caseAt(number);
    const failed = failure(world, change);
    if (failed === undefined) continue;
    const start: Found<World> = { case: [world, change], failed, shrinks: 0 };
    const found = mayShrink ? reduced(trial, failure, start) : start;
    const counterexample = settled(trial, failure, found, pathOf(number));
    return { tried: before + 1, ...counts(), counterexample };
  }
  return { tried: numbers.length, ...counts(), counterexample: undefined };
};

/** Tries worlds that can only be drawn, and lets fast-check make a failing one smaller. */
const search = <World, Outcome>(
  trial: LawTrial<World, Outcome>,
  { runs, seed, path }: HuntOptions<World>,
): Hunt<World> => {
  const { failure, counts } = hunter(trial);
  const { worlds, changes } = trial.law;
  let last: Failure<World> | undefined;
  const cases = fc.tuple(randomWorlds(worlds), changes?.random ?? fc.constant(undefined));
  const keeps = fc.property(cases, ([world, change]) => {
    const failed = failure(world, change);
    last = failed ?? last;
    return failed === undefined;
  });
  const run = fc.check(keeps, { numRuns: runs, seed, path, examples: [], verbose: false });
  const { counterexample, counterexamplePath, numRuns, numShrinks } = run;
  const result = { tried: numRuns, ...counts() };
  if (counterexample === null || last === undefined) return { ...result, counterexample: undefined };
  const found = { case: counterexample[0], failed: last, shrinks: numShrinks };
  return { ...result, counterexample: settled(trial, failure, found, counterexamplePath ?? "") };
};

/** A failing case, how it fails, and how many times it was reduced. */
interface Found<World> {
  readonly case: readonly [World, unknown];
  readonly failed: Failure<World>;
  readonly shrinks: number;
}

type FailureIn<World> = (world: World, change: unknown) => Failure<World> | undefined;

/** The counterexample of a failing case: it is tried once more, in case the rule is no function. */
const settled = <World, Outcome>(
  { law }: LawTrial<World, Outcome>,
  failure: FailureIn<World>,
  { case: [world, change], failed, shrinks }: Found<World>,
  path: string,
) => {
  const again = failed.isUnsound || failure(world, change) !== undefined;
  return {
    ...failed,
    world: failed.isUnsound ? failed.world : world,
    change,
    where: again || law.isStill === true ? failed.where : unsteady(failed.where),
    path,
    shrinks,
    isUnsound: failed.isUnsound || !again,
  };
};

const unsteady = (where: string): string =>
  `The rule is not a function of its input. In this world it breaks the law once (“${where}”), and then keeps it.`;

/** A failing case, made as small as it can be, if it is known what may be tried. */
const reduced = <World, Outcome>(
  { law }: LawTrial<World, Outcome>,
  failure: FailureIn<World>,
  start: Found<World>,
): Found<World> => {
  const has = "random" in law.worlds ? law.worlds.has : undefined;
  if (has === undefined) return start;
  let { failed } = start;
  const fails = ([world, change]: readonly [World, unknown]): boolean => {
    if (!has(world) || law.changes?.has?.(change) === false) return false;
    const next = failure(world, change);
    if (next === undefined || next.isUnsound !== failed.isUnsound || next.isLawsFault !== failed.isLawsFault)
      return false;
    failed = next;
    return true;
  };
  const { found, shrinks } = shrunk(start.case, fails, (field) => law.family?.fields[field]?.unit);
  return { case: found, failed, shrinks };
};
