import { readScenario, type Scenario, ScenarioError } from "who-saves";
import fdacText from "./fdac/scenario.yaml";
import durhamText from "./gritting/durham.yaml";
import winters from "./gritting/hadcet-weekly.csv";
import warmHomesText from "./warm-homes/scenario.yaml";

const read = (text: string): Scenario => {
  const { scenario, problems } = readScenario(text, { files: { "hadcet-weekly.csv": winters } });
  if (!scenario) throw new ScenarioError(problems);
  return scenario;
};

export { gritting } from "./gritting/scenario.js";

/** The same on a county's scale: £500,000 a year (Durham, 2009 to 2011). */
export const durham: Scenario = read(durhamText);

/** The London Family Drug and Alcohol Court: one pays, four save, over five years. */
export const fdac: Scenario = read(fdacText);

/** Warm Homes Oldham: three bodies put £200,000 together. */
export const warmHomes: Scenario = read(warmHomesText);
