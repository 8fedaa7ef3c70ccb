import { type Expression, mapExpression, operation, type Quantity } from "../../src/quantity/expression.js";
import type { Intervention } from "../../src/scenario/interventions/intervention.js";
import type { Per } from "../../src/scenario/people/per.js";
import { mapQuantities } from "../../src/scenario/quantities.js";
import type { Scenario } from "../../src/scenario/scenario.js";

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
    typeof part === "object" && part.kind === "last" && kinds.includes(part.measure) ? change(part) : part,
  );

/** So many times an expression. */
export const times = (factor: number, expression: Expression): Expression => operation("multiply", factor, expression);

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
