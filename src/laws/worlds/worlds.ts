import fc from "fast-check";
import { takes } from "../../base/problems/takes.js";
import { keysOf, recordOf } from "../../base/records.js";

/** Worlds in which a rule is tried: drawn at random, or every small one. */
export interface Worlds<World> {
  /** A fast-check arbitrary, for properties of your own: `fc.property(deals.random, …)`. */
  readonly random: fc.Arbitrary<World>;
  /** Every world whose numbers are at most `upTo`; amounts of money count in thousands of pounds. */
  small(upTo: number): Iterable<World>;
  /** True of every world that may be tried: any that is drawn, and others of the same kind. */
  has?(world: World): boolean;
}

/**
 * One of some values.
 * @example [...oneOf("yes", "no").small(4)] // => ["yes", "no"]
 */
export const oneOf = takes(
  "one value or several",
  <Value>(...values: readonly Value[]): Worlds<Value> => ({
    random: fc.constantFrom(...values),
    small: () => values,
    has: (value) => values.includes(value),
  }),
);

/**
 * A whole number.
 * @example [...whole(1, 20).small(4)] // => [1, 2, 3, 4]
 */
export const whole = takes(
  "two whole numbers, the least and the most",
  (from: number, to: number): Worlds<number> => ({
    random: fc.integer({ min: from, max: to }),
    *small(upTo) {
      for (let value = from; value <= Math.min(to, Math.max(from, upTo)); value++) yield value;
    },
    has: isWholeIn(from, to),
  }),
);

/** Tells if a number is whole and between two others, both included. */
export const isWholeIn =
  (from: number, to: number) =>
  (value: number): boolean =>
    Number.isInteger(value) && value >= from && value <= to;

/**
 * A whole number. The small ones are multiples of `step`: a few of them span a realistic range.
 * @example [...inSteps(25, 0, 200).small(2)] // => [0, 25, 50]
 */
export const inSteps = takes(
  "three whole numbers: the step, the least and the most",
  (step: number, from: number, to: number): Worlds<number> => ({
    random: fc.integer({ min: from, max: to }),
    *small(upTo) {
      for (let value = Math.max(step * Math.ceil(from / step), from); value <= Math.min(to, step * upTo); value += step)
        yield value;
    },
    has: isWholeIn(from, to),
  }),
);

/**
 * Worlds computed from other worlds. `has` says which of the results may be tried.
 * @example [...mapped(whole(0, 9), (n) => 10 * n).small(2)] // => [0, 10, 20]
 */
export const mapped = takes(
  "worlds, and a function of a world",
  <From, To>(worlds: Worlds<From>, map: (world: From) => To, has?: (world: To) => boolean): Worlds<To> => ({
    random: worlds.random.map(map),
    *small(upTo) {
      for (const world of worlds.small(upTo)) yield map(world);
    },
    ...(has === undefined ? {} : { has }),
  }),
);

type Parts<World> = { readonly [Key in keyof World]: Worlds<World[Key]> };

/**
 * Worlds of several parts, each drawn independently.
 * @example
 * const stakes = worldsOf({ pays: whole(0, 9), saves: whole(1, 9) });
 * [...stakes.small(1)] // => [{ pays: 0, saves: 1 }, { pays: 1, saves: 1 }]
 */
export const worldsOf = takes("a record of worlds", <World extends object>(parts: Parts<World>): Worlds<World> => {
  const keys = keysOf<keyof World & string>(parts);
  const random = fc.record<Readonly<Record<string, World[keyof World]>>>(
    recordOf(keys, (key) => parts[key].random),
    { noNullPrototype: true },
  );
  return {
    random: random.map((values) =>
      recordFrom<World>(
        keys,
        keys.map((key) => values[key]),
      ),
    ),
    *small(upTo) {
      const lists = keys.map((key) => [...parts[key].small(upTo)]);
      for (const values of combinations(lists)) yield recordFrom<World>(keys, values);
    },
    ...(keys.every((key) => parts[key].has !== undefined)
      ? { has: (world: World) => keys.every((key) => parts[key].has?.(world[key])) }
      : {}),
  };
});

/** A record of one value per key, in the order of the keys. */
const recordFrom = <Whole extends object>(keys: readonly string[], values: readonly Whole[keyof Whole][]): Whole =>
  Object.fromEntries(keys.map((key, index) => [key, values[index]])) as Whole;

/**
 * Lists of things. The small ones have at most three.
 * @example [...listsOf(whole(0, 9), 2, 4).small(0)] // => [[0, 0], [0, 0, 0]]
 */
export const listsOf = takes(
  "worlds, and the least and the most entries of a list",
  <Thing>(things: Worlds<Thing>, least: number, most: number): Worlds<readonly Thing[]> => ({
    random: fc.array(things.random, { minLength: least, maxLength: most }),
    *small(upTo) {
      const all = [...things.small(upTo)];
      for (let length = least; length <= Math.min(3, most); length++)
        yield* combinations(Array.from({ length }, () => all));
    },
    ...(things.has === undefined
      ? {}
      : { has: (list) => list.length >= least && list.length <= most && list.every((thing) => things.has?.(thing)) }),
  }),
);

/**
 * Only the worlds for which a condition is true.
 * @example [...which(whole(0, 9), (n) => n % 2 === 1).small(4)] // => [1, 3]
 */
export const which = takes(
  "worlds, and a condition of a world",
  <World>(worlds: Worlds<World>, isIncluded: (world: World) => boolean): Worlds<World> => ({
    random: worlds.random.filter(isIncluded),
    *small(upTo) {
      for (const world of worlds.small(upTo)) if (isIncluded(world)) yield world;
    },
    ...(worlds.has === undefined ? {} : { has: (world: World) => isIncluded(world) && worlds.has?.(world) === true }),
  }),
);

/** Every way to take one value from each list. */
function* combinations<Value>(lists: readonly (readonly Value[])[]): Generator<readonly Value[]> {
  if (lists.length === 0) {
    yield [];
    return;
  }
  const [first, ...others] = lists;
  const rest = [...combinations(others)];
  for (const value of first) for (const values of rest) yield [value, ...values];
}

/**
 * A thousand pounds in pence. Most worlds use whole thousands of pounds, so that their stories are easy to read.
 * @example thousand // => 100000
 */
export const thousand = 1000_00;

/**
 * Whole thousands of pounds, in pence.
 * @example [...thousands(1, 20).small(2)] // => [100000, 200000]
 */
export const thousands = takes(
  "two whole numbers, the least and the most",
  (from: number, to: number): Worlds<number> =>
    mapped(
      whole(from, to),
      (count) => count * thousand,
      (pence) => isWholeIn(from, to)(pence / thousand),
    ),
);
