import fc from "fast-check";
import type { Stake } from "../../funding/rule.js";
import { costOf } from "../../funding/share/gains.js";
import { anyPence, listsOf, mapped, thousand, type Worlds, which, whole, worldsOf } from "./worlds.js";

/** A joint scheme: what each agency pays and saves. */
export type Deal = readonly Stake[];

/**
 * The agencies of a deal, in the order in which they are told.
 * @example agencies[0] // => "council"
 */
export const agencies = ["council", "hospital", "care", "police"] as const;

/**
 * Pence all save together.
 * @example savingOf([{ agency: "council", pays: 100_00, saves: 30_00 }]) // => 3000
 */
export const savingOf = (deal: Deal): number => deal.reduce((all, { saves }) => all + saves, 0);

/**
 * Pence the place ends up with: all that is saved less all that is paid.
 * @example surplusOf([{ agency: "council", pays: 100_00, saves: 130_00 }]) // => 3000
 */
export const surplusOf = (deal: Deal): number => savingOf(deal) - costOf(deal);

const dealOf = (stakes: readonly { readonly pays: number; readonly saves: number }[]): Deal =>
  stakes.map(({ pays, saves }, at) => ({ agency: agencies[at], pays, saves }));

const inPence = (stakes: readonly { readonly pays: number; readonly saves: number }[]): Deal =>
  dealOf(stakes.map(({ pays, saves }) => ({ pays: pays * thousand, saves: saves * thousand })));

const amount = fc.nat({ max: 20 });
const stakes = fc.array(fc.record({ pays: amount, saves: amount }), { minLength: 2, maxLength: 4 });

/** Deals in which somebody pays, and all together save so many times what all pay: who is short of it saves more. */
const worth = (atLeast: number): Worlds<Deal> => {
  const isWorth = (deal: Deal): boolean => costOf(deal) > 0 && savingOf(deal) >= atLeast * costOf(deal);
  return {
    random: fc.tuple(stakes, fc.nat({ max: 3 }), fc.nat({ max: 3 })).map(([list, payer, saver]) => {
      const paid = list.some(({ pays }) => pays > 0);
      const paying = list.map((stake, at) => (!paid && at === payer % list.length ? { ...stake, pays: 1 } : stake));
      const sum = (key: "pays" | "saves") => paying.reduce((all, stake) => all + stake[key], 0);
      const short = Math.max(0, Math.ceil(atLeast * sum("pays")) - sum("saves"));
      const lucky = (saver + 1) % list.length;
      return inPence(paying.map((stake, at) => (at === lucky ? { ...stake, saves: stake.saves + short } : stake)));
    }),
    *small(upTo) {
      const stake = worldsOf({ pays: whole(0, upTo), saves: whole(0, upTo) });
      for (const list of listsOf(stake, 2, 3).small(upTo)) {
        const deal = inPence(list);
        if (isWorth(deal)) yield deal;
      }
    },
  };
};

/**
 * Deals of two to four agencies in round money, worth telling: all together save at least 1.2 times what they pay. The small ones are of up to three.
 * @example [...deals.small(2)].every((deal) => savingOf(deal) >= 1.2 * costOf(deal)) // => true
 */
export const deals: Worlds<Deal> = worth(1.2);

/**
 * Deals that lose nothing, but may gain nothing: for laws that must hold there too.
 * @example [...soundDeals.small(1)].every((deal) => savingOf(deal) >= costOf(deal)) // => true
 */
export const soundDeals: Worlds<Deal> = worth(1);

/**
 * Deals in any pence, which may lose money: for laws about the last penny.
 * @example [...oddDeals.small(1)].every((deal) => costOf(deal) > 0) // => true
 */
export const oddDeals: Worlds<Deal> = which(
  mapped(listsOf(worldsOf({ pays: anyPence, saves: anyPence }), 2, 4), dealOf),
  (deal) => costOf(deal) > 0,
);

/**
 * Several schemes of the same three agencies, each a deal: for games in which what a group can do alone is more than one scheme.
 * @example [...games.small(0)].every((schemes) => schemes.every(({ length }) => length === 3)) // => true
 */
export const games: Worlds<readonly Deal[]> = listsOf(
  mapped(listsOf(worldsOf({ pays: whole(0, 20), saves: whole(0, 20) }), 3, 3), inPence),
  1,
  3,
);
