import { type Column, copy } from "../base/kernels.js";
import type { Per } from "../scenario/cohort.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Program, Value } from "./quantities.js";

/** The people of one strategy: how many there are of each cohort, and by whom numbers are counted. */
export interface People {
  readonly sizes: ReadonlyMap<string, Value>;
  /** How many times a number that is per so many people counts. */
  readonly per: (per: Per) => Value;
}

/** The size of each cohort at the start, without any intervention: what `per: everyone` divides by in every strategy. */
export type StartingSizes = ReadonlyMap<string, Column>;

/** Builds the people of a strategy. */
export const buildPeople = ({ cohorts }: Scenario, program: Program, startingSizes: StartingSizes): People => {
  const sizes = new Map(Object.entries(cohorts).map(([name, { size }]) => [name, program.value(size)]));
  const starting = (cohort: string): Value => ({ column: startingSizes.get(cohort) as Column, moves: true });
  return {
    sizes,
    per: ({ cohort, people }) =>
      program.apply(
        "divide",
        sizes.get(cohort) as Value,
        people === "everyone" ? starting(cohort) : program.constant(people),
      ),
  };
};

/** Notes the sizes there are now: the starting sizes, or what formulas read of the last cycle. */
export const noteSizes = ({ sizes }: People, into: (cohort: string) => Column | undefined): void => {
  for (const [cohort, { column }] of sizes) {
    const out = into(cohort);
    if (out) copy(out, column);
  }
};
