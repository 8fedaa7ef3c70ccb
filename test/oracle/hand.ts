import { expect } from "vitest";
import type { Scenario, ScenarioForm } from "../../src/scenario/scenario.js";
import { read } from "../support/read.js";
import { centralDraws } from "./draws.js";
import { account, groupKey } from "./oracle.js";

/** A scenario of one council, one hospital and 1000 people over two years of quarters. `parts` replace its own. */
export const scenarioOf = (parts: Partial<ScenarioForm>, files: Readonly<Record<string, string>> = {}): Scenario => {
  const form: ScenarioForm = {
    title: "A hand sum",
    question: "Does the oracle do what a pencil does?",
    time: { start: "2025-01-01", years: 2, cycle: "quarter" },
    money: { priceYear: "2024/25", discount: "none" },
    agencies: { council: { name: "Council", kind: "local" }, hospital: { name: "Hospital", kind: "local" } },
    cohorts: { residents: { size: 1000 } },
    services: { bed: { unit: "night", cost: { hospital: 100 }, cashable: 0.25 } },
    demand: { falls: { to: "bed", contacts: 0.4, per: "person", every: "year" } },
    interventions: { grit: { reaches: "everyone", deadweight: 0, effects: { cut: { cut: { bed: 0.5 } } } } },
    ...parts,
  };
  return read(form, {}, files);
};

/** One intervention that reaches everyone, with some parts. */
export const grit = (parts: object): Partial<ScenarioForm> => ({
  interventions: { grit: { reaches: "everyone", deadweight: 0, ...parts } },
});

/** One intervention that halves the nights in a bed, with its own timing. */
export const cut = (parts: object): Partial<ScenarioForm> =>
  grit({ effects: { cut: { cut: { bed: 0.5 }, ...parts } } });

/** The account of a strategy in the first central draw. */
export const centrally = (scenario: Scenario, strategy = "grit") =>
  account(scenario, strategy, centralDraws(scenario)[0]);
/** The money of a line in it. */
export const line = (scenario: Scenario, key: string, strategy = "grit") =>
  centrally(scenario, strategy).lines.get(key);
/** Numbers that are the same but for rounding. */
export const near = (values: readonly number[]): unknown => values.map((value) => expect.closeTo(value, 9));

/** One intervention that enrols people of the only cohort, with some parts. */
export const taking = (reaches: object, parts: object = {}): Partial<ScenarioForm> => ({
  interventions: {
    grit: {
      reaches: { people: 100, who: "anyone", stay: "to the end", ...reaches },
      deadweight: 0,
      ...parts,
    } as ScenarioForm["interventions"][string],
  },
});

/** The mean number of residents counted in each year: all not gone, or only in a state or in the intervention. */
export const people = (scenario: Scenario, of: { state?: string; intervention?: string } = {}, strategy = "grit") =>
  centrally(scenario, strategy).people.get(groupKey("residents", of.state ?? null, of.intervention ?? null));
