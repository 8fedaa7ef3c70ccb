import { kept } from "../base/kept.js";
import { unreachable } from "../base/records.js";
import { childrenOf, type Expression, type Quantity } from "../quantity/expression.js";
import type { Scenario } from "./scenario.js";

/** Every number of a scenario by its address, sorted by address. */
export const quantitiesOf = kept((scenario: Scenario): ReadonlyMap<string, Quantity> => {
  const { quantities, agencies, cohorts, services, demand, interventions } = scenario;
  const numbers = stated(collected([quantities, agencies, cohorts, numbersIn(services), demand, interventions]));
  return new Map([...numbers].sort(([a], [b]) => (a < b ? -1 : 1)));
});

/**
 * The numbers that business as usual or some interventions can read.
 * Named quantities that none of them reads are left out.
 */
export const quantitiesReached = (
  { quantities, agencies, cohorts, services, demand, interventions }: Scenario,
  of: readonly string[],
): ReadonlyMap<string, Quantity> => {
  const own = of.map((name) => interventions[name]);
  const numbers = stated(collected([agencies, cohorts, numbersIn(services), demand, own]));
  // A walk over a map also meets the entries added during the walk.
  for (const { expression } of numbers.values())
    for (const name of namesIn(expression)) if (Object.hasOwn(quantities, name)) collect(quantities[name], numbers);
  return numbers;
};

/**
 * The numbers that an effect can act on, by address.
 * Budgets, starting shares, and how a cost behaves when volume falls are business as usual: no effect can act on them.
 * The sizes of effects and their deadweight belong to the interventions: no effect can act on them either.
 */
export const quantitiesToActOn = (scenario: Scenario): ReadonlyMap<string, Quantity> => {
  const { quantities, cohorts, services, demand, interventions } = scenario;
  return collected([
    quantities,
    Object.values(cohorts).map(({ size, entrants, dimensions }) => [size, entrants, dimensions]),
    Object.values(services).map(({ costs, capacity, closing, waiting, divert, refill }) => [
      costs.map(({ pounds }) => pounds),
      capacity,
      closing?.notice,
      waiting && [waiting.leavePerYear, waiting.most, divert],
      capacity && refill,
    ]),
    demand,
    Object.values(interventions).map(({ reach, lines }) => [
      reach,
      lines.filter(({ kind }) => kind === "pays" || kind === "grants"),
    ]),
  ]);
};

/**
 * The numbers of services that a user can state.
 * The fixed share is left out: it is what the other shares leave.
 * Numbers that only a service with a capacity, a step or a waiting list has are left out for the others.
 */
const numbersIn = (services: Scenario["services"]): readonly unknown[] =>
  Object.values(services).map(({ costs, divert, refill, ...service }) => [
    service,
    service.waiting && divert,
    service.capacity && refill,
    costs.map(({ semiFixed, fixed: _follows, shareOfRise, ...cost }) => [
      cost,
      service.closing && semiFixed,
      service.capacity ? null : shareOfRise,
    ]),
  ]);

const collected = (part: unknown): Map<string, Quantity> => {
  const numbers = new Map<string, Quantity>();
  collect(part, numbers);
  return numbers;
};

/** The numbers without lengths of time that are a text alone. */
const stated = (numbers: ReadonlyMap<string, Quantity>): Map<string, Quantity> =>
  new Map([...numbers].filter(([, { isSetting }]) => !isSetting));

const collect = (part: unknown, numbers: Map<string, Quantity>): void => {
  if (typeof part !== "object" || part === null || "timeIn" in part) return;
  if (isQuantity(part)) numbers.set(part.address, part);
  for (const inner of Object.values(part)) collect(inner, numbers);
};

/** True if a number may differ by draw or by cycle: it is drawn, follows a formula, or is acted upon. */
export const isFree = (
  { address, expression }: Quantity,
  { interventions }: Pick<Scenario, "interventions">,
): boolean =>
  typeof expression !== "number" ||
  Object.values(interventions).some(({ effects }) => effects.some(({ target }) => target === address));

/** True if a part of a scenario is a number. */
export const isQuantity = (part: object): part is Quantity => "expression" in part && "address" in part;

/** The scenario with every number changed by a function. Numbers inside other numbers are changed first. */
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

/** True if an expression reads a value of the last cycle, which only a run can know. */
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
