import type { Wish } from "../../funding/rule.js";
import { agencies } from "./deals.js";
import { listsOf, mapped, oneOf, thousands, type Worlds, worldsOf } from "./worlds.js";

/**
 * The wishes of two to four agencies: what each was given for a purpose, and what it would spend on it.
 * Amounts are whole thousands of pounds, in pence.
 * The purpose is health or roads. The money is for many people or for one.
 * @example [...wishes.small(0)].every((list) => list.every(({ wished }) => wished === 0)) // => true
 */
export const wishes: Worlds<readonly Wish[]> = mapped(
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
