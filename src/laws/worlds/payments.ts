import type { Performance } from "../../funding/rule.js";
import { inSteps, mapped, oneOf, thousand, type Worlds, whole, worldsOf } from "./worlds.js";

/** The step between counts in small worlds, in units. In steps of 1, small worlds would reach no baseline or target. */
export const stepOfSmall = 25;

/**
 * What a payer can see of a year: a count up to 200, spending up to £200,000, and a report or none.
 * @example [...performances.small(1)].length // => 16
 */
export const performances: Worlds<Performance> = worldsOf({
  year: whole(1, 5),
  quantity: inSteps(stepOfSmall, 0, 200),
  started: inSteps(stepOfSmall, 0, 200),
  spent: mapped(inSteps(stepOfSmall, 0, 200), (count) => count * thousand),
  reported: oneOf(true, false),
});
