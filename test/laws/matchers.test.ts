import { describe, expect, test } from "vitest";
import { matchers, sampleRules } from "../../src/laws/index.js";
import { noInvestorLoses } from "./named-laws.js";

const { silo, "by benefit": byBenefit } = sampleRules.share;

expect.extend(matchers);

describe("the matchers", () => {
  test("pass or fail with a reason", () => {
    expect(matchers.toObey(byBenefit, noInvestorLoses).pass).toBe(true);
    expect(byBenefit).toObey(noInvestorLoses);
    expect(silo).toBreak(noInvestorLoses, { runs: 100 });
    expect(matchers.toBreak(byBenefit, noInvestorLoses).message()).toContain("should break no-investor-loses");
    const { pass, message } = matchers.toObey(silo, noInvestorLoses);
    expect(pass).toBe(false);
    expect(message()).toMatch(/Council ends £1,000 worse off[\s\S]*Seed 42, path "/);
  });

  test("neither passes for a law that was not tested", () => {
    const never = { ...noInvestorLoses, when: () => false };
    expect([matchers.toObey(byBenefit, never).pass, matchers.toBreak(byBenefit, never).pass]).toEqual([false, false]);
  });
});
