import type { Scenario } from "../../scenario/scenario.js";

/** A row about a model year. */
export interface YearRow {
  /** The model year, from 1. */
  readonly year: number;
  /** The year by its start. */
  readonly label: string;
}

/** The model years of a scenario, 1 and on. */
export const yearsOf = ({ time }: Scenario): readonly number[] =>
  Array.from({ length: time.years }, (_, index) => index + 1);
