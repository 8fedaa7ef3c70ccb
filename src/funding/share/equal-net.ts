import { splitPence } from "../../base/money.js";
import { plainRule } from "../named-rule.js";
import { netOf, sharesGains } from "./gains.js";

/**
 * Equal net: every agency is repaid its cost, and the net gain is split evenly.
 * Agencies that neither pay nor save get a part too. The handshake of a partnership board.
 * If the agencies together lose, it shares nothing: the result is that of `silo`.
 * @param stakes what each agency pays and saves, in pence
 * @returns pence each ends up with: all savings less all costs, divided by the number of agencies
 * @example
 * const stakes = [
 *   { agency: "council", pays: 100_00, saves: 0 },
 *   { agency: "hospital", pays: 0, saves: 250_00 },
 *   { agency: "care", pays: 0, saves: 50_00 },
 * ];
 * equalNet(stakes) // => [6667, 6667, 6666]
 */
export const equalNet = plainRule({
  name: "equalNet",
  words: "the net gain is shared equally",
  sample: "equal net",
  decide: sharesGains((stakes) =>
    splitPence(
      netOf(stakes),
      stakes.map(() => 1),
    ),
  ),
});
