import { expect, test } from "vitest";
import { centralValue } from "../../src/quantity/central-value.js";
import type { Expression, Quantity } from "../../src/quantity/quantity.js";

const named = (expressions: Readonly<Record<string, Expression>>): Readonly<Record<string, Quantity>> =>
  Object.fromEntries(
    Object.entries(expressions).map(([name, expression]) => [
      name,
      { address: `quantities.${name}`, expression, bounds: name === "share" ? "share" : "free", written: name },
    ]),
  );

const range = { range: { address: "a", family: "two-piece", parameters: {}, value: 3 } } as const;
const trace = { address: "a", stream: "a", names: ["x", "y"], values: [[1], [4]] };

test.each<[string, Expression, number]>([
  ["a number", 2, 2],
  ["a range, by its value", range, 3],
  [
    "the start of a run",
    { apply: "add", to: [{ name: "t" }, { apply: "add", to: [{ name: "year" }, { name: "cycle" }] }] },
    2,
  ],
  ["an operation on names", { apply: "multiply", to: [{ name: "two" }, { name: "ranged" }] }, 6],
  ["a share held to 1", { name: "share" }, 1],
  ["a part of a split", { split: { address: "a", parts: 4, part: 0 } }, 0.25],
  ["a part of a row of counts", { row: { address: "a", counts: [60, 40], part: 1 } }, 0.4],
  ["the mean over traces", { trace: { ...trace, pick: "each-year" } }, 2.5],
  ["a trace that is picked", { trace: { ...trace, pick: { trace: 1 } } }, 4],
  ["a step at or below", { steps: { of: { name: "two" }, from: [0, 2, 5], values: [7, 8, 9] } }, 8],
  ["a step before the first", { steps: { of: -1, from: [0, 2], values: [7, 8] } }, 7],
  ["nothing was read of a last cycle", { last: "people", of: "x" }, 0],
  ["a number in another", { quantity: named({ x: 5 }).x }, 5],
])("the central value of %s", (_, expression, expected) =>
  expect(centralValue(expression, named({ two: 2, ranged: range, share: 1.5 }))).toBe(expected),
);

test("what is made of itself, or hangs on thousands in a row, is no number", () => {
  expect(centralValue({ name: "a" }, named({ a: { name: "b" }, b: { name: "a" } }))).toBeNaN();
  const chain = Array.from({ length: 9000 }, (_, index) => [`q${index}`, { name: `q${index + 1}` }] as const);
  expect(centralValue({ name: "q0" }, named(Object.fromEntries(chain)))).toBeNaN();
});

test("what hangs on the same twice, over and over, is worked out once", () => {
  const doubled = (name: string): Expression => ({ apply: "add", to: [{ name }, { name }] });
  const chain = Array.from({ length: 50 }, (_, index) => [`q${index}`, doubled(`q${index + 1}`)] as const);
  expect(centralValue({ name: "q0" }, named({ ...Object.fromEntries(chain), q50: 1 }))).toBe(2 ** 50);
});
