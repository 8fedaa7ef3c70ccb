import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { equalAwards, randomArrival, talmud } from "../../src/base/claims.js";
import { sum } from "../../src/base/mathematics/statistics.js";
import { shapleyValues } from "../../src/base/shapley.js";
import type { Stake } from "../../src/funding/rule.js";
import { nucleolus } from "../../src/funding/share/nucleolus.js";
import { shapley } from "../../src/funding/share/shapley.js";
import published from "./games.json" with { type: "json" };

const near = (values: readonly number[], digits = 6): unknown => values.map((value) => expect.closeTo(value, digits));

describe("talmud(estate, claims)", () => {
  test.each(published.talmud)("of $estate among $claims is the Mishna's", ({ estate, claims, awards }) => {
    expect(talmud(estate, claims)).toEqual(near(awards, 4));
  });
});

/**
 * The gain of a set of agencies by itself, defined without claims: it must include every payer, and its savings must
 * cover the cost.
 */
const worthOf = (stakes: readonly Stake[], isIn: (at: number) => boolean): number => {
  if (stakes.some(({ pays }, at) => pays > 0 && !isIn(at))) return 0;
  const saved = sum(stakes.map(({ saves }, at) => (isIn(at) ? saves : 0)));
  return Math.max(0, saved - sum(stakes.map(({ pays }) => pays)));
};

/** The gain of every set of agencies. The index of a set is the sum of 2^agency. */
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
  test("the gain of a set is what the others' claims leave it", () => {
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

  test("which is convex: an agency adds no less to a larger set", () => {
    fc.assert(
      fc.property(dealOf(5, 50), (stakes) => {
        const game = gameOf(stakes);
        for (const [a, worth] of game.entries())
          for (const [b, other] of game.entries())
            expect(game[a | b] + game[a & b]).toBeGreaterThanOrEqual(worth + other);
      }),
    );
  });

  test("random arrival is the mean over all orders of what is left on arrival, up to the claim", () => {
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

  test("and the Shapley value of the game; whole pence are within a penny of it", () => {
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

  test("random arrival and the Talmud share losses as they share gains (Aumann and Maschler's self-duality)", () => {
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

  test("the core is a box: all is shared, none is below 0, and one that pays nothing has at most its saving", () => {
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

/**
 * The complaint of each set of agencies, except the empty and the full one: its gain less its share. The worst first.
 */
const complaints = (game: readonly number[], ends: readonly number[]): readonly number[] =>
  game
    .slice(1, -1)
    .map((worth, set) => worth - sum(ends.filter((_, at) => ((set + 1) >> at) & 1)))
    .sort((a, b) => b - a);

const isLess = (some: readonly number[], others: readonly number[]): boolean => {
  const at = some.findIndex((complaint, place) => Math.abs(complaint - others[place]) > 1e-9);
  return at >= 0 && some[at] < others[at];
};

/**
 * All deals of the council, the hospital and social care in which the council pays 1 or 2, the hospital 0 or 1, and
 * each saves 0 to 3.
 */
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
  test("no point of a grid of sixths has smaller complaints, in any small deal of three", () => {
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

  test("equal awards have larger complaints if they differ", () => {
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
