import { type CycleName, perCalendarYear } from "../../base/time.js";
import { type ReadContext, reportError } from "../../quantity/context.js";

/**
 * The hazard a year of a share of people in a length of time, such as 30% a week: −ln(1 − share) × weeks a year.
 * So the share is the same whatever the cycle.
 */
export const hazardOfShare = (share: number, each: CycleName, address: string, context: ReadContext): number => {
  if (share < 1) return -Math.log1p(-share) * perCalendarYear[each];
  reportError(
    context,
    address,
    `All of them within a ${each} is no share that leaves others behind.`,
    `Write a share below 100%, such as 30% a ${each}.`,
  );
  return 0;
};
