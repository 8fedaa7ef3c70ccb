import { plainRule } from "../named-rule.js";
import type { Share } from "../rule.js";

const decide: Share = (stakes) => stakes.map(({ pays, saves }) => saves - pays);

/**
 * Silo: each agency pays its own costs and keeps its own savings. This is the position without an agreement.
 * @param stakes what each agency pays and saves, in pence
 * @returns pence each ends up with: saves − pays
 * @example
 * const stakes = [
 *   { agency: "council", pays: 100_00, saves: 0 },
 *   { agency: "hospital", pays: 0, saves: 250_00 },
 *   { agency: "care", pays: 0, saves: 50_00 },
 * ];
 * silo(stakes) // => [-10000, 25000, 5000]
 */
export const silo = plainRule({
  name: "silo",
  words: "each agency pays its own costs and keeps its own savings",
  sample: "silo",
  decide,
});
