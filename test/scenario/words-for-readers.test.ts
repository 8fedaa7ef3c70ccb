import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { sensitivity, switchingValues } from "../../src/index.js";
import { report } from "../../src/report/report.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import { assumptions } from "../../src/results/why/assumptions.js";
import { labelOf } from "../../src/scenario/label.js";
import { nameOfKey } from "../../src/scenario/names.js";
import { readScenario } from "../../src/scenario/read.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

test("a key is spaced out into words; capitals of an acronym stay", () => {
  const names = {
    "beds-filled": "Beds filled",
    wardShut: "Ward shut",
    aAndE: "A and E",
    places15: "Places 15",
    list_counted: "List counted",
    adultSocialCare: "Adult social care",
    cityNHSTrust: "City NHS trust",
    NHS: "NHS",
    "well -> ill": "Well -> ill",
  };
  expect(Object.keys(names).map(nameOfKey)).toEqual(Object.values(names));
});

const care: ScenarioForm = bare({
  quantities: {
    effect: { value: "50%", low: "20%", high: "80%", label: "share of stays that are not needed", note: "a guess" },
    other: { value: "10%", low: "5%", high: "20%" },
  },
  services: { bedDay: { unit: "day", cost: { council: { value: 100, low: 90, high: 110 } }, cashable: "100%" } },
  demand: { stays: { to: "bedDay", contacts: 10, per: "everyone", every: "year" } },
  interventions: {
    moreHelp: reaching({ name: "More help at home", effects: { less: { cut: { bedDay: "effect" } } } }),
    lists: reaching({ effects: { less: { cut: { bedDay: "other" } } } }),
  },
  strategies: {
    zebra: { of: ["moreHelp"] },
    "as-claimed": { of: ["lists"], name: "What was claimed", reading: true },
    bothAtOnce: ["moreHelp", "lists"],
    lists: ["lists"],
  },
});

describe("a strategy", () => {
  const { strategies } = read(care);

  test("has its own name, or that of its only intervention, or the words of its key", () => {
    expect(Object.values(strategies).map(({ name }) => name)).toEqual([
      "More help at home",
      "What was claimed",
      "Both at once",
      "Lists",
    ]);
  });

  test("is a reading only if the file says so", () =>
    expect(Object.values(strategies).map(({ reading }) => reading)).toEqual([false, true, false, false]));

  test("keeps its place in the file", () => {
    expect(Object.keys(strategies)).toEqual(["zebra", "as-claimed", "bothAtOnce", "lists"]);
    const run = simulate(read(care), { draws: 1 });
    expect([...new Set(whoSaves(run).map(({ strategy }) => strategy))]).toEqual(Object.keys(strategies));
  });

  test("by default is one of each intervention, in the order of the file, and all together", () => {
    const { strategies: _, ...parts } = care;
    const names = Object.entries(read(parts).strategies).map(([key, { name }]) => [key, name]);
    expect(names).toEqual([
      ["moreHelp", "More help at home"],
      ["lists", "Lists"],
      ["all", "All together"],
    ]);
  });
});

test("the order of strategies, regimes and interventions in a file moves no number", () => {
  const backwards = <Value>(map: Readonly<Record<string, Value>> = {}): Readonly<Record<string, Value>> =>
    Object.fromEntries(Object.entries(map).reverse());
  const regimes = { silo: { decides: "each" as const }, pooled: { decides: "all" as const } };
  const there = read({ ...care, regimes });
  const back = read({
    ...care,
    interventions: backwards(care.interventions),
    strategies: backwards(care.strategies),
    regimes: backwards(regimes),
  });
  expect(Object.keys(there.regimes)).toEqual(["silo", "pooled"]);
  expect(Object.keys(back.regimes)).toEqual(["pooled", "silo"]);
  const rowsOf = (scenario: typeof there) =>
    whoSaves(simulate(scenario, { draws: 300 }))
      .map((row) => JSON.stringify(row))
      .sort();
  expect(rowsOf(back)).toEqual(rowsOf(there));
});

describe("a number", () => {
  const scenario = read(care);

  test("has its label; without one, the words of its address", () => {
    const labels = new Map(
      assumptions(simulate(scenario, { draws: 256 })).map(({ address, label }) => [address, label]),
    );
    expect(labels.get("quantities.effect")).toBe("Share of stays that are not needed");
    expect(labels.get("services.bedDay.cost.council")).toBe("Bed day: cost to Council");
    expect(labels.get("demand.stays")).toBe("Stays");
  });

  test("has it in sensitivity and switching values too", () => {
    expect(sensitivity(scenario)[0]).toMatchObject({
      address: "quantities.effect",
      label: "Share of stays that are not needed",
    });
    const labels = switchingValues(scenario).map(({ label }) => label);
    expect(labels).toContain("Share of stays that are not needed");
  });

  test.each([
    ["services.bedDay.cost.council", "Bed day: cost to Council"],
    ["interventions.moreHelp.effects.less.cut.bedDay", "More help at home: less cut Bed day"],
    ["interventions.lists.costs.nurses.pays.council", "Lists: nurses paid by Council"],
    ["agencies.council.budget.growth", "Council: budget growth"],
    ["cohorts.residents.size", "Residents: size"],
    ["money.inflation", "Inflation"],
  ])("%s is %s", (address, label) => expect(labelOf({ address }, scenario)).toBe(label));
});

describe("the outputs that answer the question", () => {
  test("are carried as they are written; by default there are none", () => {
    expect(read({ ...care, answer: ["decide", "explain:council:1"] }).answer).toEqual(["decide", "explain:council:1"]);
    expect(read(care).answer).toEqual([]);
  });

  test("that do not exist are reported where they are written, all at once", () => {
    const run = simulate(read({ ...care, answer: ["decide", "budget-gpa", "levels", "explain:a:b:c"] }), { draws: 1 });
    expect(() => report(run)).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({
            address: "answer.1",
            what: "There is no output called budget-gpa. Did you mean budget-gap?",
          }),
          expect.objectContaining({ address: "answer.2" }),
          expect.objectContaining({ address: "answer.3", what: "explain:a:b:c has more words than explain takes." }),
        ],
      }),
    );
  });
});

test("a unit that states its plural may be counted by it", () => {
  const text = `
title: Oxen
question: How many?
time: { start: 2025-04-01, years: 1, cycle: year }
money: { priceYear: 2024/25, discount: none }
agencies: { farm: { name: Farm, kind: private } }
cohorts: { herd: { size: 1000, unit: { one: ox, many: oxen } } }
services: { visit: { unit: { one: call by a vet, many: calls by a vet }, cost: { farm: 50 }, cashable: 100% } }
demand: { visits: { to: visit, contacts: 3, per: 100 oxen, every: year } }
interventions: { none: { reaches: everyone } }
`;
  const { scenario } = readScenario(text);
  expect(scenario?.cohorts.herd.unit).toEqual({ one: "ox", many: "oxen" });
  expect(scenario?.services.visit.unit).toEqual({ one: "call by a vet", many: "calls by a vet" });
  expect(readScenario(text.replace("100 oxen", "100 oxes")).problems[0].mend).toBe(
    "Write per: ox, per: 1000 oxen or per: everyone. Or give herd unit: oxe.",
  );
});
