import { unreachable } from "../base/records.js";
import type { Expression, Quantity } from "./expression.js";

/**
 * A replacer for `JSON.stringify` that prints expressions as `check --expanded` documents them: the key of a node names
 * its kind, as in `{ "range": { … } }`. It leaves all other values as they are.
 */
export const expressionReplacer = (_key: string, value: unknown): unknown =>
  isQuantity(value) ? { ...value, expression: printed(value.expression) } : value;

const isQuantity = (value: unknown): value is Quantity =>
  typeof value === "object" &&
  value !== null &&
  "expression" in value &&
  "written" in value &&
  typeof value.written === "string";

const printed = (expression: Expression): unknown => {
  if (typeof expression === "number") return expression;
  const { kind, ...fields } = expression;
  switch (expression.kind) {
    case "name":
    case "quantity":
      return fields;
    case "last":
      return { last: expression.measure, of: expression.of };
    case "apply":
      return { apply: expression.operation, to: expression.to.map(printed) };
    case "steps":
      return { steps: { ...fields, of: printed(expression.of) } };
    case "range":
    case "split":
    case "row":
    case "trace":
      return { [kind]: fields };
    default:
      return unreachable(expression);
  }
};
