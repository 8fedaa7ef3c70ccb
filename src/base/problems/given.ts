import { checkArgument, type OptionCheck } from "./options.js";
import { isLike } from "./readable.js";

/** What was made here or found to be whole, with its example. A run is large, and every result asks. */
const whole = new WeakMap<object, object>();

const noted = <Value extends object>(value: Value, example: object): Value => {
  whole.set(value, example);
  return value;
};

/**
 * Throws if an argument cannot be read, or lacks a key of an example, or has a value of another kind there.
 * @param what the sentence that says what it should be
 */
export const checkGiven = (value: unknown, argument: string, example: object, what: OptionCheck): void => {
  if (whole.get(Object(value)) === example) return;
  checkArgument(argument, value, () => (isLike(value, example) ? undefined : what(value, argument)));
  noted(Object(value), example);
};

/** What every scenario has. */
export const aScenario = {
  title: "",
  question: "",
  time: { years: 1 },
  money: { discounting: {} },
  sources: {},
  quantities: {},
  agencies: {},
  cohorts: {},
  services: {},
  demand: {},
  interventions: {},
  strategies: {},
  answer: [],
  regimes: {},
  expect: {},
  observed: {},
  form: {},
  files: {},
  set: {},
  warnings: [],
};

/** True of a scenario or a simulation that was made here, or found to be whole. */
export const isWhole = (value: unknown): boolean =>
  [aScenario, aSimulation].some((example) => whole.get(Object(value)) === example);

/** Notes that a scenario was made here, so nothing that it is passed to looks through it. */
export const madeScenario = <Made extends object>(scenario: Made): Made => noted(scenario, aScenario);

/** Throws if a value is no scenario. */
export const checkGivenScenario = (value: unknown): void => checkGiven(value, "scenario", aScenario, insteadOfScenario);

/** The scenario of a simulation, or a scenario itself. Throws if a value is neither. */
export const scenarioOf = <Read extends object>(value: Read | { readonly scenario: Read }): Read => {
  if (!isWhole(value))
    checkArgument("scenario", value, () =>
      isLike(value, aScenario) || isLike(value, { scenario: aScenario }) ? undefined : insteadOfScenario(value),
    );
  return "scenario" in value ? value.scenario : value;
};

const insteadOfScenario = (value: unknown): string => {
  if (value === undefined)
    return "There is no scenario. readScenario returns none where it finds an error: see its problems.";
  if (typeof value === "string") return "This is a text, not a scenario: read it by readScenario.";
  if (isLike(value, { problems: [] }))
    return "This is what readScenario returns, not a scenario: pass its .scenario, if its problems have no error.";
  if (isLike(value, { drawn: {} })) return "This is a simulation, not a scenario: pass its .scenario.";
  return "A scenario is what defineScenario returns, or readScenario as .scenario.";
};

/** What every simulation has. */
const aBook = { draws: 1, entries: [], accounts: { written: { has: Set } }, groups: [], tallies: [] };
const aSimulation = {
  scenario: aScenario,
  settings: { draws: 1, seed: "", strategies: [""] },
  central: aBook,
  drawn: aBook,
  warnings: [],
};

/** Notes that a simulation was made here, so no result looks through it. */
export const madeSimulation = <Made extends object>(simulation: Made): Made => noted(simulation, aSimulation);

/** Throws if a value is no simulation. */
export const checkGivenSimulation = (value: unknown): void =>
  checkGiven(value, "simulation", aSimulation, (given) =>
    isLike(given, { drawn: { accounts: { written: {} } } }) && !isLike(given, { drawn: aBook })
      ? "This simulation is not whole, as after JSON.stringify. Write it by simulationToJson, read it by " +
        "simulationFromJson."
      : "Results are read from what simulate returns: simulate(scenario).",
  );
