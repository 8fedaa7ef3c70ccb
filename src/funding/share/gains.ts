import type { Share, Stake } from "../rule.js";
import { silo } from "./silo.js";

/** Pence that all agencies save, less all that they pay. */
export const netOf = (stakes: readonly Stake[]): number => {
  let net = 0;
  for (const { pays, saves } of stakes) net += saves - pays;
  return net;
};

/**
 * What all agencies of a deal pay together, in pence.
 * @example costOf([{ agency: "council", pays: 100_00, saves: 0 }]) // => 10000
 */
export const costOf = (stakes: readonly Stake[]): number => {
  let cost = 0;
  for (const { pays } of stakes) cost += pays;
  return cost;
};

/** Marks a rule that also applies while a scheme has cost more than it has saved. */
export const sharesLosses = (rule: Share): Share => Object.assign(rule, { sharesLosses: true as const });

/** A rule that shares a gain. If the agencies together lose, there is no gain, and the result is that of `silo`. */
export const sharesGains =
  (rule: Share): Share =>
  (stakes) =>
    netOf(stakes) < 0 ? silo(stakes) : rule(stakes);

/** A rule that shares a gain by what each pays and saves. If an agency's bills rise, the result is that of `silo`. */
export const sharesByStakes = (rule: Share): Share =>
  sharesGains((stakes) => (stakes.some(({ pays, saves }) => pays < 0 || saves < 0) ? silo(stakes) : rule(stakes)));
