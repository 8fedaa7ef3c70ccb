import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Share } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { anyAmount, deal, dealWith, gains, netOf, shareRules, sum } from "./deals.js";
import { refusal } from "./refusal.js";

const { silo, leadPays, leadKeeps, equalNet, equalGross, fixed, byInvestment, byBenefit } = rules.share;
const { makeWhole, blend, shapley, nucleolus, constrainedEqual, postedContributions, clarke } = rules.share;

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
/** All but those that leave a part to the centre. */
const balanced = shareRules.filter(([, rule]) => rule !== clarke);

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

describe("without costs", () => {
  test.each(shareRules)("%s gives 0 to all if there are no savings", (_, rule) => {
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
