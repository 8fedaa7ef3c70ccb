import { inspect } from "node:util";
import { expect, test } from "vitest";
import { gritting } from "../../examples/index.js";
import { read } from "../../examples/modules/read.js";
import { example } from "../support/read.js";

test("an example is read when something of it is first looked at", () => {
  const flawed = read("title: no more than this");
  expect(Object.keys(flawed)).toContain("agencies");
  expect(() => flawed.agencies).toThrow("agencies");
});

test("an example has the keys and the parts of a scenario that is read, in their order", () => {
  const scenario = example("gritting/scenario.yaml");
  expect(Object.keys(gritting)).toEqual(Object.keys(scenario));
  expect({ ...gritting.cohorts, ...gritting.services }).toEqual({ ...scenario.cohorts, ...scenario.services });
});

test("a copy of an example is plain data, and a console shows what is in it", () => {
  const copy = structuredClone(gritting);
  expect(Object.getOwnPropertyDescriptor(copy, "title")?.value).toBe(gritting.title);
  expect(inspect(gritting, { depth: 0 })).toContain(gritting.title);
  expect(Object.isFrozen(gritting)).toBe(true);
});
