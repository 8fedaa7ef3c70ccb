import type { Expression, Quantity } from "../../src/quantity/quantity.js";
import type { Intervention } from "../../src/scenario/interventions/intervention.js";
import type { Per } from "../../src/scenario/people/cohort.js";
import { mapQuantities } from "../../src/scenario/quantities.js";
import type { Scenario } from "../../src/scenario/scenario.js";

/** An expression with every part of it changed, the innermost first; a whole number inside it is left to `mapQuantities`. */
const mapExpression = (expression: Expression, change: (part: Expression) => Expression): Expression => {
  if (typeof expression === "number") return change(expression);
  if ("apply" in expression)
    return change({ ...expression, to: expression.to.map((part) => mapExpression(part, change)) });
  if ("steps" in expression)
    return change({ steps: { ...expression.steps, of: mapExpression(expression.steps.of, change) } });
  return change(expression);
};

/** A scenario with every part of every number's expression changed. */
export const mapExpressions = (
  scenario: Scenario,
  change: (part: Expression, quantity: Quantity) => Expression,
): Scenario =>
  mapQuantities(scenario, (quantity) => ({
    ...quantity,
    expression: mapExpression(quantity.expression, (part) => change(part, quantity)),
  }));

/** A scenario in which formulas read last cycle's people, contacts or spend through a function, such as half of it or a constant. */
export const mapReadings = (
  scenario: Scenario,
  kinds: readonly string[],
  change: (reading: Expression) => Expression,
): Scenario =>
  mapExpressions(scenario, (part) =>
    typeof part === "object" && "last" in part && kinds.includes(part.last) ? change(part) : part,
  );

/** So many times an expression. */
export const times = (factor: number, expression: Expression): Expression => ({
  apply: "multiply",
  to: [factor, expression],
});

/** A scenario with its interventions changed. */
export const mapInterventions = (scenario: Scenario, change: (each: Intervention) => Intervention): Scenario => ({
  ...scenario,
  interventions: Object.fromEntries(Object.entries(scenario.interventions).map(([name, each]) => [name, change(each)])),
});

/** A scenario in which what was per everyone is per so many people. */
export const perPeople = (scenario: Scenario, people: number): Scenario => {
  const fixed = (per: Per): Per => (per.people === "everyone" ? { ...per, people } : per);
  const causes = Object.entries(scenario.demand).map(([name, cause]) => {
    const { by } = cause;
    return [name, "per" in by ? { ...cause, by: { ...by, per: fixed(by.per) } } : cause] as const;
  });
  return mapInterventions({ ...scenario, demand: Object.fromEntries(causes) }, (each) => ({
    ...each,
    lines: each.lines.map((line) => (typeof line.per === "object" ? { ...line, per: fixed(line.per) } : line)),
  }));
};

/** A number that is the same in every draw. */
export const fixedQuantity = (address: string, value: number): Quantity => ({
  address,
  expression: value,
  bounds: "share",
  written: String(value),
});
