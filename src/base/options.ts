import { didYouMean, type Problem, ScenarioError } from "./problem.js";

/** Problems of options that a function does not know. TypeScript refuses them; plain JavaScript may pass them. */
export const unknownOptions = (options: unknown, known: readonly string[]): readonly Problem[] => {
  if (typeof options !== "object" || options === null)
    return [{ severity: "error", address: "options", what: `The options are an object, not ${String(options)}.` }];
  return Object.keys(options)
    .filter((name) => !known.includes(name))
    .map((name) => ({
      severity: "error",
      address: `options.${name}`,
      what: `There is no option ${name} here. ${known.length > 0 ? didYouMean(name, known) : "It takes no options."}`,
    }));
};

/** Throws if an argument has none of the keys that its kind always has. */
export const checkGiven = (value: unknown, argument: string, keys: readonly string[], what: string): void => {
  if (typeof value === "object" && value !== null && keys.some((key) => key in value)) return;
  throw new ScenarioError([{ severity: "error", address: argument, what }]);
};

/** Throws if a value is no scenario. `orRun` lets a simulation pass too. */
export const checkGivenScenario = (value: unknown, orRun = false): void =>
  checkGiven(
    value,
    "scenario",
    orRun ? ["cohorts", "scenario"] : ["cohorts"],
    "A scenario is what defineScenario returns, or readScenario as .scenario.",
  );

/** Throws if an argument is no finite number, or is below the least that it may be. */
export const checkFinite = (argument: string, value: number, least = Number.NEGATIVE_INFINITY): void => {
  if (Number.isFinite(value) && value >= least) return;
  const range = Number.isFinite(least) ? `, ${least} or more` : "";
  const what = `${argument} has finite numbers only${range}, not ${String(value)}.`;
  throw new ScenarioError([{ severity: "error", address: argument, what }]);
};
