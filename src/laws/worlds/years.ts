import fc from "fast-check";
import type { AgencyYear } from "../../funding/rule.js";
import { anyPence, anySize, change, mostPence } from "./amounts.js";
import { isWholeIn, mapped, oneOf, thousand, thousands, type Worlds, whole, worldsOf } from "./worlds.js";

const isYear = ({ base, reserve, spent }: AgencyYear): boolean =>
  [base, spent].every((pence) => Number.isInteger(pence) && pence >= 0 && pence <= mostPence) &&
  Number.isInteger(reserve) &&
  Math.abs(reserve) <= mostPence;

/** Random budgets are multiples of £10,000, for realistic stories; small ones are multiples of £1,000. */
const budget: Worlds<number> = {
  random: whole(1, 40).random.map((count) => count * 10 * thousand),
  small: thousands(1, 40).small,
};

const wide: fc.Arbitrary<AgencyYear> = fc
  .record({
    base: fc.nat({ max: 40 }),
    reserve: fc.integer({ min: -20, max: 40 }),
    spends: fc.oneof(fc.constant(1), fc.constantFrom(0, 0.25, 0.9, 1.1, 2)),
    size: anySize,
    odd: fc.oneof(fc.constant(0), fc.nat({ max: 999 })),
  })
  .map(({ base, reserve, spends, size, odd }) => ({
    base: base * size + odd,
    reserve: reserve * size,
    spent: Math.max(0, Math.round(spends * (base + reserve) * size + odd)),
  }))
  .filter(isYear);

/**
 * A year of an agency that spends its whole base and reserve: in whole thousands of pounds, or from pennies to
 * billions. Laws change how much it spent.
 * @example [...years.small(2)].every(({ base, reserve, spent }) => spent === base + reserve) // => true
 */
export const years: Worlds<AgencyYear> = {
  random: fc.oneof(
    mapped(worldsOf({ base: budget, reserve: thousands(0, 10) }), spentInFull).random,
    wide.filter(({ base, reserve }) => base + reserve >= 0).map(spentInFull),
  ),
  small: mapped(worldsOf({ base: budget, reserve: thousands(0, 10) }), spentInFull).small,
  has: (year) => isYear(year) && year.base + year.reserve >= 0,
};

/** The same year of an agency that spends just what it has. */
export function spentInFull({ base, reserve }: Omit<AgencyYear, "spent">): AgencyYear {
  return { base, reserve, spent: base + reserve };
}

/**
 * A year in any whole pence, underspent or overspent: for laws about the last penny.
 * @example [...oddYears.small(1)].length // => 8
 */
export const oddYears: Worlds<AgencyYear> = {
  random: fc.oneof(worldsOf({ base: anyPence, reserve: anyPence, spent: anyPence }).random, wide),
  small: worldsOf({ base: anyPence, reserve: anyPence, spent: anyPence }).small,
  has: isYear,
};

/** An underspend or overspend, in pence. */
export const deviation: Worlds<{ readonly by: number }> = worldsOf({ by: change(10) });

type Twice = { readonly by: number; readonly again: number };

const twice = {
  by: change(10),
  again: {
    random: fc.oneof(fc.constant(0), change(10).random),
    small: () => [0, thousand],
    has: isWholeIn(0, mostPence),
  },
};

/** An underspend or overspend in two years running, in pence; the second may be 0. */
export const twoDeviations: Worlds<Twice> = worldsOf<Twice>(twice);

/** What an agency spends after it has departed from its budget: all that it may, or its base and no more. */
export type Later = "all" | "base";

/** An overspend in one year or two, and what the agency spends later. */
export const overspends: Worlds<Twice & { readonly later: Later }> = worldsOf<Twice & { readonly later: Later }>({
  ...twice,
  later: oneOf<Later>("all", "base"),
});
