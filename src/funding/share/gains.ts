import { splitPence } from "../../base/money.js";
import type { Share, Stake } from "../rule.js";

/** Pence that all agencies save, less all that they pay. */
export const netOf = (stakes: readonly Stake[]): number => {
  let net = 0;
  for (const { pays, saves } of stakes) net += saves - pays;
  return net;
};

/** Pence that all agencies pay. */
export const costOf = (stakes: readonly Stake[]): number => {
  let cost = 0;
  for (const { pays } of stakes) cost += pays;
  return cost;
};

/** Marks a rule whose payments every agency signs for beforehand: they are due whatever an agency has left. */
export const signedFor = (rule: Share): Share => Object.assign(rule, { signedFor: true as const });

/** What the scheme costs an agency in pence: what it pays, and by how much its bills rise. */
export const costTo = ({ pays, saves }: Stake): number => Math.max(0, pays) + Math.max(0, -saves);

/** What the scheme brings an agency in pence: by how much its bills fall, and what it is paid for taking part. */
export const savingTo = ({ pays, saves }: Stake): number => Math.max(0, saves) + Math.max(0, -pays);

/** How a net gain, 0 pence or more, is shared among agencies. */
type GainRule = (net: number, stakes: readonly Stake[]) => readonly number[];

/**
 * A share rule from a rule that shares a gain. Every agency is first repaid what the scheme costs it, bills that rise
 * included; the rule shares what is left. A loss is shared in proportion to what the scheme costs each agency. So
 * nothing jumps where a saving or the net gain crosses 0, and where nobody saves, it is as under `silo`.
 */
export const sharesGains =
  (rule: GainRule): Share =>
  (stakes) => {
    const net = netOf(stakes);
    return net < 0 ? splitPence(net, stakes.map(costTo)) : rule(net, stakes);
  };
