import { splitPence } from "../../base/money.js";
import type { Share } from "../rule.js";
import { netOf, sharesGains } from "./gains.js";

/**
 * Equal net: everybody is paid back, and what is left is split evenly, also among those who neither pay nor save. The handshake of a partnership board.
 * Where all together lose, nothing is shared and everybody is left where silo leaves it.
 * @param stakes what each pays and saves, in pence
 * @returns pence each ends up with: all that is saved less all that is paid, over their number
 * @example equalNet([{ agency: "council", pays: 100_00, saves: 0 }, { agency: "hospital", pays: 0, saves: 250_00 }, { agency: "care", pays: 0, saves: 50_00 }]) // => [6667, 6667, 6666]
 */
export const equalNet: Share = sharesGains((stakes) =>
  splitPence(
    netOf(stakes),
    stakes.map(() => 1),
  ),
);
