import { describe, expect, test } from "vitest";
import { rules } from "../../src/funding/rules.js";
import { checkRule, type Deal, deals, design, type Law, lawNamed, surplusOf } from "../../src/laws/index.js";

/** The kept rules, each with its ranges. */
const keptOf = ({ kept }: ReturnType<typeof design>) => kept.map(({ rule, ranges }) => [rule, ranges]);

const five = [
  "surplus-is-shared-out",
  "no-gold-plating",
  "no-investor-loses",
  "boundaries-do-not-matter",
  "nobody-loses",
];

/** Who pays ends with more than nothing, where the place gains £1,000 or more. */
const investorGains: Law<Deal, readonly number[]> = {
  id: "investor-gains",
  says: "Whoever pays ends with more than nothing where the place gains.",
  worlds: deals,
  when: (deal) => surplusOf(deal) > 1000_00,
  broken(rule, deal) {
    const shares = rule(deal);
    const place = deal.findIndex(({ pays }, at) => pays > 0 && shares[at] <= 0);
    return place < 0 ? undefined : `${deal[place].agency} gains nothing.`;
  },
};

describe("design(family, laws)", () => {
  const foundForFive = design("share", [...five, "names-do-not-matter"]);

  // Of all rules that share the whole gain and ignore names and boundaries, only the blends lose nobody; and any part by
  // investment rewards spending. So by benefit, which is the blend with θ = 1, is what is left.
  test("finds by benefit, and θ = 1 of the blends, where boundaries and gold-plating matter", () => {
    expect(keptOf(foundForFive)).toEqual([
      ["byBenefit", {}],
      ["blend", { theta: [1, 1] }],
    ]);
    const blends = foundForFive.broken.filter(({ rule }) => rule === "blend").map(({ parameters }) => parameters.theta);
    expect(blends).toContain(0.99);
  });

  test("says how far a parameter may move: every blend ignores boundaries", () => {
    const others = design(
      "share",
      five.filter((id) => id !== "no-gold-plating"),
    );
    expect(keptOf(others)).toContainEqual(["blend", { theta: [0, 1] }]);
  });

  test("each other rule breaks the law that it is said to break, in that world", () => {
    const { broken, worlds } = foundForFive;
    const blends = broken.filter(({ rule }) => rule === "blend");
    expect(blends.length).toBeGreaterThan(10);
    for (const { law, world, parameters } of blends) {
      const { world: deal, change } = worlds[world];
      const stated = lawNamed("share", law).broken(
        rules.share.blend({ theta: Number(parameters.theta) }),
        deal as Deal,
        change,
        1,
      );
      expect(stated).toMatch(/[a-z].*\.$/);
    }
  });

  test("takes laws of one's own; where whoever pays gains as well, nothing is left (the boundary theorem)", () => {
    const found = design("share", [...five, "names-do-not-matter", investorGains]);
    expect(found.kept).toEqual([]);
    expect(found.worlds.map(({ law }) => law)).toContain("investor-gains");
  });

  test.each([
    [["surplus-is-shared-out", "no-investor-loses", "only-the-needed-pay"], "the wrong-pockets trilemma"],
    [["surplus-is-shared-out", "no-shading", "goes-ahead-when-it-is-worth-it"], "the Green–Laffont theorem"],
  ])("names the theorem: no rule keeps %j (%s)", (laws, name) => {
    const { kept, theorems, broken, worlds } = design("share", laws);
    expect(kept).toEqual([]);
    expect(theorems).toMatchObject([{ name, isImpossible: true }]);
    expect(theorems[0].laws.toSorted()).toEqual(laws.toSorted());
    expect(broken.every(({ world }) => worlds[world] !== undefined)).toBe(true);
    expect(worlds.length).toBeLessThanOrEqual(4);
  });

  // A schedule under which the year does not matter satisfies Jensen's equation, so it is a sum and so much for each.
  test("finds the payments that are a line: every tariff, and a marginal rate of the whole price", () => {
    const found = design("pay", ["no-cliff-edge", "when-it-is-done-does-not-matter"], { runs: 30 });
    const marginal = found.kept.filter(({ rule }) => rule === "marginalRate");
    expect(marginal.map(({ ranges }) => [ranges.baselinePounds[0], ranges.beyond])).toEqual([
      [0, expect.anything()],
      [0, [1, 1]],
    ]);
    expect(found.kept.some(({ rule }) => rule === "outputConditional")).toBe(false);
    expect(found.untested.some(({ rule }) => rule === "block")).toBe(true);
    expect(found.theorems).toMatchObject([{ isImpossible: false }]);
  });

  // £1 saved under a ratchet ρ is £1 once, and £ρ less a year for good: only ρ = 0 never costs more than it brings.
  test("finds that no ratchet but none at all leaves saving unpunished", () => {
    const found = design("yearEnd", ["saving-is-never-punished"], { runs: 30 });
    const ratchets = found.kept.filter(({ rule }) => rule === "ratchet");
    expect(ratchets.map(({ parameters, ranges }) => [parameters, ranges])).toEqual(
      ratchets.map(() => [{ share: 0 }, { share: [0, 0] }]),
    );
    expect(ratchets.length).toBeGreaterThan(0);
  });

  test("gives the nearest law, or the family that has it", () => {
    expect(() => design("share", ["no-invester-loses"])).toThrow(/no-investor-loses/);
    expect(() => design("share", ["saving-pays"])).toThrow("It is a law of yearEnd.");
    expect(() => design("share", [])).toThrow("one law or more");
    expect(() => design("share", ["dummy"], { runs: 0.5 })).toThrow("options.runs");
    // @ts-expect-error There is no such family.
    expect(() => design("shares", ["dummy"])).toThrow("Did you mean share?");
  });
});

test("a world that is known to break a law is tried first, as it is", () => {
  const law = lawNamed("share", "no-gold-plating");
  const [first] = checkRule(rules.share.byInvestment, [law]);
  const world = first.world as Deal;
  const known = new Map([[law.id, [{ world, change: first.change }]]]);
  const [again] = checkRule(rules.share.byInvestment, [law], { known });
  expect(again).toMatchObject({ result: "fails", runs: 1, path: "", where: first.where });
  expect(checkRule(rules.share.byBenefit, [law], { known })[0].result).toBe("holds");
});
