import fc from "fast-check";
import type { Rule } from "../../funding/rule.js";
import type { Family } from "../family.js";
import { allNumbers, copyOf, fieldOf, leavesOf, withLeaves } from "../plain.js";

/** Units that settlements are published in, in pence: from £1,000 to £1. */
const units = [1000_00, 100_00, 10_00, 1_00] as const;

/** The worlds that are looked at, and the answers and different amounts in them that show a unit. */
const [looked, leastAnswers, leastAmounts] = [200, 12, 15];

/**
 * What a rule rounds to, in pence, as its answers in worlds with odd pence show: all amounts but one are multiples.
 * The odd pence go to somebody. Answers of one amount must all be multiples; lists may have exceptions, such as losses.
 */
export const roundingUnit = <World, Outcome>(rule: Rule<World, Outcome>, family: Family<World>): number => {
  const answers = fc
    .sample(family.worlds.random, { numRuns: looked, seed: 11 })
    .map((world) => roundedIn(rule, world, withOddPence(world, family)))
    .filter(({ length }) => length > 0);
  const isSingle = answers.every(({ length }) => length === 1);
  const shows = (unit: number): boolean => {
    const fitting = answers.map((amounts) => {
      const multiples = amounts.filter((pence) => pence % unit === 0);
      return { multiples, fits: multiples.length >= amounts.length - (amounts.length > 1 ? 1 : 0) };
    });
    const share = fitting.filter(({ fits }) => fits).length / answers.length;
    const different = new Set(fitting.flatMap(({ fits, multiples }) => (fits ? multiples : [])));
    return answers.length >= leastAnswers && share >= (isSingle ? 1 : 0.6) && different.size >= leastAmounts;
  };
  return units.find(shows) ?? 1;
};

/**
 * The amounts of an answer that say something of rounding. In a list they are not 0, not in the world as well, and not
 * the same whatever the pence are, as a price for each outcome is.
 */
const roundedIn = <World, Outcome>(rule: Rule<World, Outcome>, world: World, odd: World): readonly number[] => {
  const amounts = amountsOf(rule, odd);
  if (amounts.length === 1) return amounts;
  const known = new Set([0, ...allNumbers(odd), ...amountsOf(rule, world)]);
  const some = amounts.filter((pence) => !known.has(pence));
  return some.length > 1 ? some : [];
};

const amountsOf = <World, Outcome>(rule: Rule<World, Outcome>, world: World): readonly number[] => {
  try {
    return leavesOf(rule(copyOf(world))).flatMap(({ keys, value }) =>
      typeof value === "number" && fieldOf(keys) !== "year" ? [value] : [],
    );
  } catch {
    return [];
  }
};

/** A world whose amounts are some third larger and have odd pence, unless they are 0. */
const withOddPence = <World>(world: World, { fields }: Family<World>): World => {
  let odd = 35;
  return withLeaves(world, (value, field) => {
    odd += 2;
    const isAmount = fields[field]?.unit === "pence" && typeof value === "number" && value !== 0;
    return isAmount ? Math.round(1.37 * value) + odd : value;
  });
};
