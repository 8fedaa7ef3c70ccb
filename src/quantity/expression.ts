import type { Formula } from "../base/formula.js";
import type { Quantity } from "./quantity.js";

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
  | { readonly trace: Trace }
  | { readonly steps: Steps }
  | { readonly quantity: Quantity };
