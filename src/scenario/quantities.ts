import { unreachable } from "../base/records.js";
import { childrenOf, type Expression, type Quantity } from "../quantity/expression.js";
import type { Scenario } from "./scenario.js";

/** Every number of a scenario, by its address, sorted: its path in the file, which names it everywhere. */
export const quantitiesOf = (scenario: Scenario): ReadonlyMap<string, Quantity> => {
  const { quantities, agencies, cohorts, services, demand, interventions } = scenario;
  const found = new Map<string, Quantity>();
  collect([quantities, agencies, cohorts, numbersIn(services), demand, interventions], found);
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** The numbers that some interventions and business as usual can read: what nobody names is left out. */
export const quantitiesReached = (
  { quantities, agencies, cohorts, services, demand, interventions }: Scenario,
  of: readonly string[],
): ReadonlyMap<string, Quantity> => {
  const found = new Map<string, Quantity>();
  collect([agencies, cohorts, numbersIn(services), demand, of.map((name) => interventions[name])], found);
  // A map meets what is added to it while it is walked.
  for (const { expression } of found.values())
    for (const name of namesIn(expression)) if (Object.hasOwn(quantities, name)) collect(quantities[name], found);
  return found;
};

/** The numbers of services that are somebody's to say: not what other shares leave, nor what only a service with a capacity, a step or a list has. */
const numbersIn = (services: Scenario["services"]): readonly unknown[] =>
  Object.values(services).map(({ costs, divert, refill, ...service }) => [
    service,
    service.waiting && divert,
    service.capacity && refill,
    costs.map(({ semiFixed, fixed: _follows, rising, ...cost }) => [
      cost,
      service.closing && semiFixed,
      service.capacity ? null : rising,
    ]),
  ]);

const collect = (part: unknown, found: Map<string, Quantity>): void => {
  if (typeof part !== "object" || part === null) return;
  if (isQuantity(part)) found.set(part.address, part);
  for (const inner of Object.values(part)) collect(inner, found);
};

const isQuantity = (part: object): part is Quantity => "expression" in part && "address" in part;

/** The scenario with every number changed as a function says, those inside others first. */
export const mapQuantities = (scenario: Scenario, change: (quantity: Quantity) => Quantity): Scenario => {
  const changed = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    if (Array.isArray(part)) return part.map(changed);
    const whole = Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, changed(inner)]));
    return isQuantity(whole) ? change(whole) : whole;
  };
  const { quantities, agencies, cohorts, services, demand, interventions } = scenario;
  const parts = { quantities, agencies, cohorts, services, demand, interventions };
  return { ...scenario, ...(changed(parts) as typeof parts) };
};

/** The named quantities an expression reads. */
export const namesIn = (expression: Expression): readonly string[] => {
  if (typeof expression === "number") return [];
  return expression.kind === "name" ? [expression.name] : childrenOf(expression).flatMap(namesIn);
};

/** Whether an expression hangs on what only a run can tell: readings of the last cycle. */
export const readsLast = (expression: Expression, quantities: Scenario["quantities"]): boolean => {
  const seen = new Set<string>();
  const reads = (part: Expression): boolean => {
    if (typeof part === "number") return false;
    switch (part.kind) {
      case "last":
        return true;
      case "name":
        if (seen.has(part.name) || !Object.hasOwn(quantities, part.name)) return false;
        seen.add(part.name);
        return reads(quantities[part.name].expression);
      case "apply":
      case "steps":
      case "quantity":
        return childrenOf(part).some(reads);
      case "range":
      case "split":
      case "row":
      case "trace":
        return false;
      default:
        return unreachable(part);
    }
  };
  return reads(expression);
};
