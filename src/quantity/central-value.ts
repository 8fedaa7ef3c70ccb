import { operations } from "../base/operations.js";
import { unreachable } from "../base/records.js";
import { sum } from "../base/statistics.js";
import type { Apply, Bounds, Expression, Quantity, Steps, Trace } from "./expression.js";

// Names that hang on one another in a longer row are a problem of their own.
const deepest = 200;

/**
 * What an expression comes to at the start of a run when every range takes its value, every split equal shares, every row of counts its
 * expectation and every trace its mean; nothing has been read of a last cycle yet. NaN where names hang on one another in a ring.
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
  if (bounds === "free") return value;
  return bounds === "share" ? Math.min(1, Math.max(0, value)) : Math.max(0, value);
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
