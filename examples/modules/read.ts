import { readScenario, type Scenario, ScenarioError } from "who-saves";
import { frozen } from "../../src/data/frozen.js";

/** Reads the text of an example, and the files that it names. */
export const read = (text: string, files: Readonly<Record<string, string>> = {}): Scenario => {
  const { scenario, problems } = readScenario(text, { files });
  if (!scenario) throw new ScenarioError(problems);
  return frozen(scenario);
};
