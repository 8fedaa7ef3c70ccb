import fc from "fast-check";
import type { Pot, Recipient } from "../../funding/rule.js";
import { agencies } from "./deals.js";
import { anyPence, listsOf, mapped, oneOf, thousand, thousands, type Worlds, whole, worldsOf } from "./worlds.js";

/** A recipient with 1,000 to 200,000 people. It has spent all of its base, which is whole thousands of pounds. */
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

/** Recipients of small worlds differ only in people and base: with more differences there would be too many worlds. */
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
 * A pot in whole thousands of pounds, with two to four recipients.
 * They differ in people, need, base, their own money and what they can raise.
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
);
