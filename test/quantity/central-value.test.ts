import { expect, test } from "vitest";
import { centralValue } from "../../src/quantity/central-value.js";
import { type Expression, operation, type Quantity, type Trace } from "../../src/quantity/expression.js";

const named = (expressions: Readonly<Record<string, Expression>>): Readonly<Record<string, Quantity>> =>
  Object.fromEntries(
    Object.entries(expressions).map(([name, expression]) => [
      name,
      { address: `quantities.${name}`, expression, bounds: name === "share" ? "share" : "free", written: name },
    ]),
  );

const range: Expression = { kind: "range", address: "a", family: "two-piece", parameters: {}, value: 3 };
const trace: Omit<Trace, "pick"> = { kind: "trace", address: "a", stream: "a", names: ["x", "y"], values: [[1], [4]] };
const nameOf = (name: string): Expression => ({ kind: "name", name });

test.each<[string, Expression, number]>([
  ["a number", 2, 2],
  ["a range, by its value", range, 3],
  ["the start of a run", operation("add", nameOf("t"), operation("add", nameOf("year"), nameOf("cycle"))), 2],
  ["an operation on names", operation("multiply", nameOf("two"), nameOf("ranged")), 6],
  ["a share, limited to 1", nameOf("share"), 1],
  ["a part of a split", { kind: "split", address: "a", parts: 4, part: 0 }, 0.25],
  ["a part of a row of counts", { kind: "row", address: "a", counts: [60, 40], part: 1 }, 0.4],
  ["the mean over traces", { ...trace, pick: "each-year" }, 2.5],
  ["a trace that is picked", { ...trace, pick: { trace: 1 } }, 4],
  ["a step at or below", { kind: "steps", of: nameOf("two"), from: [0, 2, 5], values: [7, 8, 9] }, 8],
  ["a step before the first", { kind: "steps", of: -1, from: [0, 2], values: [7, 8] }, 7],
  ["a value of the last cycle, which is 0 at the start", { kind: "last", measure: "people", of: "x" }, 0],
  ["a quantity inside another", { kind: "quantity", quantity: named({ x: 5 }).x }, 5],
])("the central value of %s", (_, expression, expected) =>
  expect(centralValue(expression, named({ two: 2, ranged: range, share: 1.5 }))).toBe(expected),
);

test("names in a ring, or thousands of names in a row, have no central value", () => {
  expect(centralValue(nameOf("a"), named({ a: nameOf("b"), b: nameOf("a") }))).toBeNaN();
  const chain = Array.from({ length: 9000 }, (_, index) => [`q${index}`, nameOf(`q${index + 1}`)] as const);
  expect(centralValue(nameOf("q0"), named(Object.fromEntries(chain)))).toBeNaN();
});

test("a name that is read many times is computed once", () => {
  const doubled = (name: string): Expression => operation("add", nameOf(name), nameOf(name));
  const chain = Array.from({ length: 50 }, (_, index) => [`q${index}`, doubled(`q${index + 1}`)] as const);
  expect(centralValue(nameOf("q0"), named({ ...Object.fromEntries(chain), q50: 1 }))).toBe(2 ** 50);
});
