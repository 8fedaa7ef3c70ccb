import type { Formula } from "./formula.js";
import { operations } from "./operations.js";

/** The number a formula of nothing but numbers comes to (it may be infinite, or none); undefined where it reads a name. */
export const constantOf = (formula: Formula): number | undefined => {
  if (typeof formula === "number") return formula;
  if (!("apply" in formula)) return undefined;
  const parts = formula.to.map(constantOf);
  if (parts.includes(undefined)) return undefined;
  const [a, b, c] = parts.map((part) => Float64Array.of(part as number));
  const out = new Float64Array(1);
  operations.get(formula.apply)?.run(out, a, b, c);
  return out[0];
};
