import fc from "fast-check";
import type { Wish } from "../../funding/rule.js";
import { anySize, mostPence, nameStart, namesFrom, purposes } from "./amounts.js";
import { agencies } from "./deals.js";
import { listsOf, mapped, oneOf, thousands, type Worlds, worldsOf } from "./worlds.js";

const people = ["", "Ann", "Bob", "Cy"] as const;

const isWishes = (list: readonly Wish[]): boolean =>
  list.length >= 1 &&
  new Set(list.map(({ agency, purpose, person }) => `${agency}\n${purpose}\n${person}`)).size === list.length &&
  list.every(({ entitled, wished }) => Math.abs(entitled) <= mostPence && wished >= 0 && wished <= mostPence);

type Draw = {
  readonly entitled: number;
  readonly wished: number;
  readonly purpose: number;
  readonly person: number;
  readonly isSame: boolean;
};

/** What is odd in a list of wishes. */
const shapes = {
  plain: (wish: Draw): Draw => wish,
  "nobody wishes": (wish: Draw): Draw => ({ ...wish, wished: 0 }),
  "nothing was given": (wish: Draw): Draw => ({ ...wish, entitled: 0 }),
  alike: (wish: Draw): Draw => ({ ...wish, entitled: 7, wished: 9 }),
} as const;

/** Up to nine wishes, of agencies with up to three purposes, from pennies to billions. */
const wide: fc.Arbitrary<readonly Wish[]> = fc
  .record({
    list: fc.array(
      fc.record({
        entitled: fc.integer({ min: -6, max: 24 }),
        wished: fc.integer({ min: -4, max: 24 }),
        purpose: fc.nat({ max: 2 }),
        person: fc.nat({ max: 5 }),
        isSame: fc.boolean(),
      }),
      { minLength: 1, maxLength: 9, size: "max" },
    ),
    size: anySize,
    odd: fc.oneof(fc.constant(0), fc.nat({ max: 999 })),
    start: nameStart,
    purpose: fc.oneof(fc.constant(0), fc.nat({ max: purposes.length - 1 })),
    shape: fc.constantFrom(shapes.plain, shapes.plain, shapes.plain, ...Object.values(shapes)),
  })
  .map(({ list, size, odd, start, purpose, shape }) => {
    const names = namesFrom(start, list.length);
    let who = -1;
    let isFirst = true;
    return list.map((drawn, at) => {
      const wish = shape(drawn);
      // An agency with several wishes has them side by side.
      if (isFirst || !wish.isSame) who++;
      isFirst = false;
      return {
        agency: names[who],
        purpose: purposes[(purpose + (wish.isSame ? at : wish.purpose)) % purposes.length],
        person: people[wish.person] ?? "",
        entitled: wish.entitled * size,
        wished: Math.max(0, wish.wished) * size + (wish.wished > 0 ? odd : 0),
      };
    });
  })
  .filter(isWishes);

const round = mapped(
  listsOf(
    worldsOf({
      purpose: oneOf("health", "roads"),
      person: { random: oneOf("", "Ann", "Bob").random, small: () => [""] },
      entitled: thousands(0, 20),
      wished: thousands(0, 20),
    }),
    2,
    4,
  ),
  (list) => list.map((wish, at) => ({ agency: agencies[at], ...wish })),
);

/** Two agencies, or three in steps of £2,000; one with two purposes; or one purpose with money for a person. */
function* smallWishes(upTo: number): Iterable<readonly Wish[]> {
  for (const list of round.small(upTo)) {
    if (list.length > 2) break;
    yield list;
  }
  for (const list of round.small(Math.ceil(upTo / 2)))
    if (list.length > 2) yield list.map((wish) => ({ ...wish, entitled: 2 * wish.entitled, wished: 2 * wish.wished }));
  for (const list of round.small(Math.min(upTo, 2))) {
    if (list.length > 2) return;
    yield list.map((wish, at) => (at === 1 ? { ...wish, person: "Ann" } : wish));
    if (list[0].purpose !== list[1].purpose) yield list.map((wish) => ({ ...wish, agency: agencies[0] }));
  }
}

/**
 * Wishes: what each agency was given for a purpose, and what it would spend on it. Half of them are of two to four
 * agencies in whole thousands of pounds; the others are up to nine, of any size, some of an agency with several
 * purposes or with an overspend carried over. The money is for many people or for one.
 * @example [...wishes.small(0)].every((list) => list.every(({ wished }) => wished === 0)) // => true
 */
export const wishes: Worlds<readonly Wish[]> = {
  random: fc.oneof(round.random, wide),
  small: smallWishes,
  has: isWishes,
};
