import { readScenario, type Scenario, ScenarioError } from "who-saves";
import { displayOf } from "../../src/base/texts/shown-line.js";
import { frozen } from "../../src/data/frozen.js";

/**
 * A scenario that is read from the text of an example, and from the files that it names, when something of it is first
 * looked at: a list of forty examples costs no reading of the others. It is frozen. Copies of it are plain data.
 */
export const read = (text: string, files: Readonly<Record<string, string>> = {}): Scenario => {
  let known: Scenario | undefined;
  const whole = (): Scenario => {
    known ??= readNow(text, files);
    return known;
  };
  const parts = Object.keys(keys).map((key) => [
    key,
    { enumerable: true, get: () => whole()[key as keyof Scenario] } satisfies PropertyDescriptor,
  ]);
  return Object.freeze(
    Object.defineProperties({} as Scenario, {
      ...Object.fromEntries(parts),
      ...displayOf(() => String(whole())),
    }),
  );
};

const readNow = (text: string, files: Readonly<Record<string, string>>): Scenario => {
  const { scenario, problems } = readScenario(text, { files });
  if (!scenario) throw new ScenarioError(problems);
  return frozen(scenario);
};

/** The keys of a scenario, which are known before it is read. */
const keys: Readonly<Record<keyof Scenario, true>> = {
  title: true,
  question: true,
  time: true,
  money: true,
  sources: true,
  quantities: true,
  agencies: true,
  cohorts: true,
  services: true,
  demand: true,
  interventions: true,
  strategies: true,
  answer: true,
  regimes: true,
  inForce: true,
  expect: true,
  observed: true,
  calibration: true,
  accept: true,
  form: true,
  files: true,
  unitCosts: true,
  set: true,
  warnings: true,
};
