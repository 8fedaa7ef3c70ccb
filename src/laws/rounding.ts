import fc from "fast-check";
import type { Rule } from "../funding/rule.js";
import type { Family } from "./family.js";
import { allNumbers, copyOf, fieldOf, leavesOf } from "./plain.js";

/** Units that settlements are published in, in pence: from £1,000 to £1. */
const units = [1000_00, 100_00, 10_00, 1_00] as const;

/** The worlds that are looked at, and the answers and different amounts in them that show a unit. */
const [looked, leastAnswers, leastAmounts] = [200, 12, 15];

/**
 * What a rule rounds to, in pence, as its answers in worlds with odd pence show: all amounts but one are multiples.
 * The odd pence go to somebody. Answers of one amount must all be multiples; lists may have exceptions, such as losses.
 */
export const roundingUnit = <World, Outcome>(rule: Rule<World, Outcome>, family: Family<World>): number => {
  const answers = fc.sample(family.worlds.random, { numRuns: looked, seed: 11 }).flatMap((world) => {
    const amounts = isOdd(world, family) ? amountsOf(rule, world) : [];
    return amounts.length === 0 ? [] : [amounts];
  });
  const shows = (unit: number): boolean => {
    const fitting = answers.map((amounts) => {
      const multiples = amounts.filter((pence) => pence % unit === 0);
      return { multiples, fits: multiples.length >= amounts.length - (amounts.length > 1 ? 1 : 0) };
    });
    const isSingle = answers.every(({ length }) => length === 1);
    const share = fitting.filter(({ fits }) => fits).length / answers.length;
    const different = new Set(fitting.flatMap(({ fits, multiples }) => (fits ? multiples : [])));
    return answers.length >= leastAnswers && share >= (isSingle ? 1 : 0.6) && different.size >= leastAmounts;
  };
  return units.find(shows) ?? 1;
};

/** The amounts of an answer that say something of rounding: one alone, or at least three that are not 0. */
const amountsOf = <World, Outcome>(rule: Rule<World, Outcome>, world: World): readonly number[] => {
  try {
    const all = allNumbers(rule(copyOf(world)));
    const some = all.filter((pence) => pence !== 0);
    return all.length === 1 || some.length >= 3 ? some : [];
  } catch {
    return [];
  }
};

/** True if a world has an amount with odd pence. */
const isOdd = <World>(world: World, { fields }: Family<World>): boolean =>
  leavesOf(world).some(
    ({ keys, value }) => fields[fieldOf(keys)]?.unit === "pence" && typeof value === "number" && value % 100 !== 0,
  );
