import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ScenarioError } from "../../src/base/problem.js";
import type { Share } from "../../src/funding/rule.js";
import {
  checkRule,
  type Deal,
  deals,
  type Law,
  lawMatrix,
  lawNamed,
  laws,
  matchers,
  matrixText,
  oneOf,
  sampleRules,
} from "../../src/laws/index.js";

const { silo, "by benefit": byBenefit } = sampleRules.share;
const noInvestorLoses = lawNamed("share", "no-investor-loses");
const noCliffEdge = lawNamed("pay", "no-cliff-edge");

expect.extend(matchers);

describe("checkRule(rule, laws, options)", () => {
  test("says how hard it tried: runs, skips, and at most 3 in N", () => {
    const [row] = checkRule(byBenefit, [lawNamed("share", "no-gold-plating")], { runs: 500 });
    expect(row).toMatchObject({ result: "holds", runs: 500, story: "" });
    expect(row.skipped).toBeGreaterThan(0);
    expect(row.bound).toBeCloseTo(3 / (500 - row.skipped), 12);
  });

  test("comes back to a world by its seed and path, at once", () => {
    const rule = sampleRules.pay["shared savings"];
    const [found] = checkRule(rule, [noCliffEdge], { seed: 7 });
    const [again] = checkRule(rule, [noCliffEdge], { seed: found.seed, path: found.path });
    expect(again).toMatchObject({ story: found.story, world: found.world, change: found.change, runs: 1 });
  });

  test("gives the same rows for the same seed, and looks elsewhere for another", () => {
    const rule = sampleRules.pay["marginal rate"];
    const law = lawNamed("pay", "boundaries-do-not-matter");
    expect(checkRule(rule, [law], { seed: 1 })).toEqual(checkRule(rule, [law], { seed: 1 }));
    expect(checkRule(rule, [law], { seed: 1 })[0].path).not.toBe(checkRule(rule, [law], { seed: 2 })[0].path);
  });

  test("tries the reader's own worlds first", () => {
    const gritting: Deal = [
      { agency: "council", pays: 100_000_00, saves: 0 },
      { agency: "hospital", pays: 0, saves: 250_000_00 },
      { agency: "care", pays: 0, saves: 50_000_00 },
    ];
    const [row] = checkRule(silo, [noInvestorLoses], { examples: [gritting] });
    expect(row.world).toEqual(gritting);
    expect(row.where).toBe(
      "The place is £200,000 better off; Council ends £100,000 worse off than if it had done nothing.",
    );
  });

  test("names a law of which nothing was tested", () => {
    const [never, seldom] = checkRule(byBenefit, [
      { ...noInvestorLoses, when: () => false },
      { ...noInvestorLoses, when: (deal) => deal[0].pays === 20_000_00 && deal[0].saves === 0 },
    ]);
    expect(never).toMatchObject({ result: "vacuous", bound: null, runs: 1000, skipped: 1000 });
    expect(never.story).toBe("The law speaks of 0 of 1000 worlds: nothing was tested.");
    expect(seldom.result).toBe("vacuous");
  });

  test("says how a rule stops that throws", () => {
    const stops: Share = () => {
      throw new Error("no such agency");
    };
    expect(checkRule(stops, [noInvestorLoses])[0]).toMatchObject({
      result: "fails",
      where: "The rule stops: no such agency",
    });
  });

  test("explains what no rule can do where a law fails", () => {
    const [row] = checkRule(byBenefit, [lawNamed("share", "only-the-needed-pay")]);
    expect(row.impossible).toMatch(/^No rule keeps this law together with surplus-is-shared-out and no-investor-loses/);
    expect(row.impossible).toContain("wrong-pockets trilemma");
  });

  test("takes a law of one's own, over worlds of fast-check", () => {
    const law: Law<number, number> = {
      id: "no-less",
      says: "Nobody gets less than was asked.",
      worlds: fc.nat({ max: 1000 }),
      broken: (rule, asked) => (rule(asked) < asked ? `Asked for ${asked}, given ${rule(asked)}.` : undefined),
    };
    expect(checkRule((asked) => Math.min(asked, 500), [law])[0].story).toBe("Asked for 501, given 500.");
    expect(() => checkRule((asked) => asked, [law], { mode: "exhaustive" })).toThrow(ScenarioError);
  });
});

describe("every small world", () => {
  test("gives the true smallest counterexample, and its number of worlds", () => {
    const [row] = checkRule(silo, [noInvestorLoses], { mode: "exhaustive" });
    expect(row.world).toEqual([
      { agency: "council", pays: 1000_00, saves: 0 },
      { agency: "hospital", pays: 0, saves: 2000_00 },
    ]);
    expect(row.runs).toBe([...deals.small(4)].length);
  });

  test("by investment: the smallest world in which spending more is rewarded saves £7,000 for £2,000", () => {
    const [row] = checkRule(sampleRules.share["by investment"], [lawNamed("share", "no-gold-plating")], {
      mode: "exhaustive",
    });
    // With C = 2 and one's own cost 1 of them, S/2 < (S − 1)·2/3 only where S > 4, of whole thousands first at S = 5.
    expect((row.world as Deal).reduce((sum, { saves }) => sum + saves, 0)).toBe(7000_00);
  });

  test("is a proof where nothing is found", () => {
    expect(checkRule(byBenefit, [noInvestorLoses], { mode: "exhaustive" })[0]).toMatchObject({
      result: "holds",
      bound: 0,
    });
  });
});

describe("the matchers", () => {
  test("say yes and no, and why", () => {
    expect(matchers.toObey(byBenefit, noInvestorLoses).pass).toBe(true);
    expect(matchers.toBreak(byBenefit, noInvestorLoses).message()).toContain("should break no-investor-loses");
    const { pass, message } = matchers.toObey(silo, noInvestorLoses);
    expect(pass).toBe(false);
    expect(message()).toMatch(/Council ends £1,000 worse off[\s\S]*Seed 42, path "/);
  });

  test("a law of which nothing was tested passes neither", () => {
    const never = { ...noInvestorLoses, when: () => false };
    expect([matchers.toObey(byBenefit, never).pass, matchers.toBreak(byBenefit, never).pass]).toEqual([false, false]);
  });
});

test("a matrix is a line a law and a letter a rule, in 80 columns", () => {
  const lines = matrixText(lawMatrix(sampleRules.yearEnd, laws.yearEnd, { runs: 50 })).split("\n");
  expect(lines[0].trim()).toBe("a b c d e f g h i");
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
});

// Checked by the compiler alone.
const yearEndRule = sampleRules.yearEnd["use it or lose it"];
export const refused = () => [
  // @ts-expect-error: a rule of how a year ends is no rule of sharing.
  checkRule(yearEndRule, laws.share),
  // @ts-expect-error: nor is a rule of sharing one of how a year ends.
  checkRule(silo, laws.yearEnd),
  // @ts-expect-error: a law of payment is none of sharing.
  checkRule(silo, [noCliffEdge]),
  // @ts-expect-error: an example is a world of the rule.
  checkRule(silo, [noInvestorLoses], { examples: [{ base: 1 }] }),
  checkRule((stakes) => stakes.map(({ saves, pays }) => saves - pays), laws.share),
  oneOf("a rule of one's own", "may be a plain function"),
];
