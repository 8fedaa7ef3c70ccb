import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keysOf, pairsOf } from "../../src/base/records.js";
import type { Share, Stake } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { sampleRules } from "../../src/laws/index.js";
import { refusal } from "./refusal.js";

const { silo, leadPays, leadKeeps, equalNet, equalGross, fixed, byInvestment, byBenefit } = rules.share;
const { makeWhole, blend, shapley, nucleolus, constrainedEqual, postedContributions, clarke } = rules.share;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const netOf = (stakes: readonly Stake[]): number => sum(stakes.map(({ pays, saves }) => saves - pays));

const names = ["council", "hospital", "care", ..."defghij"];

/** A deal of the council, the hospital, social care and others, from what each saves and pays, in pence. */
const deal = (...stakes: readonly (readonly [saves: number, pays: number])[]): readonly Stake[] =>
  stakes.map(([saves, pays], at) => ({ agency: names[at], saves, pays }));

/** Every share rule as the laws try it: deals in which the council and the hospital take part. */
const all = pairsOf(sampleRules.share);

/** All but those that leave a part to the centre. */
const balanced = all.filter(([, rule]) => rule !== clarke);

const amount = fc.integer({ min: 0, max: 100_000_00 });
const anyAmount = fc.integer({ min: -100_000_00, max: 100_000_00 });
const dealWith = (saves: fc.Arbitrary<number>, pays: fc.Arbitrary<number>): fc.Arbitrary<readonly Stake[]> =>
  fc
    .array(fc.tuple(saves, fc.oneof(fc.constant(0), pays)), { minLength: 2, maxLength: 7 })
    .map((stakes) => deal(...stakes));
const gains = dealWith(amount, amount).filter((stakes) => netOf(stakes) >= 0);

describe("gritting: the council pays £100, the hospital saves £250, social care £50", () => {
  // The first seven and the Shapley value, nucleolus and blend are computed independently; the others by hand.
  test.each<[string, Share, readonly number[]]>([
    ["silo", silo, [-100, 250, 50]],
    ["lead pays", leadPays({ lead: "hospital" }), [0, 150, 50]],
    ["lead keeps", leadKeeps({ lead: "council" }), [200, 0, 0]],
    ["equal net", equalNet, [66.7, 66.7, 66.7]],
    ["equal gross", equalGross, [0, 100, 100]],
    ["fixed", fixed({ shares: { council: 0.3, hospital: "70%" } }), [60, 140, 0]],
    ["by investment", byInvestment, [200, 0, 0]],
    ["by benefit", byBenefit, [0, 166.7, 33.3]],
    ["make whole", makeWhole({}), [0, 166.7, 33.3]],
    ["blend", blend({ theta: 0.8 }), [40, 133.3, 26.7]],
    ["Shapley", shapley, [91.7, 91.7, 16.7]],
    ["nucleolus", nucleolus, [87.5, 87.5, 25]],
    ["constrained equal", constrainedEqual, [75, 75, 50]],
    ["posted contributions", postedContributions({ pounds: { council: 20, hospital: 80 } }), [-20, 170, 50]],
    ["Clarke", clarke, [-33.3, 200, 16.7]],
  ])("%s", (_, rule, expected) => {
    const ends = rule(deal([0, 100_00], [250_00, 0], [50_00, 0]));
    for (const [at, end] of ends.entries()) expect(Math.abs(end / 100 - expected[at])).toBeLessThanOrEqual(0.05);
  });
});

describe("any deal", () => {
  test.each(balanced)("%s shares the whole net gain, to the penny", (_, rule) => {
    fc.assert(
      fc.property(dealWith(anyAmount, anyAmount), (stakes) => {
        const ends = rule(stakes);
        expect(sum(ends)).toBe(netOf(stakes));
        expect(ends.every((end) => Number.isInteger(end) && !Object.is(end, -0))).toBe(true);
      }),
    );
  });

  test("half for the Treasury is what the agencies leave; so is its contribution", () => {
    fc.assert(
      fc.property(gains, (stakes) => {
        const half = sum(fixed({ shares: { council: 0.5, treasury: 0.5 } })(stakes));
        expect(Math.abs(half - netOf(stakes) / 2)).toBeLessThanOrEqual(0.5);
        const paid = sum(stakes.map(({ pays }) => pays));
        const helped = sum(postedContributions({ pounds: { council: 1, treasury: 3 } })(stakes)) - netOf(stakes);
        expect(Math.abs(helped - (3 * paid) / 4)).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  test("Clarke's tax is never a subsidy, and 0 if no agency turns a no into a yes", () => {
    fc.assert(
      fc.property(gains, (stakes) => {
        expect(sum(clarke(stakes))).toBeLessThanOrEqual(netOf(stakes));
      }),
    );
    expect(clarke(deal([100, 90], [100, 90], [100, 90]))).toEqual([10, 10, 10]);
  });
});

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

  test.each(all)("%s: nothing jumps where a saving or the net gain crosses 0", (_, rule) => {
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

  test.each(all)("no agency is below 0 if %s is made whole and the agencies together gain", (_, rule) => {
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

describe("the wrong-pockets trilemma: the council (saves 0, pays 1) invests, two others (2, 0) save", () => {
  const world = deal([0, 100], [200, 0], [200, 0]);
  // Any two of the three are possible. With 2 for each saver and 0 for the council, the sum would be 4; the net gain is 3.
  const propertiesOf = (rule: Share): readonly string[] => {
    const ends = rule(world);
    const holds = {
      "the whole gain is shared": sum(ends) === 300,
      "no investor loses": ends[0] >= 0,
      "an agency that is not needed keeps its savings": ends[1] >= 200 && ends[2] >= 200,
    };
    return keysOf(holds).filter((property) => holds[property]);
  };

  test.each(all)("%s has at most two of the three properties", (_, rule) => {
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

  test.each(all)("with two agencies that gain, %s gives up one of the three", (_, rule) => {
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

describe("without costs", () => {
  test.each(all)("%s gives 0 to all if there are no savings", (_, rule) => {
    expect(rule(deal([0, 0], [0, 0], [0, 0]))).toEqual([0, 0, 0]);
  });
  test("a rule that shares by stakes or claims leaves each agency its savings", () => {
    for (const rule of [byInvestment, byBenefit, blend({ theta: 0.3 }), shapley, nucleolus, constrainedEqual])
      expect(rule(deal([100, 0], [0, 0], [50, 0]))).toEqual([100, 0, 50]);
  });
});

describe("a parameter beyond its bounds is refused, with the reason", () => {
  const world = deal([0, 1], [5, 0]);
  test.each<[string, () => unknown, RegExp]>([
    ["shares past 1", () => fixed({ shares: { a: 0.6, b: 0.6 } }), /fixed\.shares.*sum to 1 .*does not exist/],
    ["shares below 1", () => fixed({ shares: { a: 0.6 } }), /sum to 1/],
    ["a share below 0", () => fixed({ shares: { a: -0.5, b: 1.5 } }), /fixed\.shares\.a.*charge for a gain/],
    ["theta past 1", () => blend({ theta: 1.2 }), /blend\.theta.*pay for the gains of others/],
    ["theta as a wrong percentage", () => blend({ theta: "120%" }), /blend\.theta/],
    ["a contribution below 0", () => postedContributions({ pounds: { a: -1 } }), /did not agree/],
    ["contributions of nothing", () => postedContributions({ pounds: { a: 0 } }), /no party pays the cost/],
    ["of that is not a rule", () => makeWhole({ of: "equal" as never }), /makeWhole\.of.*rule of the same family/],
    ["an unknown parameter", () => blend({ theta: 1, share: 1 } as never), /blend has no share. There is only theta./],
    ["an unknown lead", () => leadPays({ lead: "z" })(world), /leadPays names z, which takes no part/],
    ["an unknown lead that keeps", () => leadKeeps({ lead: "z" })(world), /leadKeeps names z/],
    ["an unknown party of a split", () => fixed({ shares: { council: 0.5, z: 0.5 } })(world), /fixed names z/],
    ["an unknown contributor", () => postedContributions({ pounds: { z: 1 } })(world), /postedContributions names z/],
  ])("%s", (_, make, message) => {
    expect(refusal(make)).toMatch(message);
  });
});

test("the Shapley value of ten agencies is exact; too many agencies are refused", () => {
  // The doer comes after 0, 1, 2 … 9 of the others equally often and gets 80, 60, 40, 20 or 0.
  // The others share 60; among equals the first gets the penny that is over.
  const small = deal([0, 100], ...Array.from({ length: 9 }, (): readonly [number, number] => [20, 0]));
  expect(shapley(small)).toEqual([20, 7, 7, 7, 7, 6, 6, 6, 7, 7]);
  const many = Array.from({ length: 30 }, (_, at) => ({ agency: `${at}`, pays: at ? 0 : 100, saves: at ? 10 : 0 }));
  expect(refusal(() => shapley(many))).toMatch(/up to 12 agencies .* here there are 29/);
});
