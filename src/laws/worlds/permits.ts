import type { Wish } from "../../funding/rule.js";
import { agencies } from "./deals.js";
import { listsOf, mapped, oneOf, thousands, type Worlds, worldsOf } from "./worlds.js";

/**
 * What two to four agencies were given for a purpose, and would spend on it, in round money: health or roads, for many people or for one.
 * @example [...wishes.small(0)].every((list) => list.every(({ entitled, wished }) => entitled === 0 && wished === 0)) // => true
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
