import type { Distribution, DistributionFamily, Parameters } from "./distribution.js";

/** The numbers of one parameter set, by name, all finite. */
export type Numbers = Readonly<Record<string, number>>;

/** One way to write a family: the names it takes, what may be wrong with the numbers, the distribution they give. */
export interface Form {
  readonly names: readonly string[];
  readonly problem: (numbers: Numbers, share: boolean) => string | undefined;
  readonly quantile: (numbers: Numbers, share: boolean) => Distribution;
}

/** Makes a family of its forms: finds the form that is given, checks the names and numbers, then asks the form. */
export const family = (name: string, says: string, forms: readonly Form[]): DistributionFamily => {
  const problem = (parameters: Parameters): string | undefined => {
    const form = formOf(forms, parameters);
    if (!form) return `${name} takes ${waysOf(forms)}, but is given ${listOf(givenNames(parameters)) || "nothing"}.`;
    const unusable = form.names.find((key) => !Number.isFinite(parameters[key]));
    if (unusable) return `The ${unusable} of ${name} must be a number, not ${parameters[unusable]}.`;
    return form.problem(numbersOf(form, parameters), Boolean(parameters.share));
  };
  const quantile = (parameters: Parameters): Distribution => {
    const wrong = problem(parameters);
    const form = formOf(forms, parameters);
    if (wrong !== undefined || !form) throw new RangeError(wrong);
    return form.quantile(numbersOf(form, parameters), Boolean(parameters.share));
  };
  return { name, says, parameters: forms.map(({ names }) => names), quantile, problem };
};

const givenNames = (parameters: Parameters): readonly string[] =>
  Object.keys(parameters).filter((key) => parameters[key] !== undefined && key !== "share");

// Exactly the names of the form; `value` may stand beside any, for the central run.
const formOf = (forms: readonly Form[], parameters: Parameters): Form | undefined => {
  const given = givenNames(parameters);
  return forms.find(
    ({ names }) =>
      names.every((name) => given.includes(name)) && given.every((name) => names.includes(name) || name === "value"),
  );
};

const numbersOf = ({ names }: Form, parameters: Parameters): Numbers =>
  Object.fromEntries(names.map((name) => [name, Number(parameters[name])]));

const listOf = (names: readonly string[]): string => names.join(", ").replace(/, ([^,]*)$/, " and $1");

const waysOf = (forms: readonly Form[]): string => forms.map(({ names }) => listOf(names)).join("; or ");

/** The first problem there is, of several that may be. */
export const firstProblem = (...problems: readonly (string | undefined)[]): string | undefined =>
  problems.find((problem) => problem !== undefined);

/** What is wrong with a range whose low is not below its high. */
export const rangeProblem = ({ low, high }: Numbers): string | undefined => {
  if (low < high) return undefined;
  return low === high
    ? `low and high are both ${low}: where there is no range, leave out low, high and the distribution.`
    : `low (${low}) is above high (${high}): exchange the two.`;
};

/** What is wrong with a number that must be above 0. */
export const positiveProblem = (name: string, value: number): string | undefined =>
  value > 0 ? undefined : `${name} must be above 0, not ${value}: check the sign, or choose another distribution.`;

/** What is wrong with a value that is not between low and high. */
export const betweenProblem = ({ value, low, high }: Numbers): string | undefined =>
  value >= low && value <= high
    ? undefined
    : `value (${value}) must lie between low (${low}) and high (${high}): widen the range or mend the value.`;

/** What is wrong with a share that is not between 0 and 1, both ends left out. */
export const openShareProblem = (name: string, value: number): string | undefined =>
  value > 0 && value < 1
    ? undefined
    : `${name} must be above 0 and below 1, not ${value}: write it as a share, such as 0.3 or 30%.`;
