import type { Quantity } from "../quantity/quantity.js";

/** A part of a cohort by need: its share of the people, and how many times the mean their demand is. The weighted multipliers sum to 1. */
export interface Segment {
  readonly weight: number;
  readonly multiplier: number;
}

/** How need is spread over a cohort: segments from the least need to the most, whose demand they scale, and how much of it is the same next year. */
export interface Need {
  readonly segments: readonly Segment[];
  /** The services whose demand by people is scaled. */
  readonly services: readonly string[];
  /** The share of people whose need is unchanged at a year's end; the rest are dealt anew. */
  readonly persistence: Quantity;
}
