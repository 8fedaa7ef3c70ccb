import type { PriceSeries } from "../base/appraisal/prices.js";
import { didYouMean, nearestName, type Problem } from "../base/problems/problem.js";
import type { CycleName } from "../base/time.js";
import type { UnitCost } from "../data/unit-costs/unit-cost.js";
import { coded, type ReadContext, reportError } from "../quantity/context.js";
import type { QuantityForm } from "../quantity/forms.js";
import type { Inflation } from "./money/inflation.js";
import { asName } from "./names.js";
import type { CohortNames } from "./people/cohort-names.js";
import type { Unit } from "./unit.js";

/** What the readers of all nouns share: the names that exist, the length of the run, and the prices of the results. */
export interface ScenarioContext extends ReadContext {
  readonly agencies: readonly string[];
  /** The unit of each cohort, by the cohort's name. */
  readonly units: ReadonlyMap<string, Unit>;
  /** The states and moves of each cohort, by the cohort's name. */
  readonly cohorts: ReadonlyMap<string, CohortNames>;
  readonly services: readonly string[];
  /** The services that are outcomes: their entries state a worth. */
  readonly outcomes: readonly string[];
  /** The outcomes that cause no other contacts: theirs may be below 0, as a utility worse than death is. */
  readonly signed: readonly string[];
  /** The causes of contacts that the scenario writes, also if they could not be read. */
  readonly causes: readonly string[];
  /** The share of cash in the savings of an agency, by the agencies that state one. */
  readonly cashableOf: ReadonlyMap<string, QuantityForm>;
  /** True if there is no intervention, so that nothing is saved and no cost needs a share of cash: a count. */
  readonly isCount: boolean;
  /** The price year of each source, by its name; undefined if it states none. */
  readonly sources: ReadonlyMap<string, string | undefined>;
  /** The first day of the run: `2026-04-01`. */
  readonly start: string;
  /** Model years. */
  readonly years: number;
  readonly cycle: CycleName;
  /** The price year of the results. */
  readonly priceYear: string;
  readonly inflation: Inflation;
  /** The published price index, extended by `inflation`. */
  readonly deflators: PriceSeries;
  /** The catalogue of unit costs with those of the user, by their code. */
  readonly unitCosts: ReadonlyMap<string, UnitCost>;
  /** The address at which a key that an entry inherits, such as its source, is stated. */
  readonly statedAt: (key: string, address: string) => string;
}

/**
 * True if a name is among the known ones; if not, reports it with the nearest known name.
 * @param points "key" if the name is the key at the address; by default it is the value
 */
export const checkName = (
  context: ReadContext,
  address: string,
  kind: string,
  name: string,
  known: readonly string[],
  points?: Problem["points"],
): boolean => {
  if (known.includes(name)) return true;
  const isFar = nearestName(name, known) === undefined;
  const defined = asName(name);
  const isDefinable = isFar && points !== "key" && known.length > 0 && defined !== "";
  const section = isDefinable ? sections[kind] : undefined;
  const mend =
    section && `Write one of those, or define ${defined} under ${section}${defined === name ? "" : ", and name that"}.`;
  const unknown = coded(context, "unknown-name");
  reportError(unknown, address, `There is no ${kind} called ${name}. ${didYouMean(name, known)}`, mend, points);
  return false;
};

/** Where names of a kind are defined. */
const sections: Readonly<Record<string, string>> = {
  agency: "agencies",
  cohort: "cohorts",
  service: "services",
  source: "sources",
};
