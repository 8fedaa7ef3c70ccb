import { expect, test } from "vitest";
import { type Expression, operation, type Quantity } from "../../src/quantity/expression.js";
import { expressionReplacer } from "../../src/quantity/expression-json.js";

const quantityOf = (expression: Expression): Quantity => ({ address: "a", expression, bounds: "free", written: "x" });

test.each<[Expression, unknown]>([
  [2, 2],
  [{ kind: "name", name: "t" }, { name: "t" }],
  [
    { kind: "last", measure: "people", of: "well" },
    { last: "people", of: "well" },
  ],
  [
    operation("add", 1, operation("abs", { kind: "name", name: "t" })),
    { apply: "add", to: [1, { apply: "abs", to: [{ name: "t" }] }] },
  ],
  [
    { kind: "range", address: "a", family: "normal", parameters: { mean: 1, sd: 2 }, value: 1 },
    { range: { address: "a", family: "normal", parameters: { mean: 1, sd: 2 }, value: 1 } },
  ],
  [{ kind: "split", address: "a", parts: 2, part: 0 }, { split: { address: "a", parts: 2, part: 0 } }],
  [{ kind: "row", address: "a", counts: [1, 2], part: 1 }, { row: { address: "a", counts: [1, 2], part: 1 } }],
  [
    { kind: "trace", address: "a", stream: "s", names: ["x"], values: [[1]], pick: "once" },
    { trace: { address: "a", stream: "s", names: ["x"], values: [[1]], pick: "once" } },
  ],
  [
    { kind: "steps", of: { kind: "name", name: "t" }, from: [0], values: [7] },
    { steps: { of: { name: "t" }, from: [0], values: [7] } },
  ],
  [
    { kind: "quantity", quantity: quantityOf({ kind: "name", name: "t" }) },
    { quantity: { address: "a", expression: { name: "t" }, bounds: "free", written: "x" } },
  ],
])("%j is printed as %j", (expression, json) => {
  const scenario = { services: { expression: { cost: quantityOf(expression) } } };
  expect(JSON.parse(JSON.stringify(scenario, expressionReplacer))).toEqual({
    services: { expression: { cost: { address: "a", expression: json, bounds: "free", written: "x" } } },
  });
});
