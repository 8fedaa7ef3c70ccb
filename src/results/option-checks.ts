import { didYouMean, ScenarioError } from "../base/problem.js";

/**
 * Throws if an option is not one of its known values. TypeScript refuses such a value; plain JavaScript may pass it.
 */
export const checkOption = (option: string, value: string, known: readonly string[]): void => {
  if (known.includes(value)) return;
  throw new ScenarioError([
    {
      severity: "error",
      address: `options.${option}`,
      what: `${option} cannot be ${value}. ${didYouMean(String(value), known)}`,
    },
  ]);
};
