import { splitPence } from "../../base/money.js";
import type { Share } from "../rule.js";
import { savingTo, sharesGains } from "./gains.js";

/**
 * A rule that divides the net gain as an estate among claims. A payer claims all of it, since without it there is no
 * scheme. An agency that only gains claims its own savings. So prevention is a bankruptcy game (O'Neill 1982; shown in
 * docs/funding-rules.md).
 */
export const byClaims = (divide: (estate: number, claims: readonly number[]) => readonly number[]): Share =>
  sharesGains((net, stakes) => {
    const claims = stakes.map((stake) => (stake.pays > 0 ? net : savingTo(stake)));
    return splitPence(net, divide(net, claims).map(toMillionths));
  });

// Equal claims get equal parts. The last bits depend on the order of sums, and must not decide which one gets a penny.
const toMillionths = (pence: number): number => Math.round(pence * 1e6) / 1e6;
