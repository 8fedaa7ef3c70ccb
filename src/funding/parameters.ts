import * as z from "zod";
import { percentage } from "../base/number-text.js";
import { didYouMean, ScenarioError } from "../base/problem.js";

const written = z.union(
  [z.number(), z.string().transform((text) => percentage(text) ?? fraction(text) ?? Number.NaN)],
  {
    error: "expected a number, a percentage such as 60% or a fraction such as 5/6",
  },
);

/** A fraction that is written as one, such as 5/6. */
const fraction = (text: string): number | undefined => {
  const [, of, by] = /^\s*(\d+)\s*\/\s*(\d+)\s*$/.exec(text) ?? [];
  return of === undefined ? undefined : Number(of) / Number(by);
};

/** A number of pence is whole up to 9 thousand million million; £10 million million leaves room for sums. */
const mostPounds = 1e13;

/** A share between bounds, 0 and 1 unless told, and why they are its bounds. */
const shareBetween = (least: number, most: number, why: string) => {
  const bounds = `a share of ${least} to ${most}, or a percentage of ${least * 100}% to ${most * 100}%: ${why}`;
  return written.pipe(z.number({ error: bounds }).min(least, bounds).max(most, bounds));
};

/** A share, 0 to 1, a percentage such as 60% or a fraction such as 5/6, and why it has these bounds. */
export const shareThat = (why: string) => shareBetween(0, 1, why);

/** A share: 0 to 1, or a percentage such as 60%. */
export const shareForm = shareThat("nobody can keep or give more than all there is, or less than nothing");

/** How a budget grows in a year: 0.02 and 2% are the same, and below 0 it shrinks. */
export const growth = shareBetween(
  -1,
  10,
  "a budget cannot fall by more than itself; past tenfold is a slip of the pen",
);

/** A number of 0 or more, of pounds or of things, and why it is. */
export const atLeast0That = (why: string) => {
  const bounds = `a number of 0 or more: ${why}`;
  return z.number({ error: bounds }).min(0, bounds).max(mostPounds, "a number of at most 10 million million");
};

/** Pounds that may flow either way. */
export const eitherWay = z.number().min(-mostPounds).max(mostPounds);

/** The name of an agency. */
export const agency = z.string().min(1).describe("The name of an agency.");

/** Another rule of the same family, which this one wraps: in code a function, in a scenario a name with its parameters. */
export const wrapped = <Rule extends (world: never) => unknown>() =>
  z.custom<Rule>((rule) => typeof rule === "function", "another rule of the same family");

/** Makes a rule of a family from its parameters, and says what they may be. */
export interface NamedRule<Written, Made> {
  (parameters: Written): Made;
  /** What may be written in a scenario; a rule without parameters has none. */
  readonly form: z.ZodType<unknown, Written>;
}

/**
 * A rule with parameters: `make` is what it is, `form` what its parameters may be, in a scenario and in code alike. Parameters beyond their bounds are a
 * ScenarioError that says which bound, and why.
 */
export const named = <Read, Written, Made extends (world: never) => unknown>(
  name: string,
  form: z.ZodType<Read, Written>,
  make: (parameters: Read) => Made,
): NamedRule<Written, Made> =>
  Object.assign(
    (parameters: Written) => {
      const { success, data, error } = form.safeParse(parameters);
      if (success) return make(data);
      throw new ScenarioError(
        error.issues.map(({ path, message }) => ({
          severity: "error",
          address: [name, ...path].join("."),
          what: whatIsWrong(parameters, path, message),
        })),
      );
    },
    { form },
  );

/** What stands there and what was expected: a message of zod's own begins with a capital and says it all. */
const whatIsWrong = (parameters: unknown, path: readonly PropertyKey[], message: string): string => {
  if (/^[A-Z]/.test(message)) return message;
  const value = path.reduce<unknown>((inside, key) => (inside as Record<PropertyKey, unknown>)?.[key], parameters);
  const shown = typeof value === "number" ? String(value) : JSON.stringify(value);
  const name = String(path.at(-1) ?? "this");
  return `${value === undefined ? `${name} is missing` : `${name} cannot be ${shown ?? "that"}`}. Expected: ${message}.`;
};

/** Refuses an agency that a rule names where others take part and it does not. */
export const checkTakesPart = (
  rule: string,
  names: readonly string[],
  taking: readonly { readonly agency: string }[],
) => {
  const known = [...new Set(taking.map(({ agency }) => agency))];
  const unknown = known.length === 0 ? undefined : names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const what = `${rule} names ${unknown}, which takes no part.`;
  throw new ScenarioError([{ severity: "error", address: rule, what, mend: didYouMean(unknown, known) }]);
};
