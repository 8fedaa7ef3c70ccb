import type { Names } from "./define/names.js";
import type { SourceSource } from "./define/scenario.js";

/** Where figures were read. A source of a unit cost also has the reasons to doubt it. */
export interface Source extends SourceSource<Names> {
  /** Reasons to doubt it. */
  readonly doubts?: readonly string[];
}

/** The source of a number that was not measured. Any value may name it. */
export const assumption = "assumption";
