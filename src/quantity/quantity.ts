import type { Formula } from "../base/formula.js";

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

/** A number that is drawn from a distribution: the family and its parameters, and the value the central run takes. */
export interface Range {
  readonly address: string;
  readonly family: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly value: number;
}

/** One part of a whole whose split among `parts` bearers is not published: every split is equally likely. */
export interface Split {
  readonly address: string;
  readonly parts: number;
  readonly part: number;
}

/** One probability of a row that was counted: so many of each kind were seen, and the row is as likely as that makes it (Dirichlet). */
export interface Row {
  readonly address: string;
  readonly counts: readonly number[];
  readonly part: number;
}

/** Observed years, one value a cycle from the model year's start; each run picks among them. */
export interface Trace {
  readonly address: string;
  /** The stream that picks: traces with the same names share it (one winter), unless they are kept apart. */
  readonly stream: string;
  readonly names: readonly string[];
  /** The values of each trace, one for every cycle of a year. */
  readonly values: readonly (readonly number[])[];
  readonly pick: "each-year" | "once" | { readonly trace: number };
}

/** A step function: the value of the last step at or below `of`. */
export interface Steps {
  readonly of: Expression;
  readonly from: readonly number[];
  readonly values: readonly number[];
}

/** What a quantity is, as data: a formula, or something only a quantity can be. The engine knows nothing else. */
export type Expression =
  | Formula
  | { readonly apply: string; readonly to: readonly Expression[] }
  | { readonly range: Range }
  | { readonly split: Split }
  | { readonly row: Row }
  | { readonly trace: Trace }
  | { readonly steps: Steps }
  | { readonly quantity: Quantity };
