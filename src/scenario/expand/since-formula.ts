import { childrenOf, type Expression } from "../../quantity/expression.js";
import type { Scenario } from "../scenario.js";

type Quantities = Scenario["quantities"];

const isTimeIn = (part: Expression, state: string): boolean =>
  typeof part === "object" && part.kind === "last" && part.measure === "since" && part.of === state;

/** The states in which a person's time is read by an expression, or by the quantities it names. */
export const statesSince = (expression: Expression, quantities: Quantities): readonly string[] => {
  const states = new Set<string>();
  const named = new Set<string>();
  const open = [expression];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (typeof part === "number") continue;
    if (part.kind === "last" && part.measure === "since") states.add(part.of);
    if (part.kind !== "name") for (const child of childrenOf(part).toReversed()) open.push(child);
    else if (!named.has(part.name) && Object.hasOwn(quantities, part.name)) {
      named.add(part.name);
      open.push(quantities[part.name].expression);
    }
  }
  return [...states];
};

const comparisons = ["smaller", "smallerEq", "larger", "largerEq", "equal", "unequal"];

/** The smallest part of a year: what holds at a time no longer holds later. */
const justAfter = 1e-6;

/** The years in a state from which on an expression changes no more: 5 for `since.ill < 5 ? 2 : 1`. */
export const lastChange = (expression: Expression, state: string, quantities: Quantities): number => {
  if (typeof expression === "number") return 0;
  if (isTimeIn(expression, state)) return Number.POSITIVE_INFINITY;
  const inside = (part: Expression): number => lastChange(part, state, quantities);
  if (expression.kind === "name") {
    const named = quantities[expression.name];
    return named ? inside(named.expression) : 0;
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
