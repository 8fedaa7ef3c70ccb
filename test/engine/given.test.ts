import { expect, test } from "vitest";
import { gritting } from "who-saves/examples";
import { simulate } from "../../src/engine/simulate.js";
import { readScenario } from "../../src/scenario/read.js";

test.each<[string, unknown, string]>([
  ["nothing", undefined, "There is no scenario."],
  ["a text", "title: Grit", "This is a text, not a scenario: read it by readScenario."],
  ["what readScenario returns", readScenario("title: Grit"), "This is what readScenario returns, not a scenario"],
  ["a simulation", simulate(gritting, { draws: 1 }), "This is a simulation, not a scenario: pass its .scenario."],
  ["another object", { title: "Grit" }, "A scenario is what defineScenario returns"],
])("simulate says what %s is in place of a scenario", (_, given, message) => {
  expect(() => Reflect.apply(simulate, undefined, [given])).toThrow(message);
});

test("what was made here is not looked through again, and a copy of it is", () => {
  const copy = { ...gritting, agencies: undefined };
  expect(() => Reflect.apply(simulate, undefined, [copy])).toThrow("A scenario is what defineScenario returns");
});
