import { splitPence } from "../../base/money.js";
import type { Share } from "../rule.js";
import { costOf, netOf, sharesGains } from "./gains.js";

/**
 * Equal gross: what is saved is split evenly, everybody bears what it pays. Savings pooled, costs not.
 * Where all together lose, nothing is shared and everybody is left where silo leaves it.
 * @param stakes what each pays and saves, in pence
 * @returns pence each ends up with: all that is saved over their number, less its own pays
 * @example equalGross([{ agency: "council", pays: 100_00, saves: 0 }, { agency: "hospital", pays: 0, saves: 250_00 }, { agency: "care", pays: 0, saves: 50_00 }]) // => [0, 10000, 10000]
 */
export const equalGross: Share = sharesGains((stakes) => {
  const saved = splitPence(
    netOf(stakes) + costOf(stakes),
    stakes.map(() => 1),
  );
  return stakes.map(({ pays }, at) => saved[at] - pays);
});
