import * as z from "zod";
import { splitPence } from "../../base/money.js";
import { named, wrapped } from "../parameters.js";
import type { Share, Stake } from "../rule.js";
import { sharesLosses } from "./gains.js";
import { silo } from "./silo.js";

/**
 * Make whole: whoever loses is topped up to 0 by the winners, in proportion to what each wins. By itself it mends the silos and goes no further; around another
 * share rule it lets that meet a loss: an agency whose bills rise counts as one that pays, and where all together lose, those who lose bear it in proportion
 * to what each loses. A hospital that loses its tariff is made whole before a gain is shared.
 * @param parameters `of`: the share rule that it wraps; silo where left out
 * @returns pence each ends up with: nobody below 0, unless all together lose; then nobody above
 * @example makeWhole({})([{ agency: "council", pays: 100_00, saves: 0 }, { agency: "hospital", pays: 0, saves: 250_00 }, { agency: "care", pays: 0, saves: 50_00 }]) // => [0, 16667, 3333]
 */
export const makeWhole = named(
  "makeWhole",
  z.strictObject({ of: wrapped<Share>().optional().describe("The share rule it wraps; silo where left out.") }),
  ({ of = silo }): Share =>
    sharesLosses((stakes) => madeWhole(of(stakes.some(hasLoss) ? stakes.map(withLossAsCost) : stakes))),
);

const hasLoss = ({ pays, saves }: Stake): boolean => pays < 0 || saves < 0;

/** A bill that rises is a cost, and money for taking part is a saving. */
const withLossAsCost = ({ agency, pays, saves }: Stake): Stake => ({
  agency,
  pays: Math.max(pays, 0) + Math.max(0 - saves, 0),
  saves: Math.max(saves, 0) + Math.max(0 - pays, 0),
});

/** Winners pay the losers' losses as far as their gains go. */
const madeWhole = (ends: readonly number[]): readonly number[] => {
  const gains = ends.map((end) => Math.max(end, 0));
  const losses = ends.map((end) => Math.max(0 - end, 0));
  const gained = gains.reduce((all, each) => all + each, 0);
  const lost = losses.reduce((all, each) => all + each, 0);
  if (lost === 0) return ends;
  return gained >= lost ? splitPence(gained - lost, gains) : splitPence(gained - lost, losses);
};
