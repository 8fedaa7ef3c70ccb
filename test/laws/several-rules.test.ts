import { describe, expect, test } from "vitest";
import type { Share } from "../../src/funding/rule.js";
import {
  checkRule,
  type Deal,
  deals,
  type Law,
  lawMatrix,
  lawNamed,
  sampleRules,
  surplusOf,
} from "../../src/laws/index.js";

const { silo, "by benefit": byBenefit } = sampleRules.share;

describe("several rules", () => {
  const share = ["share", "no-investor-loses"] as const;

  test("are tried in the same worlds", () => {
    const tried = [silo, byBenefit].map((rule) => {
      const worlds: Deal[] = [];
      const law: Law<Deal, readonly number[]> = {
        id: "looks",
        says: "It looks.",
        worlds: deals,
        broken: (_rule, world) => {
          worlds.push(world);
          return undefined;
        },
      };
      checkRule(rule, [law], { runs: 100 });
      return worlds;
    });
    expect(tried[0]).toHaveLength(100);
    expect(tried[1]).toEqual(tried[0]);
  });

  test("a world known from another rule is reduced for the next", () => {
    const large = {
      "silo of large deals": ((deal) => (surplusOf(deal) > 50_000_00 ? silo : byBenefit)(deal)) as Share,
    };
    const [first, second] = lawMatrix({ ...large, silo }, [lawNamed(...share)]);
    expect([first.path === "", second.path]).toEqual([false, ""]);
    expect(surplusOf(first.world as Deal)).toBeGreaterThan(50_000_00);
    expect(surplusOf(second.world as Deal)).toBeLessThanOrEqual(1000_00);
    expect(second.shrinks).toBeGreaterThan(0);
  });

  test("a penny a year that rounding takes for good is no penalty", () => {
    const { "Weitzman ½, the cash kept": weitzman } = sampleRules.yearEnd;
    const year = { base: 1000_00, reserve: 0, spent: 0 };
    const law = lawNamed("yearEnd", "saving-is-never-punished");
    expect(law.broken(weitzman, year, { by: 3, again: 1000_00 }, 1)).toBeUndefined();
  });
});
