import type { Quantity } from "../quantity/quantity.js";

/** Whom an intervention takes in when it does not reach everyone: how many, from which states, who first, how fast and for how long. */
export interface Reach {
  readonly cohort: string;
  /** The states people may join from: one of those named of each dimension; any where it is empty. */
  readonly while: readonly string[];
  /** The most enrolled at once. */
  readonly people: Quantity;
  /**
   * How much likelier a person is to be picked by the segment they were in last year, least need first (what is left of that hangs on persistence);
   * or the most in need now first, as far as they go.
   */
  readonly picks: readonly number[] | "highest-need";
  /** All join between two moments of the intervention's clock; so many join a year; or as many as there is room for. */
  readonly join: { readonly fromYears: number; readonly toYears: number } | { readonly perYear: Quantity } | "at once";
  /** The share of those who may join that do in a cycle, at most. */
  readonly uptake: Quantity;
  /** The mean stay; null: to the end. */
  readonly stayYears: number | null;
  /** How long the effect takes to fall to half in those who left; null: it ends with the stay. */
  readonly fadeYears: number | null;
  /** People a worker has at once; null where nothing hangs on workers. */
  readonly caseload: Quantity | null;
  /** Null: as many as the people and the caseload ask for. */
  readonly workers: Quantity | null;
}
