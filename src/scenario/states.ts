import type { Quantity } from "../quantity/quantity.js";

/** One question about a person that has one answer at a time (housed or rough; well, ill or dead), and how the answer changes. */
export interface Dimension {
  readonly name: string;
  readonly states: readonly string[];
  readonly moves: readonly Move[];
}

/**
 * A move from one state of a dimension to another. A hazard is a rate a year, which competes with the others out of the same state; a probability is
 * the share who move in a cycle. It holds for people in the states of `while`: one of those named of each dimension.
 */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly kind: "hazard" | "probability";
  readonly rate: Quantity;
  readonly while: readonly string[];
}

/** A share of a cohort that starts in one state of each dimension, in their order: the product of its shares. */
export interface StartingShare {
  readonly states: readonly string[];
  readonly shares: readonly Quantity[];
}
