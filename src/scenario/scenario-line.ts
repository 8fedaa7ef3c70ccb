import { isWhole, madeScenario } from "../base/problems/given.js";
import { counted, listed } from "../base/problems/problem.js";
import { clean } from "../base/texts/clean.js";
import { shownAsLine } from "../base/texts/shown-line.js";
import { quantitiesOf } from "./quantities.js";
import type { Scenario } from "./scenario.js";

/** A scenario as users get it: shown as a line. One that they have already stays as it is. */
export const givenOut = (scenario: Scenario): Scenario =>
  isWhole(scenario) ? scenario : madeScenario(shownAsLine(scenario, scenarioLine));

/** A scenario in a line: its title, and how much is in it. */
const scenarioLine = (scenario: Scenario): string => {
  const { agencies, strategies } = scenario;
  const sizes = [
    counted(Object.keys(agencies).length, "agency", "agencies"),
    counted(Object.keys(strategies).length, "strategy", "strategies"),
    counted(quantitiesOf(scenario).size, "number"),
  ];
  return clean(`${scenario.title}: ${listed(sizes)}. simulate(scenario) runs it.`);
};
