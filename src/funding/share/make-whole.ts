import { sum } from "../../base/mathematics/statistics.js";
import { splitPence } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { wrapped } from "../parameters.js";
import type { Share, Stake } from "../rule.js";
import { costTo, savingTo, signedFor } from "./gains.js";
import { silo } from "./silo.js";

/**
 * Make whole: the winners top up each loser to 0, in proportion to what each wins.
 * By itself it mends the silos and goes no further. Around another share rule, an agency whose bills rise counts as a
 * payer to that rule. If the agencies together lose, those that lose bear the net loss, in proportion to what each
 * loses.
 * @param parameters `of`: the share rule that it wraps; `silo` by default
 * @returns pence each ends up with: none below 0 if the agencies together gain, none above 0 if they together lose
 * @example
 * const stakes = [
 *   { agency: "council", pays: 100_00, saves: 0 },
 *   { agency: "hospital", pays: 0, saves: 250_00 },
 *   { agency: "care", pays: 0, saves: 50_00 },
 * ];
 * makeWhole({})(stakes) // => [0, 16667, 3333]
 */
export const makeWhole = rule({
  name: "makeWhole",
  words: "winners top up each agency that loses; around another rule, it also covers a loss",
  parameters: strictObject({
    of: wrapped<Share>().optional().describe("The share rule it wraps; `silo` by default."),
  }),
  samples: { "make whole": {} },
  make: ({ of = silo }): Share => signedFor((stakes) => toppedUp(of(stakes.map(withRiseAsCost)))),
});

/** A bill that rises is a cost, and money for taking part is a saving. */
const withRiseAsCost = (stake: Stake): Stake => ({
  agency: stake.agency,
  pays: costTo(stake),
  saves: savingTo(stake),
});

/** Winners pay the losses, at most as much as they win: pence per agency after that. */
const toppedUp = (ends: readonly number[]): readonly number[] => {
  const gains = ends.map((end) => Math.max(end, 0));
  const losses = ends.map((end) => Math.max(0 - end, 0));
  const gain = sum(gains);
  const loss = sum(losses);
  if (loss === 0) return ends;
  return gain >= loss ? splitPence(gain - loss, gains) : splitPence(gain - loss, losses);
};
