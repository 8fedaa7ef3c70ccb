import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Share, Stake } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { refusal } from "./refusal.js";

const { silo, leadPays, leadKeeps, equalNet, equalGross, fixed, byInvestment, byBenefit } = rules.share;
const { makeWhole, blend, shapley, nucleolus, constrainedEqual, postedContributions, clarke } = rules.share;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const netOf = (stakes: readonly Stake[]): number => sum(stakes.map(({ pays, saves }) => saves - pays));

/** A deal of agencies a, b, c …, from what each saves and pays. */
const deal = (...stakes: readonly (readonly [saves: number, pays: number])[]): readonly Stake[] =>
  stakes.map(([saves, pays], at) => ({ agency: "abcdefghij"[at], saves, pays }));

/** Every share rule, for deals in which a and b take part. */
const named: Readonly<Record<string, Share>> = {
  silo,
  leadPays: leadPays({ lead: "b" }),
  leadKeeps: leadKeeps({ lead: "a" }),
  equalNet,
  equalGross,
  fixed: fixed({ shares: { a: 0.3, b: "70%" } }),
  byInvestment,
  byBenefit,
  makeWhole: makeWhole({}),
  blend: blend({ theta: 0.8 }),
  shapley,
  nucleolus,
  constrainedEqual,
  postedContributions: postedContributions({ pounds: { a: 20, b: 80 } }),
  clarke,
};
const all = Object.entries(named);
/** Those that leave nothing to the centre. */
const balanced = all.filter(([name]) => name !== "clarke");

const amount = fc.integer({ min: 0, max: 100_000_00 });
const anyAmount = fc.integer({ min: -100_000_00, max: 100_000_00 });
const dealWith = (saves: fc.Arbitrary<number>, pays: fc.Arbitrary<number>): fc.Arbitrary<readonly Stake[]> =>
  fc
    .array(fc.tuple(saves, fc.oneof(fc.constant(0), pays)), { minLength: 2, maxLength: 7 })
    .map((stakes) => deal(...stakes));
const gains = dealWith(amount, amount).filter((stakes) => netOf(stakes) >= 0);

test("every share rule that has a name is tried here", () => {
  expect(Object.keys(named)).toEqual(Object.keys(rules.share));
});

describe("gritting: the council (a) pays £100, the hospital (b) saves £250, social care (c) £50", () => {
  // The first seven and the Shapley value, nucleolus and blend are worked out apart; the others by their definitions, by hand.
  const expected: Readonly<Record<string, readonly number[]>> = {
    silo: [-100, 250, 50],
    leadPays: [0, 150, 50],
    leadKeeps: [200, 0, 0],
    equalNet: [66.7, 66.7, 66.7],
    equalGross: [0, 100, 100],
    fixed: [60, 140, 0],
    byInvestment: [200, 0, 0],
    byBenefit: [0, 166.7, 33.3],
    makeWhole: [0, 166.7, 33.3],
    blend: [40, 133.3, 26.7],
    shapley: [91.7, 91.7, 16.7],
    nucleolus: [87.5, 87.5, 25],
    constrainedEqual: [75, 75, 50],
    postedContributions: [-20, 170, 50],
    clarke: [-33.3, 200, 16.7],
  };
  test.each(all)("%s", (name, rule) => {
    const ends = rule(deal([0, 100_00], [250_00, 0], [50_00, 0]));
    for (const [at, end] of ends.entries()) expect(Math.abs(end / 100 - expected[name][at])).toBeLessThanOrEqual(0.05);
  });
});

describe("whatever is shared", () => {
  test.each(balanced)("%s leaves not a penny over, and makes none", (_, rule) => {
    fc.assert(
      fc.property(dealWith(anyAmount, anyAmount), (stakes) => {
        const ends = rule(stakes);
        expect(sum(ends)).toBe(netOf(stakes));
        expect(ends.every((end) => Number.isInteger(end) && !Object.is(end, -0))).toBe(true);
      }),
    );
  });

  test("half for the Treasury is what the agencies leave; so is what it puts in", () => {
    fc.assert(
      fc.property(gains, (stakes) => {
        const half = sum(fixed({ shares: { a: 0.5, treasury: 0.5 } })(stakes));
        expect(Math.abs(half - netOf(stakes) / 2)).toBeLessThanOrEqual(0.5);
        const paid = sum(stakes.map(({ pays }) => pays));
        const helped = sum(postedContributions({ pounds: { a: 1, treasury: 3 } })(stakes)) - netOf(stakes);
        expect(Math.abs(helped - (3 * paid) / 4)).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  test("Clarke's tax is never a subsidy, and 0 where nobody turns a no into a yes", () => {
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
  const neverShared = all.filter(([name]) => !["leadPays", "makeWhole", "postedContributions"].includes(name));

  test.each(neverShared)("%s leaves everybody where silo leaves it", (_, rule) => {
    fc.assert(
      fc.property(loss, (stakes) => {
        expect(rule(stakes)).toEqual(silo(stakes));
      }),
    );
    expect(rule.sharesLosses).toBeUndefined();
  });

  test.each(neverShared)("makeWhole around %s has those bear it who lose, in proportion", (_, rule) => {
    const whole = makeWhole({ of: rule });
    expect(whole(deal([10, 40], [10, 20], [5, 0]))).toEqual([-26, -9, 0]);
    expect(whole.sharesLosses).toBe(true);
    fc.assert(
      fc.property(loss, (stakes) => {
        const ends = whole(stakes);
        const apart = silo(stakes);
        expect(sum(ends)).toBe(netOf(stakes));
        for (const [at, end] of ends.entries()) expect(end).toBeGreaterThanOrEqual(Math.min(0, apart[at]));
        expect(Math.max(...ends)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("who pays was agreed beforehand, so lead pays and posted contributions bear it too", () => {
    for (const name of ["leadPays", "postedContributions"]) expect(named[name].sharesLosses).toBe(true);
    expect(leadPays({ lead: "b" })(deal([0, 100], [30, 0]))).toEqual([0, -70]);
    expect(postedContributions({ pounds: { a: 1, b: 1 } })(deal([0, 100], [30, 0]))).toEqual([-50, -20]);
  });

  test("an agency whose bills rise is made whole before a gain is shared", () => {
    const tariff = deal([0, 100], [500, 0], [-200, 0]);
    expect(byBenefit(tariff)).toEqual(silo(tariff));
    expect(makeWhole({ of: byBenefit })(tariff)).toEqual([0, 200, 0]);
    expect(makeWhole({ of: shapley })(tariff)).toEqual([67, 67, 66]);
    expect(makeWhole({})(tariff)).toEqual([0, 200, 0]);
  });

  test("money for taking part is a saving to whoever gets it", () => {
    const paid = deal([0, 150], [300, 0], [0, -50]);
    expect(byInvestment(paid)).toEqual(silo(paid));
    expect(makeWhole({ of: byInvestment })(paid)).toEqual([200, 0, 0]);
    expect(makeWhole({ of: byBenefit })(paid)).toEqual([0, 171, 29]);
  });

  test.each(all)("nobody is below 0 when %s is made whole and all together gain", (_, rule) => {
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

describe("the wrong-pockets trilemma: a (0/1) pays, b and c (2/0) save", () => {
  const world = deal([0, 100], [200, 0], [200, 0]);
  // Any two may be had; b and c at 2 each and a at 0 would be 4, and there are 3.
  const kept = (rule: Share): string => {
    const ends = rule(world);
    const whole = sum(ends) === 300 ? "all is shared" : "";
    const investor = ends[0] >= 0 ? "no investor loses" : "";
    const savers = ends[1] >= 200 && ends[2] >= 200 ? "who is not needed keeps its own" : "";
    return [whole, investor, savers].filter(Boolean).join(", ");
  };
  test("no rule keeps all three", () => {
    expect(Object.fromEntries(all.map(([name, rule]) => [name, kept(rule)]))).toEqual({
      ...Object.fromEntries(all.map(([name]) => [name, "all is shared, no investor loses"])),
      silo: "all is shared, who is not needed keeps its own",
      postedContributions: "all is shared",
      clarke: "all is shared",
    });
    const reimbursed: Share = (stakes) => stakes.map(({ saves }) => saves);
    expect(kept(reimbursed)).toBe("no investor loses, who is not needed keeps its own");
  });
});

describe("truth, balance and a yes to every scheme that pays (Green and Laffont)", () => {
  /** What an agency that only gains can win by telling less than it saves, with the scheme still on; the most over a small box of deals. */
  const wonByShading = (rule: Share, world: readonly Stake[], who: number): number => {
    const truth = rule(world)[who];
    const lies = Array.from({ length: world[who].saves / 25 }, (_, step) => 25 * step);
    const won = lies.map((told) => {
      const shaded = world.map((stake, at) => (at === who ? { ...stake, saves: told } : stake));
      return netOf(shaded) >= 0 ? rule(shaded)[who] + world[who].saves - told - truth : 0;
    });
    return Math.max(0, ...won);
  };
  const quarters = [0, 25, 50, 75, 100, 150];
  const box = quarters
    .flatMap((b) => quarters.map((c) => deal([0, 100], [b, 0], [c, 0])))
    .filter((world) => netOf(world) >= 0);

  test.each(all)("with two who gain, %s gives up one", (name, rule) => {
    const isTrue = box.every((world) => [1, 2].every((who) => wonByShading(rule, world, who) <= 1));
    const isBalanced = box.every((world) => sum(rule(world)) === netOf(world));
    const isSigned = box.every((world) => Math.min(...rule(world)) >= 0);
    expect(isTrue && isBalanced && isSigned).toBe(false);
    expect(isTrue).toBe(["silo", "leadPays", "postedContributions", "clarke"].includes(name));
  });

  test("with one who gains and a doer that saves nothing itself, make whole has all three", () => {
    for (const saves of [100, 150, 400]) {
      const world = deal([0, 100], [saves, 0]);
      expect(makeWhole({})(world)).toEqual([0, saves - 100]);
      expect(wonByShading(makeWhole({}), world, 1)).toBe(0);
    }
  });

  test("with a saving of its own the doer gains by telling less of it: a (4/4) says 3, beside b (1/0)", () => {
    expect(makeWhole({})(deal([400, 400], [100, 0]))).toEqual([0, 100]);
    expect(makeWhole({})(deal([300, 400], [100, 0]))).toEqual([0, 0]);
    expect(wonByShading(makeWhole({}), deal([400, 400], [100, 0]), 0)).toBe(100);
  });
});

describe("boundaries", () => {
  const merged = (stakes: readonly Stake[]): readonly Stake[] => [
    { agency: "a", saves: stakes[0].saves + stakes[1].saves, pays: stakes[0].pays + stakes[1].pays },
    ...stakes.slice(2),
  ];
  const moves = (rule: Share, stakes: readonly Stake[]): number => {
    const [first, second, ...others] = rule(stakes);
    const after = rule(merged(stakes));
    return Math.max(...[first + second, ...others].map((end, at) => Math.abs(end - after[at])));
  };

  test("a blend does not see them, but for a penny a party", () => {
    fc.assert(
      fc.property(gains, fc.integer({ min: 0, max: 100 }), (stakes, theta) => {
        expect(moves(blend({ theta: theta / 100 }), stakes)).toBeLessThanOrEqual(2);
      }),
    );
  });

  test("what splits by heads or by claims does", () => {
    for (const rule of [equalNet, equalGross, shapley, nucleolus, constrainedEqual])
      expect(moves(rule, deal([0, 100_00], [0, 100_00], [900_00, 0]))).toBeGreaterThan(100_00);
  });

  test("of all blends only by benefit does not pay for larger costs; then an investor without a saving ends at 0", () => {
    // a (0/1), b (7/1): by investment a's end rises from 2½ to 2⅔ when it spends 2 on the same, worked out by hand.
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

describe("where nothing moves", () => {
  test.each(all)("%s gives nobody anything for nothing", (_, rule) => {
    expect(rule(deal([0, 0], [0, 0], [0, 0]))).toEqual([0, 0, 0]);
  });
  test("with nothing paid, what shares by stakes or claims leaves each its own", () => {
    for (const rule of [byInvestment, byBenefit, blend({ theta: 0.3 }), shapley, nucleolus, constrainedEqual])
      expect(rule(deal([100, 0], [0, 0], [50, 0]))).toEqual([100, 0, 50]);
  });
});

describe("a parameter beyond its bounds is refused, and told why", () => {
  const world = deal([0, 1], [5, 0]);
  test.each<[string, () => unknown, RegExp]>([
    ["shares past 1", () => fixed({ shares: { a: 0.6, b: 0.6 } }), /fixed\.shares.*sum to 1 .*what is not there/],
    ["shares below 1", () => fixed({ shares: { a: 0.6 } }), /sum to 1/],
    ["a share below 0", () => fixed({ shares: { a: -0.5, b: 1.5 } }), /fixed\.shares\.a.*charge for a gain/],
    ["theta past 1", () => blend({ theta: 1.2 }), /blend\.theta.*somebody would pay for what others gain/],
    ["theta as a wrong percentage", () => blend({ theta: "120%" }), /blend\.theta/],
    ["a contribution below 0", () => postedContributions({ pounds: { a: -1 } }), /did not agree/],
    ["contributions of nothing", () => postedContributions({ pounds: { a: 0 } }), /leave the cost to nobody/],
    ["of that is no rule", () => makeWhole({ of: "equal" as never }), /makeWhole\.of.*rule of the same family/],
    ["an unknown parameter", () => blend({ theta: 1, share: 1 } as never), /blend.*"share"/],
    ["an unknown lead", () => leadPays({ lead: "z" })(world), /leadPays names z, which takes no part/],
    ["an unknown lead that keeps", () => leadKeeps({ lead: "z" })(world), /leadKeeps names z/],
    ["an unknown party of a split", () => fixed({ shares: { a: 0.5, z: 0.5 } })(world), /fixed names z/],
    ["an unknown contributor", () => postedContributions({ pounds: { z: 1 } })(world), /postedContributions names z/],
  ])("%s", (_, make, message) => {
    expect(refusal(make)).toMatch(message);
  });
});

test("the Shapley value of ten agencies is exact, and of too many is refused", () => {
  // The doer comes after 0, 1, 2 … 9 of the others equally often and gets 80, 60, 40, 20 or 0; the others share 60, the first of equals first.
  const small = deal([0, 100], ...Array.from({ length: 9 }, (): readonly [number, number] => [20, 0]));
  expect(shapley(small)).toEqual([20, 7, 7, 7, 7, 7, 7, 6, 6, 6]);
  const many = Array.from({ length: 30 }, (_, at) => ({ agency: `${at}`, pays: at ? 0 : 100, saves: at ? 10 : 0 }));
  expect(refusal(() => shapley(many))).toMatch(/up to 20 agencies .* here there are 29/);
});
