import type { Scenario } from "../scenario/scenario.js";

/** The model years of a scenario, 1 and on. */
export const yearsOf = ({ time }: Scenario): readonly number[] =>
  Array.from({ length: time.years }, (_, index) => index + 1);
