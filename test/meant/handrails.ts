import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { plausibility } from "../../src/report/plausibility/plausibility.js";
import { readScenario } from "../../src/scenario/read.js";
import { scenarioIn } from "../support/read.js";

/** A right file, for slips. */
export const handrails = readFileSync("test/meant/handrails.yaml", "utf8");

export const readable = (text: string) => scenarioIn(readScenario(text));

/** Where a scenario looks wrong, and why. */
export const doubtsOf = (scenario: Parameters<typeof plausibility>[0]) =>
  plausibility(scenario).warnings.map(({ address, what }) => `${address}: ${what}`);

/** What is said about the file with some text in place of another. */
export const doubtsWith = (before: string, after: string): readonly string[] => {
  expect(handrails).toContain(before);
  const scenario = scenarioIn(readScenario(handrails.replace(before, () => after)));
  return [...scenario.warnings, ...plausibility(scenario).warnings].map(({ address, what }) => `${address}: ${what}`);
};

// Texts of the file.
export const cut = "{ value: 25%, low: 10%, high: 40%, source: assumption }";
export const pays = "{ value: 150, low: 120, high: 200, source: assumption }";
export const admission = "{ value: 3000, low: 2400, high: 3600, source: assumption }";
export const effect = `cut: { admission: ${cut} }\n        ramp: 1 year`;
export const question = "If the council fits handrails, who saves?";
export const hospital = "{ name: The hospital, kind: local }";
