import type { AgencyYear } from "../../funding/rule.js";
import { anyPence, mapped, thousand, thousands, type Worlds, whole, worldsOf } from "./worlds.js";

/**
 * A year of an agency that has spent up: its base in round money, something or nothing carried over, and all of it spent. What a law changes is how much
 * more or less was spent.
 * @example [...years.small(2)].every(({ base, reserve, spent }) => spent === base + reserve) // => true
 */
export const years: Worlds<AgencyYear> = mapped(
  worldsOf({ base: tens(1, 40), reserve: thousands(0, 10) }),
  ({ base, reserve }) => ({ base, reserve, spent: base + reserve }),
);

/**
 * A year in any pence, saved from, spent up or overspent: for laws about the last penny.
 * @example [...oddYears.small(1)].length // => 8
 */
export const oddYears: Worlds<AgencyYear> = worldsOf({ base: anyPence, reserve: anyPence, spent: anyPence });

/** What is left over or overspent: £1,000 to £10,000, which every year of `years` can bear. */
export const deviation: Worlds<{ readonly by: number }> = worldsOf({ by: thousands(1, 10) });

/** Budgets of £10,000, £20,000 and on, so that a reader believes them; the small ones are £1,000s. */
function tens(from: number, to: number): Worlds<number> {
  const { random } = mapped(whole(from, to), (many) => many * 10 * thousand);
  return { random, small: thousands(from, to).small };
}
