import { inspect } from "node:util";
import { expect, test } from "vitest";
import { gritting, twoWinters } from "who-saves/examples";
import { simulate } from "../../src/engine/simulate.js";
import { simulateAsync } from "../../src/engine/simulate-async.js";
import { simulationFromJson, simulationToJson } from "../../src/engine/simulation-json.js";
import { compile } from "../../src/experiments/compile.js";
import { defineScenario } from "../../src/scenario/define.js";
import { readScenario } from "../../src/scenario/read.js";
import type { Scenario } from "../../src/scenario/scenario.js";

test("a notebook and a console show a run as one line without what a terminal obeys; its keys stay", () => {
  const run = simulate({ ...gritting, title: "Grit\u001b[2J" }, { draws: 1024 });
  const line = "Grit[2J: Extra gritting rounds, 1,024 draws. display(run) of who-saves/report shows the answer.";
  expect(inspect(run)).toBe(line);
  expect(Object.getOwnPropertyDescriptor(run, Symbol.for("Jupyter.display"))?.value()).toEqual({ "text/plain": line });
  expect(String(run)).toBe(line);
  expect(Object.keys(run)).toEqual(["scenario", "settings", "central", "drawn", "warnings"]);
  expect(structuredClone(run)).toEqual(run);
});

const once = { draws: 1 };
const { form, files } = gritting;
const read = readScenario(JSON.stringify(form), { files }).scenario ?? gritting;

test.each<[string, () => Scenario | Promise<Scenario>]>([
  ["of an example", () => gritting],
  ["that was defined", () => defineScenario(form, { files })],
  ["read from a text", () => read],
  ["read from data", () => readScenario(form, { files }).scenario ?? gritting],
  ["of a run", () => simulate(read, once).scenario],
  ["of a run under funding rules", () => simulate(read, { ...once, regime: "silo" }).scenario],
  ["of a run that does not hold the page", async () => (await simulateAsync(read, once)).scenario],
  ["of a run that was compiled", () => compile(read, once).run({ "quantities.effect": "50%" }).scenario],
])("a scenario %s shows as one line; its keys stay", async (_, made) => {
  const scenario = await made();
  const line = "Grit more of Camden's footways: 3 agencies, 1 strategy and 25 numbers. simulate(scenario) runs it.";
  expect(inspect(scenario)).toBe(line);
  expect(Object.getOwnPropertyDescriptor(scenario, Symbol.for("Jupyter.display"))?.value()["text/plain"]).toBe(line);
  expect(`${scenario}`).toBe(line);
  expect(Object.keys(scenario).sort()).toEqual(Object.keys(gritting).sort());
  expect(structuredClone(scenario)).toEqual(scenario);
});

test("a scenario shows as one line after its draws were weighed, and so does a run from JSON", () => {
  expect(String(simulate(twoWinters, { draws: 256 }).scenario)).toMatch(/^What two winters say/);
  const run = simulate(gritting, once);
  expect(String(simulationFromJson(simulationToJson(run)))).toBe(String(run));
});
