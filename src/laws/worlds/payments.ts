import type { Performance } from "../../funding/rule.js";
import { inSteps, mapped, oneOf, thousand, type Worlds, whole, worldsOf } from "./worlds.js";

/** How far apart the small worlds of a payment are: baselines, benchmarks and targets are seldom at 4. */
export const stepOfSmall = 25;

/**
 * What a payer may see of a year: up to 200 of what is counted, up to £200,000 spent, a report or none.
 * @example [...performances.small(1)].length // => 16
 */
export const performances: Worlds<Performance> = worldsOf({
  year: whole(1, 5),
  quantity: inSteps(stepOfSmall, 0, 200),
  started: inSteps(stepOfSmall, 0, 200),
  spent: mapped(inSteps(stepOfSmall, 0, 200), (many) => many * thousand),
  reported: oneOf(true, false),
});
