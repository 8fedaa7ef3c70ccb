import { plainRule } from "../named-rule.js";
import type { YearEnd } from "../rule.js";

const decide: YearEnd = ({ base, reserve, spent }) => {
  const left = base + reserve - spent;
  return { base, reserve: Math.min(left, 0), surrendered: Math.max(left, 0) };
};

/**
 * Use it or lose it: money that is unspent on the last day goes back to the centre, and the base stays.
 * Annual appropriations work this way. It is why roads are dug up in March.
 * In the United States 8.7 % of contract spending fell in the last week, 4.9 times an average week. Projects of that
 * week were 2.2 to 5.6 times as likely to be of low quality. Agencies that could roll money over had no such week
 * (Liebman and Mahoney 2013). An overspend is carried forward as a negative reserve.
 * @param year pence of base, reserve and spending
 * @returns pence of the next base, the reserve (never above 0) and the surrendered money
 * @example
 * const year = { base: 100_00, reserve: 0, spent: 70_00 };
 * useItOrLoseIt(year) // => { base: 10000, reserve: 0, surrendered: 3000 }
 */
export const useItOrLoseIt = plainRule({
  name: "useItOrLoseIt",
  words: "unspent money goes back to the centre",
  sample: "use it or lose it",
  decide,
});
