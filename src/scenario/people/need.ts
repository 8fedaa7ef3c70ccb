import type { Segment } from "../../base/concentration.js";
import type { Quantity } from "../../quantity/expression.js";

export type { Segment } from "../../base/concentration.js";

/** How need is spread over a cohort: segments from the least need to the most, whose demand they scale, and how much of it is the same next year. */
export interface Need {
  /** Each a share of the people, and how many times the mean their demand is; the weighted multipliers sum to 1. */
  readonly segments: readonly Segment[];
  /** The services whose demand by people is scaled. */
  readonly services: readonly string[];
  /** The share of people whose need is unchanged at a year's end; the rest are dealt anew. */
  readonly persistence: Quantity;
}
