import { operations } from "../base/formulas/operations.js";
import { sum } from "../base/mathematics/statistics.js";
import { unreachable } from "../base/records.js";
import type { Apply, Bounds, Expression, Quantity, Steps, Trace } from "./expression.js";

/** The longest chain of names that is followed. Longer chains are reported as a problem elsewhere. */
const deepest = 200;

/**
 * The value of an expression at the start of the central run. A range takes its value, a split equal shares, a row of
 * counts its expectation and a trace its mean; values of the last cycle are 0. NaN if names depend on each other in a
 * ring.
 */
export const centralValue = (expression: Expression, named: Readonly<Record<string, Quantity>>): number => {
  const known = new Map<string, number>([
    ["t", 0],
    ["year", 1],
    ["cycle", 1],
  ]);
  const valueOfName = (name: string, depth: number): number => {
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, Number.NaN);
    const value = Object.hasOwn(named, name) ? valueOfQuantity(named[name], depth) : Number.NaN;
    known.set(name, value);
    return value;
  };
  const valueOfQuantity = ({ expression: inner, bounds }: Quantity, depth: number): number =>
    within(bounds, plainOf(inner, depth));
  const plainOf = (part: Expression, depth: number): number => {
    if (typeof part === "number") return part;
    if (depth > deepest) return Number.NaN;
    switch (part.kind) {
      case "name":
        return valueOfName(part.name, depth + 1);
      case "last":
        return 0;
      case "range":
        return part.value;
      case "split":
        return 1 / part.parts;
      case "row":
        return part.counts[part.part] / sum(part.counts);
      case "trace":
        return meanOfTrace(part);
      case "steps":
        return heightAt(part, plainOf(part.of, depth + 1));
      case "quantity":
        return valueOfQuantity(part.quantity, depth + 1);
      case "apply":
        return valueOfOperation(part, depth + 1);
      default:
        return unreachable(part);
    }
  };
  const valueOfOperation = ({ operation, to }: Apply, depth: number): number => {
    const [a, b, c] = to.map((inner) => Float64Array.of(plainOf(inner, depth)));
    const out = new Float64Array(1);
    operations.get(operation)?.run(out, a, b, c);
    return out[0];
  };
  return plainOf(expression, 0);
};

const within = (bounds: Bounds, value: number): number => {
  if (bounds === "share") return Math.min(1, Math.max(0, value));
  return bounds === "positive" ? Math.max(0, value) : value;
};

const meanOfTrace = ({ values, pick }: Trace): number => {
  const picked = typeof pick === "object" ? values[pick.trace] : values.flat();
  return sum(picked) / picked.length;
};

const heightAt = ({ from, values }: Steps, at: number): number =>
  values[
    Math.max(
      0,
      from.findLastIndex((start) => start <= at),
    )
  ];
