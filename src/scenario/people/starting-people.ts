import type { Quantity } from "../../quantity/expression.js";
import { centralOf } from "../central.js";
import type { Cohort } from "./cohort.js";
import type { StartingShare } from "./states.js";
import { isAmong, isHere } from "./while.js";

/** The cohorts and the named numbers of a scenario. */
export interface CohortNumbers {
  readonly cohorts: Readonly<Record<string, Cohort>>;
  readonly quantities: Readonly<Record<string, Quantity>>;
}

/**
 * The number of people of a cohort at the start of the central run who are in some states and not gone.
 * An empty list of states means any state.
 */
export const startingPeople = (scenario: CohortNumbers, cohort: string, states: readonly string[] = []): number => {
  const { size, start } = scenario.cohorts[cohort];
  const [here, among] = [isHere(scenario.cohorts[cohort]), isAmong(scenario.cohorts[cohort], states)];
  const counted = start.filter(({ states: at }) => here(at) && among(at));
  const share = ({ shares }: StartingShare): number =>
    shares.reduce((product, each) => product * centralOf(each, scenario), 1);
  return centralOf(size, scenario) * counted.reduce((sum, each) => sum + share(each), 0);
};
