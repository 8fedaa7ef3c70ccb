import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { plausibility } from "../../src/report/plausibility/plausibility.js";
import { readScenario } from "../../src/scenario/read.js";
import { scenarioIn } from "../support/read.js";

const handrails = readFileSync("test/meant/handrails.yaml", "utf8");

const doubtsWith = (before: string, after: string): readonly string[] => {
  expect(handrails).toContain(before);
  const scenario = scenarioIn(readScenario(handrails.replace(before, () => after)));
  return [...scenario.warnings, ...plausibility(scenario).warnings].map(({ address, what }) => `${address}: ${what}`);
};

const cut = "{ value: 25%, low: 10%, high: 40%, source: assumption }";
const pays = "{ value: 150, low: 120, high: 200, source: assumption }";
const effect = `cut: { admission: ${cut} }\n        ramp: 1 year`;

describe("a slip that makes a result wrong by a factor does not read clean", () => {
  test.each([
    // 80 admissions of £3,000 in each of 5 years are £1.2m; £2m a year less 20% is £8m.
    [
      effect,
      "saves: { hospital: 2000000 }\n        every: year\n        cashable: 15%",
      "saves hospital £8.00m in all",
    ],
    ["size: 2000", "size: 2000, growth: 25%", "residents grows from 2,000 people in year 1 to 4,883"],
    ["size: 2000", "size: 2000, entrants: 1500", "residents grows from 2,000 people in year 1 to 8,000"],
    ["size: 2000", "size: 10%", "residents has 0.1 people"],
    ["ramp: 1 year", "lag: 3 years\n        until: 2 years", "This has no size in any year of the run."],
    ["ramp: 1 year", "ramp: 10 years", "This reaches 50% of its full size at most"],
    [cut, "{ value: 4%, low: 0.1%, high: 99%, source: assumption }", "far from its value"],
    [pays, "{ value: 150, low: 15, high: 15000, source: assumption }", "The mean of 150 (15 to 15000) is about 2,200"],
    // 40 weeks a month, read as 40 a year: 480 are asked for in each of 5 years.
    [
      "unit: week",
      "unit: week\n    capacity: { contacts: 40, every: year }",
      "200 contacts are served in all, and 2,200",
    ],
    [
      "    effects:",
      "    grants:\n      help: { from: hospital, to: council, pounds: 60000, every: month }\n    effects:",
      "council is granted £3.60m in all, and pays £300,000.",
    ],
    ["demand:\n", "quantities:\n  reduction: 25%\ndemand:\n", "No number of the scenario reads reduction."],
    ["reaches: everyone", "reaches: { people: 500, who: anyone, stay: 1 month }", "This is 1 cycles of a month"],
    ["cut: { admission:", "raise: { admission:", "No effect of this intervention reads its deadweight"],
    [
      "size: 2000",
      "size: 2000, states: { well: 100%, ill: 0%, dead: 0% }, moves: { well -> ill: { hazard: 0.1 } }",
      "Nobody is ever dead",
    ],
  ])("%s: %s", (before, after, doubt) =>
    expect(doubtsWith(before, after)).toContainEqual(expect.stringContaining(doubt)),
  );

  test("an effect that averts nearly all contacts", () => {
    const text = handrails
      .replace(cut, "100%")
      .replace(/deadweight: .*/, "deadweight: 0")
      .replace("ramp: 1 year", "");
    const { warnings } = plausibility(scenarioIn(readScenario(text)));
    // 400 admissions in five years; what follows from those before the start is under way.
    expect(warnings[0]?.what).toBe("Under handrails 0 contacts of Admission remain of 400.");
  });

  test("a series of years that is read as years picked at random", () => {
    const file = "place,year,pounds\nNorth,2020,100\nNorth,2021,110\nNorth,2022,125\nNorth,2023,150\nNorth,2024,200\n";
    const text = handrails
      .replace("start: 2026-04-01, years: 5, cycle: month", "start: 2020-04-01, years: 5, cycle: year")
      .replace("    after: 1 month\n", "")
      .replace("demand:\n", "quantities:\n  cost: { file: c.csv, trace: year, column: pounds, beyond: 0 }\ndemand:\n")
      .replace(pays, "cost");
    const scenario = scenarioIn(readScenario(text, { files: { "c.csv": file } }));
    expect(plausibility(scenario).warnings[0]).toMatchObject({
      address: "quantities.cost",
      what: "2020 to 2024 look like a series, and each run picks among them at random.",
    });
  });
});

describe("unusual numbers that are right have nothing to say", () => {
  test.each([
    ["size: 2000", "size: 12"],
    ["size: 2000", "size: 2000, growth: 8%"],
    ["ramp: 1 year", "ramp: 5 years"],
    ["ramp: 1 year", "until: 3 years"],
    [cut, "60%"],
    [pays, "{ value: 150, low: 60, high: 500, source: assumption }"],
    ["unit: week", "unit: week\n    capacity: { contacts: 300, every: year }"],
  ])("%s: %s", (before, after) => expect(doubtsWith(before, after)).toEqual([]));
});
