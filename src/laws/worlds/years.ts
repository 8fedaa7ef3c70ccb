import type { AgencyYear } from "../../funding/rule.js";
import { anyPence, mapped, thousand, thousands, type Worlds, whole, worldsOf } from "./worlds.js";

/**
 * A year of an agency that has spent its whole base and reserve, in whole thousands of pounds.
 * Laws change how much it spent.
 * @example [...years.small(2)].every(({ base, reserve, spent }) => spent === base + reserve) // => true
 */
export const years: Worlds<AgencyYear> = mapped(
  worldsOf({ base: tens(1, 40), reserve: thousands(0, 10) }),
  ({ base, reserve }) => ({ base, reserve, spent: base + reserve }),
);

/**
 * A year in any whole pence, underspent or overspent: for laws about the last penny.
 * @example [...oddYears.small(1)].length // => 8
 */
export const oddYears: Worlds<AgencyYear> = worldsOf({ base: anyPence, reserve: anyPence, spent: anyPence });

/** An underspend or overspend of £1,000 to £10,000. Random years of `years` have at least £10,000 to spend. */
export const deviation: Worlds<{ readonly by: number }> = worldsOf({ by: thousands(1, 10) });

/** Random budgets are multiples of £10,000, for realistic stories; small ones are multiples of £1,000. */
function tens(from: number, to: number): Worlds<number> {
  const { random } = mapped(whole(from, to), (count) => count * 10 * thousand);
  return { random, small: thousands(from, to).small };
}
