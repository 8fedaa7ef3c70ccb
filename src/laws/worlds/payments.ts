import fc from "fast-check";
import type { Performance } from "../../funding/rule.js";
import { anySize, mostCases, mostPence } from "./amounts.js";
import { inSteps, isWholeIn, mapped, oneOf, thousand, type Worlds, whole, worldsOf } from "./worlds.js";

/** The step between counts in small worlds, in units. In steps of 1, small worlds would reach no baseline or target. */
export const stepOfSmall = 25;

/** The last model year of a world. */
const lastYear = 30;

const year: Worlds<number> = {
  random: fc.oneof(whole(1, 5).random, whole(1, lastYear).random),
  small: whole(1, 5).small,
  has: isWholeIn(1, lastYear),
};

const usual: Worlds<Performance> = worldsOf({
  year,
  quantity: inSteps(stepOfSmall, 0, 200),
  started: inSteps(stepOfSmall, 0, 200),
  spent: mapped(
    inSteps(stepOfSmall, 0, 200),
    (count) => count * thousand,
    (pence) => Number.isInteger(pence) && pence >= 0 && pence <= 200 * thousand,
  ),
  reported: oneOf(true, false),
});

/**
 * What a payer can see of a year of usual size: a count up to 200, spending up to £200,000, a report or none, and a
 * year up to the thirtieth. For laws that assume a figure in pounds.
 * @example [...usualPerformances.small(1)].length // => 16
 */
export const usualPerformances: Worlds<Performance> = usual;

const wide: fc.Arbitrary<Performance> = fc
  .record({
    year: year.random,
    counts: fc.tuple(fc.nat({ max: 200 }), fc.nat({ max: 200 })),
    size: fc.constantFrom(0, 0.001, 1, 1, 100, 10_000, 50_000),
    pounds: fc.nat({ max: 200 }),
    unit: anySize,
    odd: fc.oneof(fc.constant(0), fc.nat({ max: 999 })),
    reported: fc.boolean(),
  })
  .map(({ year, counts: [quantity, started], size, pounds, unit, odd, reported }) => ({
    year,
    quantity: quantity * size,
    started: started * size,
    spent: Math.min(mostPence, pounds * unit + odd),
    reported,
  }));

/**
 * What a payer can see of a year: usual ones, and others with up to ten million counted or parts of one, and up to
 * £10bn spent.
 * @example [...performances.small(1)].length // => 16
 */
export const performances: Worlds<Performance> = {
  random: fc.oneof(usual.random, wide),
  small: usual.small,
  has: ({ year: at, quantity, started, spent }) =>
    year.has?.(at) === true &&
    [quantity, started].every((count) => count >= 0 && count <= mostCases) &&
    isWholeIn(0, mostPence)(spent),
};
