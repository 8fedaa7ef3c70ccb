import { ScenarioError } from "../../base/problems/problem.js";
import { readData } from "../read.js";
import type { Scenario, Settings } from "../scenario.js";

/** A scenario read again from its form, with other values by address. Throws the problems of a value. */
export const stated = (scenario: Scenario, set: Settings): Scenario => {
  const { scenario: read, problems } = readData(scenario.form, {
    files: scenario.files,
    unitCosts: scenario.unitCosts,
    set,
  });
  if (read !== undefined) return { ...read, set: { ...scenario.set, ...set } };
  throw new ScenarioError(problems.filter(({ severity }) => severity === "error"));
};
