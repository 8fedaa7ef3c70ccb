import fc from "fast-check";
import type { Pot, Recipient } from "../../funding/rule.js";
import { anyPence, anySize, mostCases, mostPence, nameStart, namesFrom } from "./amounts.js";
import { listsOf, mapped, oneOf, thousand, thousands, type Worlds, whole, worldsOf } from "./worlds.js";

type Part = Omit<Recipient, "agency">;

const potOf = ({ pot, list }: { readonly pot: number; readonly list: readonly Part[] }, start = 0): Pot => {
  const names = namesFrom(start, list.length);
  return { pot, recipients: list.map((each, at) => ({ agency: names[at], ...each })) };
};

/** A recipient with 1,000 to 200,000 people. It has spent all of its base, which is whole thousands of pounds. */
const recipient: Worlds<Part> = mapped(
  worldsOf({
    people: whole(1, 200),
    need: oneOf(1, 1.5, 0.8, 2),
    base: thousands(1, 50),
    own: thousands(0, 20),
    resources: thousands(0, 10),
  }),
  ({ people, ...money }) => ({ ...money, spent: money.base, people: people * 1000 }),
);

const smallPart = (part: Pick<Part, "base" | "people"> & Partial<Part>): Part => ({
  spent: part.base,
  need: 1,
  own: thousand,
  resources: 0,
  ...part,
});

/** Recipients of small worlds differ in people and base alone, or in one more number each. */
function* smallPots(pot: Worlds<number>, upTo: number): Iterable<Pot> {
  const size = worldsOf({ people: mapped(whole(1, 50), (count) => 1000 * count), base: thousands(1, 50) });
  const alike = listsOf(mapped(size, smallPart), 2, 3);
  yield* mapped(worldsOf({ pot, list: alike }), (world) => potOf(world)).small(upTo);
  const more: readonly Partial<Part>[] = [
    { need: 2 },
    { own: 0 },
    { own: 8 * thousand },
    { resources: 2 * thousand },
    { spent: 0 },
    { spent: 9 * thousand },
  ];
  for (const amount of pot.small(upTo))
    for (const one of more)
      for (const other of [{}, ...more])
        for (const people of [1000, 2000])
          yield potOf({
            pot: amount,
            list: [
              smallPart({ people: 1000, base: thousand, ...one }),
              smallPart({ people, base: thousand, ...other }),
            ],
          });
}

const isPot = ({ pot, recipients }: Pot): boolean =>
  recipients.length >= 2 &&
  new Set(recipients.map(({ agency }) => agency)).size === recipients.length &&
  recipients.some(({ people }) => people > 0) &&
  recipients.every(
    ({ people, need, base, spent, own, resources }) =>
      Number.isInteger(people) &&
      people >= 0 &&
      people <= mostCases &&
      need >= 0.1 &&
      need <= 10 &&
      [base, spent, own, resources].every((pence) => pence >= 0 && pence <= mostPence),
  ) &&
  pot >= 0 &&
  pot <= mostPence;

const small = fc.nat({ max: 20 });

const widePots: fc.Arbitrary<Pot> = fc
  .record({
    pot: fc.nat({ max: 200 }),
    list: fc.array(
      fc.record({
        people: fc.nat({ max: 200 }),
        need: fc.constantFrom(1, 1, 1.5, 0.8, 2, 0.4, 2.6, 4),
        base: small,
        spends: fc.constantFrom(1, 1, 0.5, 0.99, 1.2),
        own: small,
        resources: small,
      }),
      { minLength: 2, maxLength: 9, size: "max" },
    ),
    size: anySize,
    crowd: fc.constantFrom(1, 50, 1000, 1000, 10_000, 50_000),
    odd: fc.oneof(fc.constant(0), fc.nat({ max: 999 })),
    start: nameStart,
    isAlike: fc.constantFrom(false, false, false, true),
  })
  .map(({ pot, list, size, crowd, odd, start, isAlike }) =>
    potOf(
      {
        pot: Math.min(mostPence, pot * size + odd),
        list: list.map((each, at) => {
          const { people, need, base, spends, own, resources } = isAlike ? list[0] : each;
          return {
            people: people * crowd + (at === 0 || isAlike ? 1 : 0),
            need,
            base: base * size,
            spent: Math.round(spends * base * size),
            own: own * size,
            resources: resources * size,
          };
        }),
      },
      start,
    ),
  )
  .filter(isPot);

const potsOf = (pot: Worlds<number>): Worlds<Pot> => ({
  random: fc.oneof(mapped(worldsOf({ pot, list: listsOf(recipient, 2, 4) }), (world) => potOf(world)).random, widePots),
  small: (upTo) => smallPots(pot, upTo),
  has: isPot,
});

/**
 * A pot with two to nine recipients: half of them in whole thousands of pounds, the others of any size.
 * They differ in people, need, base, spending, their own money and what they can raise.
 * @example [...pots.small(1)].every(({ pot, recipients }) => pot > 0 && recipients.length > 1) // => true
 */
export const pots: Worlds<Pot> = potsOf(thousands(1, 200));

/**
 * A pot of any whole pence: for laws about the last penny.
 * @example [...oddPots.small(1)].some(({ pot }) => pot === 1) // => true
 */
export const oddPots: Worlds<Pot> = potsOf(anyPence);

/** A pot of up to £1, with few people: here one more penny in the pot can take a penny from a recipient. */
export const pennyPots: Worlds<Pot> = mapped(
  worldsOf({
    pot: { random: fc.integer({ min: 1, max: 100 }), small: whole(1, 100).small },
    list: listsOf(whole(1, 60), 2, 3),
  }),
  ({ pot, list }) =>
    potOf({
      pot,
      list: list.map((people) => ({ base: people, spent: people, own: 0, people, need: 1, resources: 0 })),
    }),
  (world) =>
    isPot(world) &&
    world.pot >= 1 &&
    world.pot <= 100 &&
    world.recipients.every(({ people }) => people >= 1 && people <= 60),
);
