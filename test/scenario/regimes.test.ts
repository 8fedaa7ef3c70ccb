import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { rules } from "../../src/funding/rules.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import { settle } from "../../src/results/rules/settle.js";
import { defineScenario } from "../../src/scenario/define.js";
import { readScenario } from "../../src/scenario/read.js";
import { regimeNamed, regimesNamed } from "../../src/scenario/regimes/regime.js";
import { dealSource } from "../support/regimes.js";

const text = `
title: A deal
question: Who signs?
time: { start: 2025-04-01, years: 2, cycle: year }
money: { priceYear: 2024/25, discount: none }
agencies:
  council: { name: Council, kind: local }
  hospital: { name: Hospital, kind: local }
cohorts: { residents: { size: 400 } }
services:
  ward: { spend: { hospital: 100000, council: 20000 }, every: year, cashable: 50% }
interventions:
  gritting:
    reaches: everyone
    deadweight: 0
    costs: { rounds: { pays: { council: 1000 }, in: year 1 } }
    effects: { grit: { cut: { ward: 10% } } }
regimes:
  shared: { decides: each, share: byBenefit, yearEnd: { ratchet: { share: 50%, of: { carryForward: { cap: 10% } } } } }
  charged: { decides: each, pay: { marginalRate: { poundsEach: 90, baselinePounds: 9000, beyond: 30% }, from: council, to: hospital, counts: services.ward } }
  halves: { decides: all, allocate: { rule: perCapita, people: { council: 1, hospital: 5 } } }
`;

const scenario = () => {
  const { scenario, problems } = readScenario(text);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return scenario!;
};

describe("regimes in a scenario", () => {
  test("a rule is a name, or a name with its parameters, and may hold another", () => {
    const { yearEnd, share } = regimeNamed(scenario(), "shared");
    expect(share).toBe(rules.share.byBenefit);
    // Of 30 left of 100, a tenth of the base is kept; half of the difference comes off the base.
    expect(yearEnd?.({ base: 100_00, reserve: 0, spent: 70_00 })).toEqual({
      base: 85_00,
      reserve: 10_00,
      surrendered: 20_00,
    });
  });

  test("terms stand beside a rule", () => {
    expect(regimeNamed(scenario(), "charged").pay).toMatchObject({ from: "council", to: "hospital" });
    expect(regimeNamed(scenario(), "halves").allocate?.people).toEqual({ council: 1, hospital: 5 });
  });

  test("the scenario stays plain data, and reads the same from code", () => {
    const { regimes } = scenario();
    expect(JSON.parse(JSON.stringify(regimes))).toEqual(regimes);
    const defined = defineScenario({
      ...dealSource({ cost: 1, saves: {} }),
      regimes: { shared: { decides: "each", share: { makeWhole: { of: "byBenefit" } } } },
    });
    expect(regimeNamed(defined, "shared").share?.signedFor).toBe(true);
  });

  test("code that names no rule does not compile", () => {
    const wrong = () =>
      defineScenario({
        ...dealSource({ cost: 1, saves: {} }),
        // @ts-expect-error there is no such rule
        regimes: { shared: { decides: "each", share: "byBenefits" } },
      });
    expect(wrong).toThrow("Did you mean");
  });

  test("all are the scenario's and those that every place knows, each once", () => {
    const all = regimesNamed(scenario(), ["charged", "all"]);
    expect(all.slice(0, 4)).toEqual(["charged", "shared", "halves", "silo"]);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe("spend of a service", () => {
  test("is one contact a person, at the spend divided by those there are at the start", () => {
    const { demand, services } = scenario();
    expect(demand.ward).toMatchObject({ to: "ward", by: { per: { cohort: "residents", people: 1 }, everyYears: 1 } });
    expect(services.ward.unit.one).toBe("person's year");
    const simulation = simulate(scenario(), { draws: 8 });
    const saved = whoSaves(simulation).map(({ agency, avoided, cash }) => [agency, avoided, cash]);
    // A tenth of £100,000 and of £20,000, in each of two years; half of it cash.
    expect(saved.slice(0, 2)).toEqual([
      ["council", 4000, 2000],
      ["hospital", 20_000, 10_000],
    ]);
    const [first] = settle(simulation, "silo").filter(({ party }) => party === "hospital");
    expect(first).toMatchObject({ budget: 100_000, outturn: 95_000, presumed: true });
  });

  test("of several cohorts, one must be named", () => {
    const two = text.replace("{ size: 400 } }", "{ size: 400 }, visitors: { size: 10 } }");
    const told = readScenario(two).problems.map(({ what }) => what);
    expect(told).toContain("There are several cohorts, and the one this is spent on is not named.");
    expect(
      readScenario(two.replace("every: year, cashable", "every: year, cohort: residents, cashable")).scenario,
    ).toBeDefined();
  });
});
