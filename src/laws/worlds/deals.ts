import fc from "fast-check";
import { frozen } from "../../data/frozen.js";
import type { Stake } from "../../funding/rule.js";
import { costOf } from "../../funding/share/gains.js";
import { anyPence, listsOf, mapped, thousand, type Worlds, which, whole, worldsOf } from "./worlds.js";

/** A joint scheme: what each agency pays and saves, in pence. */
export type Deal = readonly Stake[];

/**
 * The agencies of a deal, in the order of its stakes.
 * @example agencies[0] // => "council"
 */
export const agencies = frozen(["council", "hospital", "care", "police"] as const);

/**
 * What all agencies save together, in pence.
 * @example savingOf([{ agency: "council", pays: 100_00, saves: 30_00 }]) // => 3000
 */
export const savingOf = (deal: Deal): number => deal.reduce((all, { saves }) => all + saves, 0);

/**
 * The gain of the place in pence: all savings less all payments.
 * @example surplusOf([{ agency: "council", pays: 100_00, saves: 130_00 }]) // => 3000
 */
export const surplusOf = (deal: Deal): number => savingOf(deal) - costOf(deal);

const dealOf = (stakes: readonly { readonly pays: number; readonly saves: number }[]): Deal =>
  stakes.map(({ pays, saves }, at) => ({ agency: agencies[at], pays, saves }));

const inPence = (stakes: readonly { readonly pays: number; readonly saves: number }[]): Deal =>
  dealOf(stakes.map(({ pays, saves }) => ({ pays: pays * thousand, saves: saves * thousand })));

const amount = fc.nat({ max: 20 });
const stakes = fc.array(fc.record({ pays: amount, saves: amount }), { minLength: 2, maxLength: 4 });

/**
 * Deals with a cost, whose savings are at least `atLeast` × the cost.
 * If a random deal saves too little, one agency saves more.
 */
const worthwhile = (atLeast: number): Worlds<Deal> => {
  const isEnough = (deal: Deal): boolean => costOf(deal) > 0 && savingOf(deal) >= atLeast * costOf(deal);
  return {
    random: fc.tuple(stakes, fc.nat({ max: 3 }), fc.nat({ max: 3 })).map(([list, payer, saver]) => {
      const hasCost = list.some(({ pays }) => pays > 0);
      const paying = list.map((stake, at) => (!hasCost && at === payer % list.length ? { ...stake, pays: 1 } : stake));
      const sum = (key: "pays" | "saves") => paying.reduce((all, stake) => all + stake[key], 0);
      const shortfall = Math.max(0, Math.ceil(atLeast * sum("pays")) - sum("saves"));
      const raised = (saver + 1) % list.length;
      return inPence(paying.map((stake, at) => (at === raised ? { ...stake, saves: stake.saves + shortfall } : stake)));
    }),
    *small(upTo) {
      const stake = worldsOf({ pays: whole(0, upTo), saves: whole(0, upTo) });
      for (const list of listsOf(stake, 2, 3).small(upTo)) {
        const deal = inPence(list);
        if (isEnough(deal)) yield deal;
      }
    },
  };
};

/**
 * Deals in whole thousands of pounds, of two to four agencies, whose savings are at least 1.2 times the cost.
 * The small ones have up to three agencies.
 * @example [...deals.small(2)].every((deal) => savingOf(deal) >= 1.2 * costOf(deal)) // => true
 */
export const deals: Worlds<Deal> = worthwhile(1.2);

/**
 * Deals whose savings at least cover the cost: for laws that must also hold if the gain is 0.
 * @example [...soundDeals.small(1)].every((deal) => savingOf(deal) >= costOf(deal)) // => true
 */
export const soundDeals: Worlds<Deal> = frozen(worthwhile(1));

/**
 * Deals in any whole pence, which may lose money: for laws about the last penny.
 * @example [...oddDeals.small(1)].every((deal) => costOf(deal) > 0) // => true
 */
export const oddDeals: Worlds<Deal> = which(
  mapped(listsOf(worldsOf({ pays: anyPence, saves: anyPence }), 2, 4), dealOf),
  (deal) => costOf(deal) > 0,
);

/**
 * One to three schemes of the same three agencies, each a deal.
 * They are for games in which a group can do several schemes alone.
 * @example [...games.small(0)].every((schemes) => schemes.every(({ length }) => length === 3)) // => true
 */
export const games: Worlds<readonly Deal[]> = frozen(
  listsOf(mapped(listsOf(worldsOf({ pays: whole(0, 20), saves: whole(0, 20) }), 3, 3), inPence), 1, 3),
);
