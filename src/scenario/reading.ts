import type { PriceSeries } from "../base/prices.js";
import { didYouMean, type Problem } from "../base/problem.js";
import type { CycleName } from "../base/time.js";
import type { UnitCost } from "../data/unit-costs/unit-cost.js";
import { type ReadContext, reportError } from "../quantity/context.js";
import type { QuantityForm } from "../quantity/forms.js";
import type { CohortNames } from "./people/states.js";

/** What reading the nouns of a scenario carries along: the names each may refer to, and the prices of the results. */
export interface ScenarioReading extends ReadContext {
  readonly agencies: readonly string[];
  /** Cohort names with the unit their people are counted in. */
  readonly units: ReadonlyMap<string, string>;
  /** The states and moves of each cohort, as they are written. */
  readonly cohorts: ReadonlyMap<string, CohortNames>;
  readonly services: readonly string[];
  /** What agencies say of the cash in all their savings. */
  readonly cashableOf: ReadonlyMap<string, QuantityForm>;
  readonly sources: ReadonlyMap<string, string | undefined>;
  readonly years: number;
  readonly cycle: CycleName;
  readonly priceYear: string;
  readonly deflators: PriceSeries;
  /** The catalogue of unit costs, and those a user brings, by their code. */
  readonly unitCosts: ReadonlyMap<string, UnitCost>;
  /** The causes of contacts that are written, read or not. */
  readonly causes: readonly string[];
  /** The scenario as it is written, to find where something is stated that an entry inherits. */
  readonly written: unknown;
}

/** Reports a name that is not among those there are, with the nearest one; it is the value at the address, unless said to be its key. */
export const checkName = (
  reading: ReadContext,
  address: string,
  kind: string,
  name: string,
  known: readonly string[],
  points?: Problem["points"],
): boolean => {
  if (known.includes(name)) return true;
  reportError(reading, address, `There is no ${kind} called ${name}. ${didYouMean(name, known)}`, undefined, points);
  return false;
};
