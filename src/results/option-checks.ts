import { checkGiven, unknownOptions } from "../base/options.js";
import { didYouMean, ScenarioError } from "../base/problem.js";

/** Throws if a result is not read from what `simulate` returns, or has an option that it does not know. */
export const checkCall = (simulation: unknown, options: object = {}, known: readonly string[] = []): void => {
  checkGiven(
    simulation,
    "simulation",
    ["scenario"],
    "Results are read from what simulate returns: simulate(scenario).",
  );
  const problems = unknownOptions(options, known);
  if (problems.length > 0) throw new ScenarioError(problems);
};

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

/** Throws if a number of an option is not between its bounds, or is not whole where it must be. */
export const checkNumber = (
  option: string,
  value: number,
  { from, to, whole = false }: { readonly from: number; readonly to: number; readonly whole?: boolean },
): void => {
  if (typeof value === "number" && value >= from && value <= to && (!whole || Number.isInteger(value))) return;
  const kind = whole ? "whole number" : "number";
  const what = `${option} is a ${kind} from ${from} to ${to}, not ${String(value)}.`;
  throw new ScenarioError([{ severity: "error", address: `options.${option}`, what }]);
};
