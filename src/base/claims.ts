import { ScenarioError } from "./problem.js";
import { orderWeight } from "./shapley.js";

/**
 * Constrained equal awards: everybody gets the same, but nobody more than it claims (Maimonides, 12th century).
 * @param estate what there is, 0 or more
 * @param claims 0 or more each; together at least the estate
 * @returns what each gets, in their order; together the estate
 * @example equalAwards(200, [100, 200, 300]).map(Math.round) // => [67, 67, 67]
 */
export const equalAwards = (estate: number, claims: readonly number[]): readonly number[] => {
  const most = levelOf(estate, claims);
  return claims.map((claim) => Math.min(claim, most));
};

/** The most that anybody gets when all get the same, but none more than it claims. */
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
 * The Talmud's rule: up to half of all claims, equal awards of half claims; beyond, equal losses of the other halves. It is the nucleolus of the game in which
 * a set of claimants is worth what the others would leave it (Aumann and Maschler 1985).
 * @param estate what there is, 0 or more
 * @param claims 0 or more each; together at least the estate
 * @returns what each gets, in their order; together the estate
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

/** With one more who claims less than all, the work doubles; with so many it takes some milliseconds. */
const mostPartial = 20;

/**
 * Random arrival: everybody gets its claim, or what is left, in the order in which they come, averaged over all orders (O'Neill 1982). It is the Shapley value
 * of the game in which a set of claimants is worth what the others would leave it. Who claims all there is need not be told apart, so that only sets of those
 * who claim less are walked, and of them only those that leave something: 2^9 for nine of them at most.
 * @param estate what there is, 0 or more
 * @param claims 0 or more each; together at least the estate
 * @returns what each gets, in their order; together the estate
 * @throws ScenarioError where more than 20 claim something, but not all
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
  /** Everybody but some (their number, and what they leave) gathers what its members add; answers what those who are missing lose by that. */
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
  new ScenarioError([
    {
      severity: "error",
      address: "shapley",
      what: `The Shapley value is worked out for up to ${mostPartial} agencies that gain a part of what is left; here are ${count}.`,
      mend: "Gather the smallest of them into one agency, or share by nucleolus, which is quick for any number.",
    },
  ]);
