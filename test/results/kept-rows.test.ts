import { expect, test } from "vitest";
import { simulate, whoSaves } from "../../src/index.js";
import { example } from "../support/read.js";

test("rows of whoSaves that a caller changes do not change the next caller's", () => {
  const simulation = simulate(example("gritting/scenario.yaml"), { draws: 2 });
  const rows = whoSaves(simulation);
  const before = structuredClone(rows);
  for (const row of rows) Object.assign(row, { net: 0, name: "" });
  expect(whoSaves(simulation)).toEqual(before);
});
