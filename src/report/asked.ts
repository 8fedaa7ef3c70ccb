import { didYouMean, ScenarioError } from "../base/problem.js";
import { outcomesIn } from "../results/compared.js";
import { checkNumber } from "../results/option-checks.js";
import { agenciesNamed } from "../results/parties.js";
import type { Scenario } from "../scenario/scenario.js";

/** What an output is asked about, as far as the scenario must have it. */
interface Asked {
  readonly agency?: string;
  readonly year?: number;
  readonly horizonYears?: number;
  readonly of?: string;
  readonly outcome?: string;
}

/** Throws if an output is asked about an agency, a year or an outcome that the scenario does not have. */
export const checkAsked = (scenario: Scenario, { agency, year, horizonYears, of: whose, outcome }: Asked): void => {
  const years = { from: 1, to: scenario.time.years, whole: true };
  const known = Object.keys(scenario.agencies);
  if (agency !== undefined && !known.includes(agency)) {
    const what = `There is no agency called ${agency}. ${didYouMean(agency, known)}`;
    throw new ScenarioError([{ severity: "error", address: "options.agency", what }]);
  }
  if (year !== undefined) checkNumber("year", year, years);
  if (horizonYears !== undefined) checkNumber("horizonYears", horizonYears, years);
  if (whose !== undefined) agenciesNamed(scenario, whose);
  if (outcome !== undefined) outcomesIn(scenario, outcome);
};
