import fc from "fast-check";

/** Worlds to try a rule in, in two ways: at random, and all small ones. */
export interface Worlds<World> {
  /** A fast-check arbitrary, for properties of your own: `fc.property(deals.random, …)`. */
  readonly random: fc.Arbitrary<World>;
  /** Every world whose numbers go up to so much (in £1,000s, where they are money). */
  small(upTo: number): Iterable<World>;
}

/**
 * One of some values.
 * @example [...oneOf("yes", "no").small(4)] // => ["yes", "no"]
 */
export const oneOf = <Value>(...values: readonly Value[]): Worlds<Value> => ({
  random: fc.constantFrom(...values),
  small: () => values,
});

/**
 * A whole number.
 * @example [...whole(1, 20).small(4)] // => [1, 2, 3, 4]
 */
export const whole = (from: number, to: number): Worlds<number> => ({
  random: fc.integer({ min: from, max: to }),
  *small(upTo) {
    for (let value = from; value <= Math.min(to, Math.max(from, upTo)); value++) yield value;
  },
});

/**
 * A whole number; the small ones are so many steps away from nothing, so that a few of them span what is realistic.
 * @example [...inSteps(25, 0, 200).small(2)] // => [0, 25, 50]
 */
export const inSteps = (step: number, from: number, to: number): Worlds<number> => ({
  random: fc.integer({ min: from, max: to }),
  *small(upTo) {
    for (let value = Math.max(step * Math.ceil(from / step), from); value <= Math.min(to, step * upTo); value += step)
      yield value;
  },
});

/**
 * Worlds made from others.
 * @example [...mapped(whole(0, 9), (n) => 10 * n).small(2)] // => [0, 10, 20]
 */
export const mapped = <From, To>(worlds: Worlds<From>, map: (world: From) => To): Worlds<To> => ({
  random: worlds.random.map(map),
  *small(upTo) {
    for (const world of worlds.small(upTo)) yield map(world);
  },
});

type Parts<World> = { readonly [Key in keyof World]: Worlds<World[Key]> };

/**
 * Worlds of several parts, each free of the others.
 * @example [...worldsOf({ pays: whole(0, 9), saves: whole(1, 9) }).small(1)] // => [{ pays: 0, saves: 1 }, { pays: 1, saves: 1 }]
 */
export const worldsOf = <World extends object>(parts: Parts<World>): Worlds<World> => {
  const keys = Object.keys(parts) as (keyof World)[];
  const random = Object.fromEntries(keys.map((key) => [key, parts[key].random]));
  return {
    random: fc.record(random, { noNullPrototype: true }) as fc.Arbitrary<World>,
    *small(upTo) {
      const lists = keys.map((key) => [...parts[key].small(upTo)]);
      for (const values of combinations(lists))
        yield Object.fromEntries(keys.map((key, at) => [key, values[at]])) as World;
    },
  };
};

/**
 * Lists of things; the small ones hold up to three.
 * @example [...listsOf(whole(0, 9), 2, 4).small(0)] // => [[0, 0], [0, 0, 0]]
 */
export const listsOf = <Thing>(things: Worlds<Thing>, least: number, most: number): Worlds<readonly Thing[]> => ({
  random: fc.array(things.random, { minLength: least, maxLength: most }),
  *small(upTo) {
    const all = [...things.small(upTo)];
    for (let length = least; length <= Math.min(3, most); length++)
      yield* combinations(Array.from({ length }, () => all));
  },
});

/**
 * Only the worlds of which something is true.
 * @example [...which(whole(0, 9), (n) => n % 2 === 1).small(4)] // => [1, 3]
 */
export const which = <World>(worlds: Worlds<World>, isTrue: (world: World) => boolean): Worlds<World> => ({
  random: worlds.random.filter(isTrue),
  *small(upTo) {
    for (const world of worlds.small(upTo)) if (isTrue(world)) yield world;
  },
});

/** Every way to take one of each list. */
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
 * What a thousand pounds are in pence: the worlds of laws hold round money, so that their stories can be told.
 * @example thousand // => 100000
 */
export const thousand = 1000_00;

/**
 * Round money: so many thousands of pounds, in pence.
 * @example [...thousands(1, 20).small(2)] // => [100000, 200000]
 */
export const thousands = (from: number, to: number): Worlds<number> =>
  mapped(whole(from, to), (many) => many * thousand);

/** Any whole pence up to £100,000: for laws about the last penny. */
export const anyPence: Worlds<number> = { random: fc.nat({ max: 100_000_00 }), small: whole(0, 100_000_00).small };
