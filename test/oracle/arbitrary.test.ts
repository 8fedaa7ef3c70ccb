import fc from "fast-check";
import { expect, test } from "vitest";
import { readData } from "../../src/scenario/read.js";
import { read } from "../support/read.js";
import { scenarioForm } from "./arbitrary.js";
import { centralDraws } from "./draws.js";
import { account } from "./oracle.js";

test("every random scenario reads without an error", () => {
  fc.assert(
    fc.property(scenarioForm, (form) => {
      const { problems } = readData(form, {}, {});
      expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test("random scenarios are finite, and most of them change something", () => {
  const changed = fc.sample(scenarioForm, { numRuns: 30, seed: 1 }).map((form) => {
    const scenario = read(form);
    const [draw] = centralDraws(scenario);
    const accounts = Object.keys(scenario.strategies).map((strategy) => account(scenario, strategy, draw));
    const told = accounts.flatMap(({ lines }) => [...lines]);
    for (const [key, { money, present }] of told)
      if (![...money, ...present].every(Number.isFinite))
        throw new Error(`${key} is ${money} in ${JSON.stringify(form)}`);
    return told.some(
      ([key, { money }]) =>
        / services\..* (avoided|cheaper)$/.test(key) && money.some((amount) => Math.abs(amount) > 1),
    );
  });
  expect(changed.filter(Boolean).length).toBeGreaterThan(16);
});
