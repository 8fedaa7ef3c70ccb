import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Share, Stake } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { amount, anyAmount, deal, dealWith, netOf, shareRules, sum } from "./deals.js";

const { silo, leadPays, leadKeeps, equalNet, equalGross, byInvestment, byBenefit } = rules.share;
const { makeWhole, blend, shapley, nucleolus, constrainedEqual, postedContributions, clarke } = rules.share;

describe("a loss", () => {
  const loss = dealWith(anyAmount, amount).filter((stakes) => netOf(stakes) < 0);
  const gainSharers: readonly Share[] = [byBenefit, byInvestment, blend({ theta: 0.8 }), equalNet, shapley, nucleolus];

  test.each([...gainSharers, constrainedEqual, leadKeeps({ lead: "council" })])(
    "is shared in proportion to what the scheme costs each agency (rule %#)",
    (rule) => {
      // By hand: £100 and £20 of bills that rise for £60 saved, so £60 is lost: five sixths and one sixth of it.
      expect(rule(deal([0, 100_00], [60_00, 0], [-20_00, 0]))).toEqual([-50_00, 0, -10_00]);
      fc.assert(
        fc.property(loss, (stakes) => {
          const costs = stakes.map(({ pays, saves }) => pays + Math.max(0, -saves));
          for (const [at, end] of rule(stakes).entries())
            expect(Math.abs(end - (netOf(stakes) * costs[at]) / sum(costs))).toBeLessThanOrEqual(1);
        }),
      );
    },
  );

  test.each(shareRules)("%s: nothing jumps where a saving or the net gain crosses 0", (_, rule) => {
    const away = (one: readonly Stake[], other: readonly Stake[]): number => {
      const [before, after] = [rule(one), rule(other)];
      return Math.max(...before.map((end, at) => Math.abs(end - after[at])));
    };
    const saving = (stakes: readonly Stake[], at: number, saves: number): readonly Stake[] =>
      stakes.map((stake, place) => (place === at ? { ...stake, saves } : stake));
    fc.assert(
      fc.property(
        dealWith(anyAmount, amount),
        fc.nat({ max: 6 }),
        fc.integer({ min: 1, max: 1_000_00 }),
        (list, who, pays) => {
          const stakes = list.map((stake, at) => (at === 0 ? { ...stake, pays: stake.pays + pays } : stake));
          const at = who % stakes.length;
          const few = 2 * stakes.length;
          expect(away(saving(stakes, at, 0), saving(stakes, at, -1))).toBeLessThanOrEqual(few);
          const even = stakes[at].saves - netOf(stakes);
          expect(away(saving(stakes, at, even), saving(stakes, at, even - 1))).toBeLessThanOrEqual(few);
        },
      ),
    );
  });

  test("makeWhole: the agencies that lose bear it, in proportion to what each loses", () => {
    expect(makeWhole({})(deal([10, 40], [10, 20], [5, 0]))).toEqual([-26, -9, 0]);
    fc.assert(
      fc.property(loss, (stakes) => {
        const ends = makeWhole({})(stakes);
        const alone = silo(stakes);
        expect(sum(ends)).toBe(netOf(stakes));
        for (const [at, end] of ends.entries()) expect(end).toBeGreaterThanOrEqual(Math.min(0, alone[at]));
        expect(Math.max(...ends)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("lead pays and posted contributions: each agency signs for its part, so it is due whatever it has left", () => {
    const rules = [leadPays({ lead: "hospital" }), postedContributions({ pounds: { council: 1, hospital: 1 } })];
    expect([...rules, makeWhole({})].map((rule) => rule.signedFor)).toEqual([true, true, true]);
    expect(rules.map((rule) => rule(deal([0, 100], [30, 0])))).toEqual([
      [0, -70],
      [-50, -20],
    ]);
    const unsigned: readonly Share[] = [byBenefit, clarke, silo];
    expect(unsigned.map((rule) => rule.signedFor)).toEqual([undefined, undefined, undefined]);
  });

  test("a bill that rises is a cost: it is repaid before a gain is shared", () => {
    const tariff = deal([0, 100], [500, 0], [-200, 0]);
    expect(byBenefit(tariff)).toEqual([0, 200, 0]);
    expect(shapley(tariff)).toEqual([100, 100, 0]);
    expect(equalGross(tariff)).toEqual([66, 167, -33]);
    // Made whole, the third agency counts as one that pays, without whom there is no deal.
    expect(makeWhole({ of: shapley })(tariff)).toEqual([67, 67, 66]);
    expect(makeWhole({})(tariff)).toEqual([0, 200, 0]);
  });

  test("money for taking part is a saving to the agency that gets it", () => {
    const bonus = deal([0, 150], [300, 0], [0, -50]);
    expect(byInvestment(bonus)).toEqual([200, 0, 0]);
    expect(byBenefit(bonus)).toEqual([0, 171, 29]);
    expect(makeWhole({ of: byBenefit })(bonus)).toEqual([0, 171, 29]);
  });

  test.each(shareRules)("no agency is below 0 if %s is made whole and the agencies together gain", (_, rule) => {
    fc.assert(
      fc.property(
        dealWith(anyAmount, amount).filter((stakes) => netOf(stakes) >= 0),
        (stakes) => {
          const whole = makeWhole({ of: rule })(stakes);
          if (sum(whole) >= 0) expect(Math.min(...whole)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
