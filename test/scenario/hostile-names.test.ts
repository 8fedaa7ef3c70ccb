import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { expectations } from "../../src/experiments/expectations.js";
import { readDocument } from "../../src/scenario/document.js";
import { readScenario } from "../../src/scenario/read.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { whoSaves } from "../cli/who-saves.js";
import { centralNumbers } from "../support/central-numbers.js";
import { read, scenarioIn } from "../support/read.js";
import { hostileWords } from "../support/renamed.js";

const folder = "test/scenario/names";
const textOf = (file: string): string => readFileSync(`${folder}/${file}.yaml`, "utf8");
const problemsOf = (file: string) => readScenario(textOf(file), { file }).problems;

describe("a name that is a word of the house changes no result", () => {
  test.each(["quantity-named-deadweight", "quantity-named-other"])("%s: gross is £50,000", (file) => {
    const [row] = expectations(scenarioIn(readScenario(textOf(file))));
    expect(row).toMatchObject({ what: "gross", found: 50_000, holds: true });
  });

  test.each(["effect-named-raise", "effect-named-other"])("%s: the minus is the problem", (file) => {
    expect(problemsOf(file).map(({ mend }) => mend)).toEqual([
      "For a cost that rises, write costsMore; a range may reach below 0.",
    ]);
  });

  test.each(["family-guess", "family-right"])("%s: the problem is at the share rule", (file) => {
    const [problem, ...others] = problemsOf(file).filter(({ severity }) => severity === "error");
    expect(problem).toMatchObject({ address: "regimes.mine.share", place: { line: 21 } });
    expect(others).toEqual([]);
  });

  test("two-files: each problem is about its own file", async () => {
    const { stderr } = await whoSaves(["check", "two-files.yaml"], folder);
    expect(stderr.match(/There is no file .*/g)).toEqual([
      "There is no file cold.csv in this folder.",
      "There is no file very-cold.csv in this folder.",
    ]);
    expect(problemsOf("two-files").map(({ file }) => file)).toEqual(["cold.csv", "very-cold.csv"]);
  });
});

/** A scenario with one name of each kind. */
const usual = {
  agency: "council",
  cohort: "tenants",
  state: "well",
  service: "visit",
  quantity: "reached",
  cause: "visits",
  intervention: "calls",
  cost: "phone",
  effect: "fewer",
  strategy: "alone",
  regime: "mine",
  source: "study",
  expectation: "saved",
};

const scenarioWith = (names: typeof usual): ScenarioForm => {
  const { agency, cohort, state, service, quantity, cause, intervention, source } = names;
  return {
    title: "Names",
    question: "What is saved?",
    time: { start: "2026-04-01", years: 2, cycle: "year" },
    money: { priceYear: "2024/25", discount: "none" },
    sources: { [source]: { title: "A study" } },
    quantities: { [quantity]: { value: 0.5, source } },
    agencies: { [agency]: { name: "The council", kind: "local", budget: { perYear: 100_000 }, whenShort: "ration" } },
    cohorts: {
      [cohort]: {
        size: 1000,
        states: { [state]: "80%", zz: "20%" },
        moves: { [`${state} -> zz`]: { hazard: 0.1 }, [`zz -> ${state}`]: { hazard: `0.2 * ${quantity}` } },
      },
    },
    services: { [service]: { unit: "visit", cost: { [agency]: { value: 100, source } }, cashable: "50%" } },
    demand: {
      [cause]: { to: service, contacts: `1 + people.${state} / people.${cohort}`, per: "person", every: "year" },
    },
    interventions: {
      [intervention]: {
        reaches: "everyone",
        deadweight: "20%",
        costs: { [names.cost]: { pays: { [agency]: 10_000 }, in: "year 1" } },
        effects: { [names.effect]: { cut: { [service]: `1 - ${quantity}` } } },
      },
    },
    strategies: { [names.strategy]: [intervention] },
    regimes: { [names.regime]: { decides: "each", share: { leadKeeps: { lead: agency } } } },
    expect: { [names.expectation]: { what: "gross", strategy: names.strategy, equals: 0, within: 0 } },
  };
};

describe("a scenario with one name of each kind gives the same central numbers under a word of the house", () => {
  const numbers = centralNumbers(read(scenarioWith(usual)));

  // Three of the words for each kind, so that the test is fast.
  test.each(Object.keys(usual).map((kind, at) => [kind, at] as const))("%s", (kind, at) => {
    for (const word of [0, 1, 2].map((step) => hostileWords[(3 * at + step) % hostileWords.length]))
      expect(centralNumbers(read(scenarioWith({ ...usual, [kind]: word }))), word).toEqual(numbers);
  });

  test("a document reads these words as names", () => {
    const text = JSON.stringify(scenarioWith({ ...usual, service: "capacity", effect: "raise" }));
    expect(readDocument(text, "names.json").problems).toEqual([]);
  });
});
