import { childrenOf, type Expression } from "../../quantity/expression.js";
import type { Scenario } from "../scenario.js";

type Quantities = Scenario["quantities"];

const isTimeIn = (part: Expression, state: string): boolean =>
  typeof part === "object" && part.kind === "last" && part.measure === "since" && part.of === state;

/** The parts of an expression, and of the named quantities in it. Rings of names are reported elsewhere. */
const partsOf = (
  expression: Expression,
  quantities: Quantities,
  seen: readonly string[] = [],
): readonly Expression[] => {
  const inner =
    typeof expression === "object" && expression.kind === "name" && !seen.includes(expression.name)
      ? (quantities[expression.name]?.expression ?? [])
      : childrenOf(expression);
  const names = typeof expression === "object" && expression.kind === "name" ? [...seen, expression.name] : seen;
  return [expression, ...[inner].flat().flatMap((part) => partsOf(part, quantities, names))];
};

/** The states in which a person's time is read by an expression, or by the quantities it names. */
export const statesSince = (expression: Expression, quantities: Quantities): readonly string[] => [
  ...new Set(
    partsOf(expression, quantities).flatMap((part) =>
      typeof part === "object" && part.kind === "last" && part.measure === "since" ? [part.of] : [],
    ),
  ),
];

const comparisons = ["smaller", "smallerEq", "larger", "largerEq", "equal", "unequal"];

/** The smallest part of a year: what holds at a time no longer holds later. */
const justAfter = 1e-6;

/** The years in a state from which on an expression changes no more: 5 for `since.ill < 5 ? 2 : 1`. */
export const lastChange = (
  expression: Expression,
  state: string,
  quantities: Quantities,
  seen: readonly string[] = [],
): number => {
  if (typeof expression === "number") return 0;
  if (isTimeIn(expression, state)) return Number.POSITIVE_INFINITY;
  const inside = (part: Expression): number => lastChange(part, state, quantities, seen);
  if (expression.kind === "name") {
    const { name } = expression;
    const named = seen.includes(name) ? undefined : quantities[name];
    return named ? lastChange(named.expression, state, quantities, [...seen, name]) : 0;
  }
  if (expression.kind === "steps" && isTimeIn(expression.of, state)) return Math.max(0, ...expression.from);
  if (expression.kind === "apply") {
    const limit = expression.to.find((part) => typeof part === "number");
    const readsIt = expression.to.length === 2 && expression.to.some((part) => isTimeIn(part, state));
    if (readsIt && typeof limit === "number") {
      if (comparisons.includes(expression.operation)) return limit + justAfter;
      if (expression.operation === "min") return limit;
    }
  }
  return Math.max(0, ...childrenOf(expression).map(inside));
};
