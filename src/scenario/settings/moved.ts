import type { Quantity, Range } from "../../quantity/expression.js";
import { isQuantity, mapQuantities } from "../quantities.js";
import type { Scenario } from "../scenario.js";

/** Numbers by address: fixed, or drawn from a range. */
export type NumbersByAddress = ReadonlyMap<string, number | Range>;

/** The numbers of a scenario that differ from those of another; undefined if anything else that a run reads differs. */
export const movedNumbers = (before: Scenario, after: Scenario): NumbersByAddress | undefined => {
  const moved = new Map<string, number | Range>();
  const moves = (address: string, to: number | Range): boolean => {
    const other = moved.get(address);
    moved.set(address, to);
    return other === undefined || JSON.stringify(other) === JSON.stringify(to);
  };
  const isAlike = (a: unknown, b: unknown): boolean => {
    if (Object.is(a, b)) return true;
    if (isRange(a) && typeof b === "number") return moves(a.address, b);
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
    if (isRange(a) && isRange(b) && a.address === b.address)
      return JSON.stringify(a) === JSON.stringify(b) || moves(a.address, b);
    if (isQuantity(a) && isQuantity(b)) return isAlikeNumber(a, b);
    const [entries, others] = [Object.entries(a), Object.entries(b)];
    return (
      entries.length === others.length &&
      entries.every(([key, inner], at) => key === others[at][0] && isAlike(inner, others[at][1]))
    );
  };
  const isAlikeNumber = (a: Quantity, b: Quantity): boolean => {
    if (a.address !== b.address || a.bounds !== b.bounds || a.variant !== b.variant || a.isSetting !== b.isSetting)
      return false;
    if (typeof a.expression !== "number" || typeof b.expression !== "number")
      return isAlike(a.expression, b.expression);
    // Numbers that differ by the stage of a state have one address.
    return Object.is(a.expression, b.expression) || (a.variant === undefined && moves(b.address, b.expression));
  };
  return isAlike(readInRun(before), readInRun(after)) ? moved : undefined;
};

/** The parts of a scenario that a run reads. */
const readInRun = (scenario: Scenario) => {
  const { time, money, quantities, agencies, cohorts, services, demand, interventions, strategies } = scenario;
  const { regimes, observed } = scenario;
  return { time, money, quantities, agencies, cohorts, services, demand, interventions, strategies, regimes, observed };
};

const isRange = (part: unknown): part is Range =>
  typeof part === "object" && part !== null && "kind" in part && part.kind === "range";

/** The scenario with a range at each of the fixed numbers at some addresses, so that a run can set them. */
export const withRanges = (scenario: Scenario, addresses: ReadonlySet<string>): Scenario =>
  mapQuantities(scenario, (quantity) => {
    const { address, expression } = quantity;
    if (!addresses.has(address) || typeof expression !== "number") return quantity;
    const width = Math.max(1, Math.abs(expression));
    return {
      ...quantity,
      expression: {
        kind: "range",
        address,
        family: "uniform",
        parameters: { low: expression - width, high: expression + width },
        value: expression,
      },
    };
  });
