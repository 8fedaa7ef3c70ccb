import { listed } from "../../base/problems/problem.js";
import type { Distribution, DistributionFamily, ParameterProblem, Parameters } from "./distribution.js";

/** The numbers of one set of parameters, by name, all finite. */
export type Numbers = Readonly<Record<string, number>>;

/** One set of parameters of a family: its names, the check of its numbers, and the distribution they give. */
export interface ParameterSet {
  readonly names: readonly string[];
  readonly problem: (numbers: Numbers, share: boolean) => ParameterProblem | undefined;
  readonly quantile: (numbers: Numbers, share: boolean) => Distribution;
}

/** Builds a family from its parameter sets. It checks names and finite numbers; the set checks the rest. */
export const family = (name: string, says: string, sets: readonly ParameterSet[]): DistributionFamily => {
  const mend = "Give exactly those, or name another distribution.";
  const setOrProblem = (parameters: Parameters): ParameterSet | ParameterProblem => {
    const given = givenNames(parameters);
    const set = setOf(sets, given);
    if (!set) return { what: `${name} takes ${inWords(sets)}, but is given ${listed(given) || "nothing"}.`, mend };
    const unusable = set.names.find((key) => !Number.isFinite(parameters[key]));
    return unusable === undefined
      ? (set.problem(numbersOf(set, parameters), Boolean(parameters.share)) ?? outside(parameters) ?? set)
      : { what: `The ${unusable} of ${name} must be a number, not ${parameters[unusable]}.`, mend };
  };
  return {
    name,
    says,
    parameters: sets.map(({ names }) => names),
    quantile: (parameters) => {
      const set = setOrProblem(parameters);
      if ("what" in set) throw new RangeError(`${set.what} ${set.mend}`);
      return set.quantile(numbersOf(set, parameters), Boolean(parameters.share));
    },
    problem: (parameters) => {
      const set = setOrProblem(parameters);
      return "what" in set ? set : undefined;
    },
  };
};

const givenNames = (parameters: Parameters): readonly string[] =>
  Object.keys(parameters).filter((key) => parameters[key] !== undefined && key !== "share");

/** The set with exactly the given names. `value` is allowed with any set, for the central run. */
const setOf = (sets: readonly ParameterSet[], given: readonly string[]): ParameterSet | undefined =>
  sets.find(
    ({ names }) =>
      names.every((name) => given.includes(name)) && given.every((name) => names.includes(name) || name === "value"),
  );

const numbersOf = ({ names }: ParameterSet, parameters: Parameters): Numbers =>
  Object.fromEntries(names.map((name) => [name, Number(parameters[name])]));

const inWords = (sets: readonly ParameterSet[]): string => sets.map(({ names }) => listed(names)).join("; or ");

/** The first of some problems; undefined if there is none. */
export const firstProblem = (...problems: readonly (ParameterProblem | undefined)[]): ParameterProblem | undefined =>
  problems.find((problem) => problem !== undefined);

/** The problem of a range whose low is not below its high. */
export const rangeProblem = ({ low, high }: Numbers): ParameterProblem | undefined => {
  if (low < high) return undefined;
  return low === high
    ? {
        what: `low and high are both ${low}.`,
        mend: "For a number without a range, leave out low, high and the distribution.",
      }
    : { what: `low (${low}) is above high (${high}).`, mend: "Exchange the two." };
};

/** The problem of a number that must be above 0. */
export const positiveProblem = (name: string, value: number): ParameterProblem | undefined =>
  value > 0
    ? undefined
    : { what: `${name} must be above 0, not ${value}.`, mend: "Check the sign, or choose another distribution." };

/** The problem of a value that is not between low and high, where all three are given. */
const outside = ({ value, low, high }: Parameters): ParameterProblem | undefined =>
  Number(value) < Number(low) || Number(value) > Number(high)
    ? {
        what: `value (${value}) must lie between low (${low}) and high (${high}).`,
        mend: "Widen the range or mend the value.",
      }
    : undefined;

/** The problem of a share that is not between 0 and 1, without either end. */
export const openShareProblem = (name: string, value: number): ParameterProblem | undefined =>
  value > 0 && value < 1
    ? undefined
    : {
        what: `${name} must be above 0 and below 1, not ${value}.`,
        mend: "Write it as a share, such as 0.3 or 30%.",
      };
