import { splitPence } from "../../base/money.js";
import type { Share } from "../rule.js";
import { netOf, sharesByStakes } from "./gains.js";

/**
 * A rule that divides what is left as an estate. Who pays claims all of it, since without it there is no scheme; who only gains claims what its bills fall
 * by: a scheme that prevents something is a bankruptcy game (O'Neill 1982; shown in docs/funding-rules.md).
 */
export const byClaims = (divide: (estate: number, claims: readonly number[]) => readonly number[]): Share =>
  sharesByStakes((stakes) => {
    const net = netOf(stakes);
    const claims = stakes.map(({ pays, saves }) => (pays > 0 ? net : saves));
    return splitPence(net, divide(net, claims).map(toMillionths));
  });

// Those with equal claims have equal parts; the last bits, which hang on the order of sums, must not say which of them has a penny more.
const toMillionths = (pence: number): number => Math.round(pence * 1e6) / 1e6;
