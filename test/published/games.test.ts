import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { equalAwards, randomArrival, talmud } from "../../src/base/claims.js";
import { shapleyValues } from "../../src/base/shapley.js";
import type { Stake } from "../../src/funding/rule.js";
import { nucleolus } from "../../src/funding/share/nucleolus.js";
import { shapley } from "../../src/funding/share/shapley.js";
import published from "./games.json" with { type: "json" };

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const near = (values: readonly number[], digits = 6): unknown => values.map((value) => expect.closeTo(value, digits));

describe("talmud(estate, claims)", () => {
  test.each(published.talmud)("of $estate among $claims is the Mishna's", ({ estate, claims, awards }) => {
    expect(talmud(estate, claims)).toEqual(near(awards, 4));
  });
});

/** What a set of agencies could do by itself: all who pay are needed, and what is saved must cover the cost. Said without claims. */
const worthOf = (stakes: readonly Stake[], isIn: (at: number) => boolean): number => {
  if (stakes.some(({ pays }, at) => pays > 0 && !isIn(at))) return 0;
  const saved = sum(stakes.map(({ saves }, at) => (isIn(at) ? saves : 0)));
  return Math.max(0, saved - sum(stakes.map(({ pays }) => pays)));
};

/** What every set of agencies could do, the place of a set the sum of 2^agency. */
const gameOf = (stakes: readonly Stake[]): readonly number[] =>
  Array.from({ length: 2 ** stakes.length }, (_, set) => worthOf(stakes, (at) => ((set >> at) & 1) === 1));

const ordersOf = (items: readonly number[]): readonly (readonly number[])[] =>
  items.length === 0
    ? [[]]
    : items.flatMap((first) => ordersOf(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));

const dealOf = (agencies: number, largest: number): fc.Arbitrary<readonly Stake[]> =>
  fc
    .array(
      fc.record({
        pays: fc.integer({ min: 0, max: largest }),
        saves: fc.integer({ min: 0, max: largest }),
        payer: fc.boolean(),
      }),
      {
        minLength: 2,
        maxLength: agencies,
      },
    )
    .map((stakes) => stakes.map(({ pays, saves, payer }, at) => ({ agency: `${at}`, pays: payer ? pays : 0, saves })))
    .filter((stakes) => sum(stakes.map(({ pays, saves }) => saves - pays)) > 0 && stakes.some(({ pays }) => pays > 0));

const claimsOf = (stakes: readonly Stake[], net: number): readonly number[] =>
  stakes.map(({ pays, saves }) => (pays > 0 ? net : saves));
const netOf = (stakes: readonly Stake[]): number => sum(stakes.map(({ pays, saves }) => saves - pays));

describe("a scheme that prevents something is a bankruptcy game", () => {
  test("a set is worth what the claims of the others leave it", () => {
    fc.assert(
      fc.property(dealOf(5, 50), (stakes) => {
        const net = netOf(stakes);
        const claims = claimsOf(stakes, net);
        const left = gameOf(stakes).map((_, set) =>
          Math.max(0, net - sum(claims.filter((_, at) => !((set >> at) & 1)))),
        );
        expect(gameOf(stakes)).toEqual(left);
      }),
    );
  });

  test("which is convex: who joins a larger set adds no less", () => {
    fc.assert(
      fc.property(dealOf(5, 50), (stakes) => {
        const game = gameOf(stakes);
        for (const [a, worth] of game.entries())
          for (const [b, other] of game.entries())
            expect(game[a | b] + game[a & b]).toBeGreaterThanOrEqual(worth + other);
      }),
    );
  });

  test("random arrival is what each gets of what is left when it comes, over all orders", () => {
    fc.assert(
      fc.property(dealOf(5, 50), (stakes) => {
        const net = netOf(stakes);
        const claims = claimsOf(stakes, net);
        const orders = ordersOf([...stakes.keys()]);
        const gets = stakes.map(() => 0);
        for (const order of orders) {
          let left = net;
          for (const at of order) {
            const got = Math.min(left, claims[at]);
            gets[at] += got / orders.length;
            left -= got;
          }
        }
        expect(randomArrival(net, claims)).toEqual(near(gets));
      }),
    );
  });

  test("and the Shapley value of the game; whole pence are within one of it", () => {
    fc.assert(
      fc.property(dealOf(7, 100_000), (stakes) => {
        const net = netOf(stakes);
        const worths = gameOf(stakes).map((worth) => Float64Array.of(worth));
        const values = shapleyValues(stakes.length, worths).map(([value]) => value);
        expect(randomArrival(net, claimsOf(stakes, net))).toEqual(near(values, 5));
        const shared = shapley(stakes);
        for (const [at, value] of values.entries()) expect(Math.abs(shared[at] - value)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("random arrival shares losses as it shares gains (Aumann and Maschler's self-duality), and so does the Talmud", () => {
    const claims = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(claims, fc.integer({ min: 0, max: 100 }), (claims, percent) => {
        const estate = Math.floor((percent * sum(claims)) / 100);
        for (const divide of [randomArrival, talmud]) {
          const other = divide(sum(claims) - estate, claims);
          expect(divide(estate, claims)).toEqual(near(claims.map((claim, at) => claim - other[at])));
        }
      }),
    );
  });

  test("the core is a box: all is shared, nobody is below 0, and who only gains has no more than that", () => {
    const parts = fc.array(fc.integer({ min: -3, max: 12 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(dealOf(4, 9), parts, (stakes, parts) => {
        const net = netOf(stakes);
        const game = gameOf(stakes);
        const first = stakes.slice(1).map((_, at) => parts[at]);
        const ends = [net - sum(first), ...first];
        const isInBox = ends.every((end, at) => end >= 0 && (stakes[at].pays > 0 || end <= stakes[at].saves));
        const isInCore = game.every((worth, set) => sum(ends.filter((_, at) => (set >> at) & 1)) >= worth);
        expect(isInBox).toBe(isInCore);
      }),
      { numRuns: 200 },
    );
  });

  test("Shapley and nucleolus are in the core, to the penny", () => {
    fc.assert(
      fc.property(dealOf(6, 100_000), (stakes) => {
        for (const rule of [shapley, nucleolus])
          for (const [at, end] of rule(stakes).entries()) {
            expect(end).toBeGreaterThanOrEqual(0);
            if (stakes[at].pays === 0) expect(end).toBeLessThanOrEqual(stakes[at].saves);
          }
      }),
    );
  });
});

/** What each set of agencies, but none and all, has to complain of; the worst first. */
const complaints = (game: readonly number[], ends: readonly number[]): readonly number[] =>
  game
    .slice(1, -1)
    .map((worth, set) => worth - sum(ends.filter((_, at) => ((set + 1) >> at) & 1)))
    .sort((a, b) => b - a);

const isLess = (some: readonly number[], others: readonly number[]): boolean => {
  const at = some.findIndex((complaint, place) => Math.abs(complaint - others[place]) > 1e-9);
  return at >= 0 && some[at] < others[at];
};

/** All deals of three agencies of which the first pays 1 or 2, maybe the second too, and each saves up to 3: the council, the hospital, social care. */
const smallDeals = [1, 2].flatMap((pays) =>
  [0, 1].flatMap((also) =>
    [0, 1, 2, 3].flatMap((a) =>
      [0, 1, 2, 3].flatMap((b) =>
        [0, 1, 2, 3].flatMap((c) => {
          const stakes = [
            { agency: "council", pays, saves: a },
            { agency: "hospital", pays: also, saves: b },
            { agency: "care", pays: 0, saves: c },
          ];
          return netOf(stakes) > 0 ? [stakes] : [];
        }),
      ),
    ),
  ),
);

describe("the nucleolus is the Talmud's rule", () => {
  test("no point of a grid of sixths leaves less to complain of, in any small deal of three", () => {
    const better = smallDeals.filter((stakes) => {
      const net = netOf(stakes);
      const game = gameOf(stakes);
      const ours = complaints(game, talmud(net, claimsOf(stakes, net)));
      const steps = Array.from({ length: 6 * net + 1 }, (_, step) => step / 6);
      return steps.some((x) =>
        steps.some((y) => x + y <= net + 1e-9 && isLess(complaints(game, [x, y, net - x - y]), ours)),
      );
    });
    expect(smallDeals.length).toBeGreaterThan(150);
    expect(better).toEqual([]);
  });

  test("where equal awards are another split, there is more to complain of", () => {
    const stakes = [
      { agency: "council", pays: 100, saves: 0 },
      { agency: "hospital", pays: 0, saves: 250 },
      { agency: "care", pays: 0, saves: 50 },
    ];
    const game = gameOf(stakes);
    const claims = claimsOf(stakes, 200);
    expect(isLess(complaints(game, talmud(200, claims)), complaints(game, equalAwards(200, claims)))).toBe(true);
  });
});
