import { describe, expect, test } from "vitest";
import { ScenarioError } from "../../src/base/problems/problem.js";
import { defineScenario } from "../../src/scenario/define.js";
import { asRead, asWritten, peopled, right } from "./define-right.types.js";
import { wrong } from "./define-wrong.types.js";

const thrown = (run: () => unknown): ScenarioError => {
  try {
    run();
  } catch (error) {
    if (error instanceof ScenarioError) return error;
  }
  throw new Error("No ScenarioError was thrown.");
};

const scenario = (contacts: string, years = 1) =>
  defineScenario({
    title: "Grit",
    question: "Who saves?",
    time: { start: "2025-10-01", years, cycle: "week" },
    money: { priceYear: "2024/25", discount: "none" },
    agencies: { hospital: { name: "Hospital", kind: "local" } },
    cohorts: { residents: { size: 1000 } },
    services: { bed: { unit: "night", cost: { hospital: 100 }, cashable: 1 } },
    demand: { falls: { to: "bed", contacts, per: "person", every: "year" } },
    interventions: { grit: { reaches: "everyone", deadweight: 0, effects: { cut: { cut: { bed: "50%" } } } } },
  });

describe("defineScenario(source)", () => {
  test("gives the same scenario as a file with the same keys", () => {
    expect(scenario("0.4").demand.falls).toMatchObject({ to: "bed", by: { per: { cohort: "residents" } } });
    expect(scenario("0.4").form.title).toBe("Grit");
  });

  test("accepts names of every kind", () => {
    expect(Object.keys(right().strategies)).toEqual(["grit", "both"]);
  });

  test("accepts all keys of people", () => {
    expect(peopled().cohorts.clients.dimensions.map(({ name }) => name)).toEqual(["drugs", "housing"]);
  });

  test("refuses at run time what an editor marks as wrong", () => {
    expect([asWritten, ...asRead]).not.toContain(false);
    expect(wrong).toThrow(ScenarioError);
  });

  test("throws all problems at once, each with its address, with all of them in the message", () => {
    const error = thrown(() => scenario("fals * 2", 0));
    expect(error.name).toBe("ScenarioError");
    expect(error.problems.map(({ address }) => address)).toEqual(["time.years"]);
    expect(thrown(() => scenario("fals * 2")).message).toBe(
      'error: demand.falls\n  In the formula "fals * 2", there is no quantity called fals. There are t,\n  year and cycle.',
    );
  });

  test("reads the texts of files, and values by address", () => {
    const parts = {
      title: "Cold",
      question: "Who saves?",
      time: { start: "2025-10-01", years: 1, cycle: "quarter" },
      money: { priceYear: "2024/25", discount: "none" },
      quantities: { temperature: { file: "t.csv", trace: "winter", column: "t", beyond: 15 } },
      agencies: { hospital: { name: "Hospital", kind: "local" } },
      cohorts: { residents: { size: 1000 } },
      interventions: { grit: { reaches: "everyone" } },
    } as const;
    expect(() => defineScenario(parts)).toThrow(/There is no file t\.csv/);
    const files = { "t.csv": "winter,t\n2009/10,4\n2010/11,2\n" };
    const { quantities, cohorts } = defineScenario(parts, { files, set: { "cohorts.residents.size": 5 } });
    expect(quantities.temperature.expression).toMatchObject({ kind: "trace", names: ["2009/10", "2010/11"] });
    expect(cohorts.residents.size.expression).toBe(5);
  });
});
