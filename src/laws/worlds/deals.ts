import fc from "fast-check";
import { takes } from "../../base/problems/takes.js";
import { frozen } from "../../data/frozen.js";
import type { Stake } from "../../funding/rule.js";
import { costOf } from "../../funding/share/gains.js";
import { anyPence, anySize, inThousands, mostPence, nameStart, namesFrom } from "./amounts.js";
import { listsOf, mapped, type Worlds, which, whole, worldsOf } from "./worlds.js";

/** A joint scheme: what each agency pays and saves, in pence. */
export type Deal = readonly Stake[];

/**
 * The agencies of a small deal, in the order of its stakes.
 * @example agencies[0] // => "council"
 */
export const agencies = frozen(["council", "hospital", "care", "police"] as const);

const aDeal = "a deal, which is a list of stakes with agency, pays and saves";

/**
 * What all agencies of a deal pay together, in pence.
 * @example costOf([{ agency: "council", pays: 100_00, saves: 0 }]) // => 10000
 */
export const costOfDeal = takes(aDeal, costOf);

/**
 * What all agencies save together, in pence.
 * @example savingOf([{ agency: "council", pays: 100_00, saves: 30_00 }]) // => 3000
 */
export const savingOf = takes(aDeal, (deal: Deal): number => deal.reduce((all, { saves }) => all + saves, 0));

/**
 * The gain of the place in pence: all savings less all payments.
 * @example surplusOf([{ agency: "council", pays: 100_00, saves: 130_00 }]) // => 3000
 */
export const surplusOf = takes(aDeal, (deal: Deal): number => savingOf(deal) - costOf(deal));

type Amounts = { readonly pays: number; readonly saves: number };

const dealOf = (stakes: readonly Amounts[], start = 0): Deal => {
  const names = namesFrom(start, stakes.length);
  return stakes.map(({ pays, saves }, at) => ({ agency: names[at], pays, saves }));
};

const inPence = (stakes: readonly Amounts[]): Deal =>
  dealOf(stakes.map(({ pays, saves }) => ({ pays: inThousands(pays), saves: inThousands(saves) })));

const isDeal = (deal: Deal): boolean =>
  deal.length >= 2 &&
  new Set(deal.map(({ agency }) => agency)).size === deal.length &&
  deal.every(({ pays, saves }) => pays >= 0 && pays <= mostPence && Math.abs(saves) <= mostPence);

/** What is odd in a deal. Most deals have nothing odd. */
const shapes = {
  plain: (stakes: readonly Amounts[]) => stakes,
  equal: (stakes: readonly Amounts[]) => stakes.map(() => stakes[0]),
  "nobody saves": (stakes: readonly Amounts[]) => stakes.map(({ pays }) => ({ pays, saves: 0 })),
  "nothing is gained": ([first, ...others]: readonly Amounts[]) => {
    const rest = others.reduce((sum, { pays, saves }) => sum + saves - pays, 0);
    return [{ ...first, saves: first.pays - rest }, ...others];
  },
  "one has no stake": ([first, ...others]: readonly Amounts[]) => [...others.slice(1), { pays: 0, saves: 0 }, first],
  "one pays for all": ([first, ...others]: readonly Amounts[]) => [
    first,
    ...others.map(({ saves }) => ({ pays: 0, saves })),
  ],
} as const satisfies Readonly<Record<string, (stakes: readonly Amounts[]) => readonly Amounts[]>>;

/** Deals of two to nine agencies under any name, from pennies to billions, which may lose money. */
const wideDeals: fc.Arbitrary<Deal> = fc
  .record({
    list: fc.array(fc.record({ pays: fc.integer({ min: -12, max: 20 }), saves: fc.integer({ min: -9, max: 24 }) }), {
      minLength: 2,
      maxLength: 9,
      size: "max",
    }),
    size: anySize,
    odd: fc.oneof(fc.constant(0), fc.nat({ max: 999 })),
    start: nameStart,
    shape: fc.constantFrom(shapes.plain, shapes.plain, shapes.plain, ...Object.values(shapes)),
  })
  .map(({ list, size, odd, start, shape }) => {
    const stakes = list.map(({ pays, saves }, at) => ({
      pays: Math.max(0, pays) * size + (pays > 0 && at === 0 ? odd : 0),
      saves: saves * size + (saves > 0 ? odd * at : 0),
    }));
    return dealOf(shape(stakes), start);
  })
  .filter(isDeal);

/** A deal that saves at least `atLeast` × its cost: if it saves too little, its last agency saves more. */
const raised = (deal: Deal, atLeast: number): Deal => {
  const paying = costOf(deal) > 0 ? deal : deal.map((stake, at) => (at === 0 ? { ...stake, pays: 100 } : stake));
  const shortfall = Math.max(0, Math.ceil(atLeast * costOf(paying)) - savingOf(paying));
  const last = paying.length - 1;
  return paying.map((stake, at) => (at === last ? { ...stake, saves: stake.saves + shortfall } : stake));
};

const amount = fc.nat({ max: 20 });
const stakes = fc.array(fc.record({ pays: amount, saves: amount }), { minLength: 2, maxLength: 4 });

/** Deals with a cost, whose savings are at least `atLeast` × the cost. */
const worthwhile = (atLeast: number): Worlds<Deal> => {
  const isEnough = (deal: Deal): boolean => costOf(deal) > 0 && savingOf(deal) >= atLeast * costOf(deal);
  const round = fc.tuple(stakes, fc.nat({ max: 3 }), fc.nat({ max: 3 })).map(([list, payer, saver]) => {
    const hasCost = list.some(({ pays }) => pays > 0);
    const paying = list.map((stake, at) => (!hasCost && at === payer % list.length ? { ...stake, pays: 1 } : stake));
    const sum = (key: "pays" | "saves") => paying.reduce((all, stake) => all + stake[key], 0);
    const shortfall = Math.max(0, Math.ceil(atLeast * sum("pays")) - sum("saves"));
    const place = (saver + 1) % list.length;
    return inPence(paying.map((stake, at) => (at === place ? { ...stake, saves: stake.saves + shortfall } : stake)));
  });
  return {
    random: fc.oneof(
      round,
      wideDeals.map((deal) => raised(deal, atLeast)),
    ),
    *small(upTo) {
      for (const deal of smallDeals(upTo)) if (isEnough(deal)) yield deal;
    },
    has: (deal) => isDeal(deal) && isEnough(deal),
  };
};

/** Small deals: each as it is, and once for each agency that saves nothing with a rising bill of that agency. */
function* smallDeals(upTo: number): Iterable<Deal> {
  const stake = worldsOf({ pays: whole(0, upTo), saves: whole(0, upTo) });
  for (const list of listsOf(stake, 2, 3).small(upTo)) {
    yield inPence(list);
    for (const [at, { saves }] of list.entries())
      if (saves === 0) yield inPence(list.map((one, place) => (place === at ? { ...one, saves: -1 } : one)));
  }
}

/**
 * Deals whose savings are at least 1.2 times the cost: half of them in whole thousands of pounds, of two to four
 * agencies, the others of up to nine agencies and of any size. The small ones have up to three agencies.
 * @example [...deals.small(2)].every((deal) => savingOf(deal) >= 1.2 * costOf(deal)) // => true
 */
export const deals: Worlds<Deal> = worthwhile(1.2);

/** Deals of three agencies that each pay and save £0 to £2,000: one that has no stake, or only pays, is common. */
const tiny = fc
  .array(fc.record({ pays: fc.nat({ max: 2 }), saves: fc.nat({ max: 2 }) }), { minLength: 3, maxLength: 3 })
  .map((list) => raised(inPence(list), 1.2));

/** Deals whose savings are at least 1.2 times the cost, many of them tiny: for laws about neighbours in a list. */
export const neighbours: Worlds<Deal> = { ...deals, random: fc.oneof(deals.random, tiny, tiny) };

/**
 * Deals whose savings at least cover the cost: for laws that must also hold if the gain is 0.
 * @example [...soundDeals.small(1)].every((deal) => savingOf(deal) >= costOf(deal)) // => true
 */
export const soundDeals: Worlds<Deal> = frozen(worthwhile(1));

/**
 * Deals of any kind: they may lose money, bills may rise, nobody may save, and amounts may be odd pence or billions.
 * @example [...anyDeals.small(1)].length // => 192
 */
export const anyDeals: Worlds<Deal> = { random: fc.oneof(deals.random, wideDeals), small: smallDeals, has: isDeal };

/** Deals by which the place gains. */
export const gainingDeals: Worlds<Deal> = which(anyDeals, (deal) => surplusOf(deal) > 0);

/** Deals by which the place loses. */
export const losingDeals: Worlds<Deal> = which(anyDeals, (deal) => surplusOf(deal) < 0);

/**
 * Deals in any whole pence, which may lose money: for laws about the last penny.
 * @example [...oddDeals.small(1)].every((deal) => deal.length >= 2) // => true
 */
export const oddDeals: Worlds<Deal> = {
  random: fc.oneof(
    mapped(listsOf(worldsOf({ pays: anyPence, saves: anyPence }), 2, 4), (list) => dealOf(list)).random,
    wideDeals,
  ),
  small: mapped(listsOf(worldsOf({ pays: anyPence, saves: anyPence }), 2, 4), (list) => dealOf(list)).small,
  has: isDeal,
};

/**
 * One to three schemes of the same three agencies, each a deal.
 * They are for games in which a group can do several schemes alone.
 * @example [...games.small(0)].every((schemes) => schemes.every(({ length }) => length === 3)) // => true
 */
export const games: Worlds<readonly Deal[]> = frozen(
  listsOf(mapped(listsOf(worldsOf({ pays: whole(0, 20), saves: whole(0, 20) }), 3, 3), inPence), 1, 3),
);
