import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keysOf } from "../../src/base/records.js";
import type { Share, Stake } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { deal, gains, netOf, shareRules, sum } from "./deals.js";

const { silo, leadPays, equalNet, equalGross, byInvestment, byBenefit } = rules.share;
const { makeWhole, blend, shapley, nucleolus, constrainedEqual, postedContributions, clarke } = rules.share;

describe("the wrong-pockets trilemma: the council (saves 0, pays 1) invests, two others (2, 0) save", () => {
  const world = deal([0, 100], [200, 0], [200, 0]);
  // Any two of the three are possible. With 2 for each saver and 0 for the council, the sum would be 4; the net gain
  // is 3.
  const propertiesOf = (rule: Share): readonly string[] => {
    const ends = rule(world);
    const holds = {
      "the whole gain is shared": sum(ends) === 300,
      "no investor loses": ends[0] >= 0,
      "an agency that is not needed keeps its savings": ends[1] >= 200 && ends[2] >= 200,
    };
    return keysOf(holds).filter((property) => holds[property]);
  };

  test.each(shareRules)("%s has at most two of the three properties", (_, rule) => {
    expect(propertiesOf(rule).length).toBeLessThan(3);
  });

  test("by benefit and silo have two each, and a rule that reimburses the council has the other two", () => {
    expect(propertiesOf(byBenefit)).toEqual(["the whole gain is shared", "no investor loses"]);
    expect(propertiesOf(silo)).toEqual(["the whole gain is shared", "an agency that is not needed keeps its savings"]);
    expect(propertiesOf((stakes) => stakes.map(({ saves }) => saves))).toEqual([
      "no investor loses",
      "an agency that is not needed keeps its savings",
    ]);
  });
});

describe("truth, balance and consent to every scheme that pays (Green and Laffont)", () => {
  /** The most an agency that only gains can win by understating its savings, if the scheme still goes ahead. */
  const wonByShading = (rule: Share, world: readonly Stake[], who: number): number => {
    const truth = rule(world)[who];
    const lies = Array.from({ length: world[who].saves / 25 }, (_, step) => 25 * step);
    const won = lies.map((lie) => {
      const shaded = world.map((stake, at) => (at === who ? { ...stake, saves: lie } : stake));
      return netOf(shaded) >= 0 ? rule(shaded)[who] + world[who].saves - lie - truth : 0;
    });
    return Math.max(0, ...won);
  };
  const quarters = [0, 25, 50, 75, 100, 150];
  const box = quarters
    .flatMap((b) => quarters.map((c) => deal([0, 100], [b, 0], [c, 0])))
    .filter((world) => netOf(world) >= 0);

  const isTruthful = (rule: Share): boolean =>
    box.every((world) => [1, 2].every((who) => wonByShading(rule, world, who) <= 1));

  test.each(shareRules)("with two agencies that gain, %s gives up one of the three", (_, rule) => {
    const isBalanced = box.every((world) => sum(rule(world)) === netOf(world));
    const isSigned = box.every((world) => Math.min(...rule(world)) >= 0);
    expect(isTruthful(rule) && isBalanced && isSigned).toBe(false);
  });

  test("silo, lead pays, posted contributions and Clarke's tax are truthful; what shares a gain by reports is not", () => {
    const pounds = { council: 20, hospital: 80 };
    const truthful = [silo, leadPays({ lead: "hospital" }), postedContributions({ pounds }), clarke];
    expect(truthful.map(isTruthful)).toEqual([true, true, true, true]);
    const shading = [equalNet, equalGross, byInvestment, byBenefit, makeWhole({}), blend({ theta: 0.8 }), shapley];
    for (const rule of [...shading, nucleolus, constrainedEqual]) expect(isTruthful(rule)).toBe(false);
  });

  test("with one agency that gains and a doer without savings, make whole has all three", () => {
    for (const saves of [100, 150, 400]) {
      const world = deal([0, 100], [saves, 0]);
      expect(makeWhole({})(world)).toEqual([0, saves - 100]);
      expect(wonByShading(makeWhole({}), world, 1)).toBe(0);
    }
  });

  test("a doer with a saving of its own gains by understating it: (4, 4) reports 3, beside (1, 0)", () => {
    expect(makeWhole({})(deal([400, 400], [100, 0]))).toEqual([0, 100]);
    expect(makeWhole({})(deal([300, 400], [100, 0]))).toEqual([0, 0]);
    expect(wonByShading(makeWhole({}), deal([400, 400], [100, 0]), 0)).toBe(100);
  });
});

describe("boundaries", () => {
  const merged = (stakes: readonly Stake[]): readonly Stake[] => [
    { agency: "council", saves: stakes[0].saves + stakes[1].saves, pays: stakes[0].pays + stakes[1].pays },
    ...stakes.slice(2),
  ];
  const changeByMerger = (rule: Share, stakes: readonly Stake[]): number => {
    const [first, second, ...others] = rule(stakes);
    const after = rule(merged(stakes));
    return Math.max(...[first + second, ...others].map((end, at) => Math.abs(end - after[at])));
  };

  test("a blend gives the same, except for a penny per party", () => {
    fc.assert(
      fc.property(gains, fc.integer({ min: 0, max: 100 }), (stakes, theta) => {
        expect(changeByMerger(blend({ theta: theta / 100 }), stakes)).toBeLessThanOrEqual(2);
      }),
    );
  });

  test("a rule that splits by heads or by claims does not", () => {
    for (const rule of [equalNet, equalGross, shapley, nucleolus, constrainedEqual])
      expect(changeByMerger(rule, deal([0, 100_00], [0, 100_00], [900_00, 0]))).toBeGreaterThan(100_00);
  });

  test("of all blends only by benefit does not reward larger costs; then an investor without savings ends at 0", () => {
    // (0, 1) and (7, 1): by investment the first ends with 2⅔ in place of 2½ if it spends 2 on the same (by hand).
    expect(byInvestment(deal([0, 100_00], [700_00, 100_00]))[0]).toBe(250_00);
    expect(byInvestment(deal([0, 200_00], [700_00, 100_00]))[0]).toBe(266_67);
    const dearer = (theta: number): number =>
      blend({ theta })(deal([0, 200_00], [700_00, 100_00]))[0] -
      blend({ theta })(deal([0, 100_00], [700_00, 100_00]))[0];
    expect([0, 0.5, 0.9].map(dearer)).toEqual([16_67, 8_33, 1_67]);
    expect(dearer(1)).toBe(0);
    fc.assert(
      fc.property(gains, (stakes) => {
        for (const [at, { saves }] of stakes.entries()) if (saves === 0) expect(byBenefit(stakes)[at]).toBe(0);
      }),
    );
  });

  test("a blend of 1 is by benefit, of 0 by investment", () => {
    fc.assert(
      fc.property(gains, (stakes) => {
        for (const [theta, rule] of [
          [1, byBenefit],
          [0, byInvestment],
        ] as const)
          for (const [at, end] of blend({ theta })(stakes).entries())
            expect(Math.abs(end - rule(stakes)[at])).toBeLessThanOrEqual(1);
      }),
    );
  });
});
