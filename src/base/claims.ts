import { mistake, type ScenarioError } from "./problems/problem.js";
import { orderWeight } from "./shapley.js";

/**
 * Constrained equal awards: every claimant gets the same amount, but at most its claim (Maimonides, 12th century).
 * @param estate the amount to divide, 0 or more
 * @param claims 0 or more each; their sum is at least the estate
 * @returns one award per claim, in order; their sum is the estate
 * @example equalAwards(200, [100, 200, 300]).map(Math.round) // => [67, 67, 67]
 */
export const equalAwards = (estate: number, claims: readonly number[]): readonly number[] => {
  const most = levelOf(estate, claims);
  return claims.map((claim) => Math.min(claim, most));
};

/** The largest award: the same amount for every claimant whose claim is not smaller. */
const levelOf = (estate: number, claims: readonly number[]): number => {
  const rising = [...claims].sort((a, b) => a - b);
  let left = estate;
  for (let at = 0; at < rising.length; at++) {
    const level = left / (rising.length - at);
    if (rising[at] >= level) return level;
    left -= rising[at];
  }
  return Number.POSITIVE_INFINITY;
};

/**
 * The Talmud's rule. An estate of up to half of all claims is divided as equal awards on half claims.
 * For a larger estate, the losses are divided in the same way.
 * It is the nucleolus of the game in which a set of claimants is worth what the other claims leave of the estate
 * (Aumann and Maschler 1985).
 * @param estate the amount to divide, 0 or more
 * @param claims 0 or more each; their sum is at least the estate
 * @returns one award per claim, in order; their sum is the estate
 * @example talmud(200, [100, 200, 300]) // => [50, 75, 75]
 */
export const talmud = (estate: number, claims: readonly number[]): readonly number[] => {
  let all = 0;
  for (const claim of claims) all += claim;
  const halves = claims.map((claim) => claim / 2);
  if (2 * estate <= all) return equalAwards(estate, halves);
  const losses = equalAwards(all - estate, halves);
  return claims.map((claim, at) => claim - losses[at]);
};

/** The most claims below the estate. Each one doubles the work, which is done again for every draw and year. */
const mostPartial = 12;

/**
 * Random arrival: claimants arrive in some order, and each gets its claim or what is left. The award is the mean over
 * all orders (O'Neill 1982). It is the Shapley value of the game in which a set of claimants is worth what the other
 * claims leave of the estate.
 * Claimants that claim the whole estate all get the same, so the search visits only sets of the others. It stops at
 * sets that leave nothing: nine such claimants take at most 2^9 steps.
 * @param estate the amount to divide, 0 or more
 * @param claims 0 or more each; their sum is at least the estate
 * @returns one award per claim, in order; their sum is the estate
 * @throws ScenarioError if more than 12 claims are above 0 and below the estate
 * @example randomArrival(200, [100, 200, 300]).map(Math.round) // => [33, 83, 83]
 */
export const randomArrival = (estate: number, claims: readonly number[]): readonly number[] => {
  const partial = claims.filter((claim) => claim > 0 && claim < estate);
  if (partial.length > mostPartial) throw tooMany(partial.length);
  const claimants = claims.filter((claim) => claim > 0).length;
  const weights = Array.from({ length: claimants }, (_, before) => orderWeight(before, claimants));
  weights.push(0);
  const lost = new Float64Array(partial.length);
  let whole = 0;
  /**
   * Visits the set of all claimants without `missing` of them; `left` is what the missing claims leave of the estate.
   * It adds what the set gives a claimant of the whole estate, and returns what a missing claimant loses.
   */
  const gather = (from: number, missing: number, left: number): number => {
    const present = left * weights[claimants - missing - 1];
    whole += present;
    let loss = present + left * weights[claimants - missing];
    for (let at = from; at < partial.length; at++) {
      if (partial[at] >= left) continue;
      const also = gather(at + 1, missing + 1, left - partial[at]);
      lost[at] += also;
      loss += also;
    }
    return loss;
  };
  if (estate > 0) gather(0, 0, estate);
  let next = 0;
  return claims.map((claim) => (claim <= 0 ? 0 : claim < estate ? whole - lost[next++] : whole));
};

const tooMany = (count: number): ScenarioError =>
  mistake(
    "shapley",
    `The Shapley value is computed for up to ${mostPartial} agencies that each gain a part of the surplus; ` +
      `here there are ${count}.`,
    "Join the smallest of them into one agency, or share by nucleolus, which is quick for any number.",
  );
