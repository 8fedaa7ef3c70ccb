import { describe, expect, test } from "vitest";
import { uprate } from "../../src/base/appraisal/prices.js";
import { deflators } from "../../src/data/deflators.js";
import { unitCosts } from "../../src/data/unit-costs/index.js";
import type { UnitCost } from "../../src/data/unit-costs/unit-cost.js";
import { simulate } from "../../src/engine/simulate.js";
import { publicValue } from "../../src/results/money/public-value.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";
import published from "./greater-manchester-unit-costs.json" with { type: "json" };

const costOf = (code: string): UnitCost | undefined => unitCosts.find((cost) => cost.code === code);
const sumOf = (code: string): number => Object.values(costOf(code)?.payers ?? {}).reduce((sum, part) => sum + part, 0);

describe("the catalogue against the printed database", () => {
  test.each(published.compositeSums)("$code: the parts of its payers sum to £$pounds, to £1", ({ code, pounds }) => {
    expect(Math.abs(sumOf(code) - pounds)).toBeLessThan(1);
  });

  test.each(published.splitCosts)("$code: the parts of its payers sum to £$pounds, to £1", ({ code, pounds }) => {
    expect(Math.abs(sumOf(code) - pounds)).toBeLessThanOrEqual(1);
  });

  // CR8.1.4 and HE7.10.1 are parts of a cost; the catalogue has the NHS part of the second.
  test.each([
    ["CR1.0", "Police"],
    ["CR1.1", "Police"],
    ["HE7.10", "NHS"],
  ])("%s: its own price year and the database's own deflator give what it prints, to a penny", (code, payer) => {
    const cost = costOf(code);
    const row = published.uprating.find((each) => each.code.startsWith(code));
    const series = deflators["greater-manchester-2015"];
    expect(cost?.priceYear).toBe(row?.from);
    const actual = uprate(cost?.payers[payer] ?? 0, { from: cost?.priceYear ?? "", to: row?.to ?? "", series });
    expect(actual?.toFixed(2)).toBe(row?.uprated.toFixed(2));
  });
});

describe("a year in work", () => {
  const agencies: ScenarioForm["agencies"] = {
    dwp: { name: "Department for Work and Pensions", kind: "national" },
    nhs: { name: "NHS", kind: "national" },
    households: { name: "Households", kind: "private" },
  };

  test.each(published.publicValue)(
    "$code: the fiscal and the economic value less the transfer are worth £$publicValue to society",
    ({ code, fiscal, economic, transfer, publicValue: expected }) => {
      const once = { in: "year 1" };
      const effects = {
        budgets: { ...once, saves: { catalogue: code, bears: { DWP: "dwp", NHS: "nhs" } }, cashable: "100%" },
        earnings: { ...once, saves: { catalogue: code, bears: { Society: "households" } }, layer: "economic" as const },
        // The claimant loses the benefits that the department saves.
        benefits: { ...once, saves: { catalogue: code, bears: { DWP: "dwp" } }, layer: "transfer" as const },
      };
      const money = { priceYear: "2012/13", discount: "none" };
      const plan = read(bare({ money, agencies, interventions: { job: reaching({ effects }) } }));
      const [whole] = publicValue(simulate(plan, { draws: 1 })).filter(({ level }) => level === "society");
      expect(whole).toMatchObject({ fiscal, economic, countedTwice: transfer, publicValue: expected });
    },
  );
});
