import type { Expression } from "./expression.js";

/** Where a value is held after effects: a share in 0 to 1, a rate or cost at 0 or more, anything else free. */
export type Bounds = "share" | "positive" | "free";

/** Where a number comes from; all of it optional, and inherited from the line, service or source it stands in. */
export interface Provenance {
  readonly unit?: string;
  readonly source?: string;
  readonly priceYear?: string;
  readonly grade?: number;
  readonly note?: string;
}

/** A number with its address, what it is, where it is held, and where it comes from. */
export interface Quantity extends Provenance {
  readonly address: string;
  readonly expression: Expression;
  readonly bounds: Bounds;
  /** As the file writes it: `40% (20% to 60%)`. */
  readonly written: string;
}

/** A number the scenario leaves out and a rule fills in; it is listed among the assumptions as a default. */
export const defaultQuantity = (address: string, value: number, bounds: Bounds): Quantity => ({
  address,
  expression: value,
  bounds,
  source: "default",
  written: String(value),
});
