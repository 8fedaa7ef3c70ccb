import fc from "fast-check";
import type { Law } from "../law.js";
import type { Worlds } from "../worlds/worlds.js";
import type { TriedCase } from "./hunter.js";

/** The worlds and the changes of a law in the order of a seed. They are the same for every rule. */
export interface Draws<World> {
  readonly world: (at: number) => World;
  readonly change: (at: number) => unknown;
}

/** The number drawn at once: the matrix of laws needs about this many, beside worlds of a rule's own size. */
const blockSize = 36;

const drawnFrom = <Value>(arbitrary: fc.Arbitrary<Value>, seed: number): ((at: number) => Value) => {
  const drawn: Value[] = [];
  return (at) => {
    while (drawn.length <= at)
      drawn.push(...fc.sample(arbitrary, { seed: seed + drawn.length, numRuns: blockSize, examples: [] }));
    return drawn[at];
  };
};

/** The arbitrary that draws the worlds of a law. */
export const randomWorlds = <World>(worlds: Worlds<World> | fc.Arbitrary<World>): fc.Arbitrary<World> =>
  "random" in worlds ? worlds.random : worlds;

/** The seed of the draws if none is stated. */
export const lawSeed = 42;

/** A law with its draws, which every rule is tried in. */
export interface DrawnLaw<World, Outcome> {
  readonly law: Law<World, Outcome>;
  readonly draws: Draws<World>;
}

/** Laws with their draws. */
export const drawnLaws = <World, Outcome>(
  laws: readonly Law<World, Outcome>[],
  seed = lawSeed,
): readonly DrawnLaw<World, Outcome>[] => laws.map((law) => ({ law, draws: drawsOf(law, seed) }));

/** The draws of a law. Each is drawn when it is first asked for, and kept. */
const drawsOf = <World, Outcome>({ worlds, changes }: Law<World, Outcome>, seed: number): Draws<World> => ({
  world: drawnFrom(randomWorlds(worlds), seed),
  change: changes === undefined ? () => undefined : drawnFrom(changes.random, -seed),
});

/** Steps of this share of a list come to all its places evenly, however few steps there are. */
const evenStep = (Math.sqrt(5) - 1) / 2;

/**
 * The cases that a rule is tried in, by their number: worlds that are drawn and, two in five, worlds of the rule's own
 * size, if it has any.
 */
export const casesOf =
  <World>({ world, change }: Draws<World>, telling: readonly World[]) =>
  (number: number): TriedCase<World> => {
    const [round, place] = [Math.floor(number / 5), number % 5];
    if (telling.length === 0) return { world: world(number), change: change(number) };
    if (place % 2 === 0) return { world: world(3 * round + place / 2), change: change(number) };
    const step = 2 * round + (place - 1) / 2;
    return { world: telling[Math.floor(((step * evenStep) % 1) * telling.length)], change: change(number) };
  };
