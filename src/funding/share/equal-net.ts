import { splitEvenly } from "../../base/money.js";
import { plainRule } from "../named-rule.js";
import { sharesGains } from "./gains.js";

/**
 * Equal net: every agency is repaid its cost, and the net gain is split evenly.
 * Agencies that neither pay nor save get a part too. The handshake of a partnership board.
 * A loss is shared in proportion to what the scheme costs each agency, bills that rise included.
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
  decide: sharesGains((net, stakes) => splitEvenly(net, stakes.length)),
});
