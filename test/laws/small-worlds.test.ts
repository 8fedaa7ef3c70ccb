import { describe, expect, test } from "vitest";
import { checkRule, type Deal, deals, lawNamed, sampleRules } from "../../src/laws/index.js";
import { noInvestorLoses } from "./named-laws.js";

const { silo, "by benefit": byBenefit } = sampleRules.share;

describe("every small world", () => {
  test("gives the smallest counterexample, and the number of worlds", () => {
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
    // With C = 2, of which the agency pays 1: S/2 < (S − 1)·2/3 only if S > 4. In whole thousands the first is S = 5.
    expect((row.world as Deal).reduce((sum, { saves }) => sum + saves, 0)).toBe(7000_00);
  });

  test("is a proof if no world breaks the law", () => {
    expect(checkRule(byBenefit, [noInvestorLoses], { mode: "exhaustive" })[0]).toMatchObject({
      result: "holds",
      bound: 0,
    });
  });
});

test("an exhaustive check names what all its small worlds have in common", () => {
  const needCounts = lawNamed("allocate", "boundaries-do-not-matter");
  const [row] = checkRule(sampleRules.allocate["needs formula"], [needCounts], { mode: "exhaustive", upTo: 1 });
  expect(row.fixed).not.toEqual([]);
  for (const text of row.fixed) expect(text).toMatch(/^[a-z]+ [£\d]/);
  expect(checkRule(sampleRules.allocate["needs formula"], [needCounts], { runs: 10 })[0].fixed).toEqual([]);
});
