import fc from "fast-check";
import type { Pot, Recipient } from "../../funding/rule.js";
import { agencies } from "./deals.js";
import { anyPence, listsOf, mapped, oneOf, thousand, thousands, type Worlds, whole, worldsOf } from "./worlds.js";

/** A recipient of a few thousand people; its base in round money, all of it spent. */
const recipient: Worlds<Omit<Recipient, "agency">> = mapped(
  worldsOf({
    people: whole(1, 200),
    need: oneOf(1, 1.5, 0.8, 2),
    base: thousands(1, 50),
    own: thousands(0, 20),
    resources: thousands(0, 10),
  }),
  ({ people, ...money }) => ({ ...money, spent: money.base, people: people * 1000 }),
);

const potOf = ({ pot, list }: { readonly pot: number; readonly list: readonly Omit<Recipient, "agency">[] }): Pot => ({
  pot,
  recipients: list.map((each, at) => ({ agency: agencies[at], ...each })),
});

/** The small pots hold up to three recipients who differ in people alone, for there are too many others. */
const smallRecipient: Worlds<Omit<Recipient, "agency">> = mapped(
  worldsOf({ people: whole(1, 50), base: thousands(1, 50) }),
  (part) => ({
    ...part,
    spent: part.base,
    people: part.people * 1000,
    need: 1,
    own: thousand,
    resources: 0,
  }),
);

const potsOf = (pot: Worlds<number>): Worlds<Pot> => ({
  random: mapped(worldsOf({ pot, list: listsOf(recipient, 2, 4) }), potOf).random,
  small: mapped(worldsOf({ pot, list: listsOf(smallRecipient, 2, 3) }), potOf).small,
});

/**
 * A pot in round money and two to four recipients: people, need, what they have, spend, put in and can raise.
 * @example [...pots.small(1)].every(({ pot, recipients }) => pot > 0 && recipients.length > 1) // => true
 */
export const pots: Worlds<Pot> = potsOf(thousands(1, 200));

/**
 * A pot of any pence: for laws about the last penny.
 * @example [...oddPots.small(1)].some(({ pot }) => pot === 1) // => true
 */
export const oddPots: Worlds<Pot> = potsOf(anyPence);

/** A pot of a few pence, and people in odd numbers: where a penny more can take a penny away. */
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
);
