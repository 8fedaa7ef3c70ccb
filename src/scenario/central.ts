import { centralValue } from "../quantity/central-value.js";
import type { Quantity } from "../quantity/expression.js";

/** The value of a quantity at the start of the central run. */
export const centralOf = (
  { expression }: Pick<Quantity, "expression">,
  { quantities }: { readonly quantities: Readonly<Record<string, Quantity>> },
): number => centralValue(expression, quantities);
