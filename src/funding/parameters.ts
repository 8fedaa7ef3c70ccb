import * as z from "zod";
import { mostCounted } from "../base/money.js";
import { percentage } from "../base/problems/number-text.js";
import { didYouMean, ScenarioError } from "../base/problems/problem.js";

/** A fraction that is written as one, such as 5/6. */
const fraction = (text: string): number | undefined => {
  const [, numerator, denominator] = /^\s*(\d+)\s*\/\s*(\d+)\s*$/.exec(text) ?? [];
  return numerator === undefined ? undefined : Number(numerator) / Number(denominator);
};

const shareText = z.union(
  [z.number(), z.string().transform((text) => percentage(text) ?? fraction(text) ?? Number.NaN)],
  {
    error: "expected a number, a percentage such as 60% or a fraction such as 5/6",
  },
);

/** A share between two bounds; `why` says why they are the bounds, and ends every message about them. */
const shareBetween = (least: number, most: number, why: string) => {
  const bounds = `a share of ${least} to ${most}, or a percentage of ${least * 100}% to ${most * 100}%: ${why}`;
  return shareText.pipe(z.number({ error: bounds }).min(least, bounds).max(most, bounds));
};

/** A share of 0 to 1, such as 0.6, 60% or 5/6; `why` says why it has these bounds. */
export const shareBecause = (why: string) => shareBetween(0, 1, why);

/** A share of 0 to 1, such as 0.6, 60% or 5/6. */
export const shareForm = shareBecause("a part is not below nothing, nor above the whole");

/** How a budget grows in a year: 0.02 and 2% are the same; below 0 it shrinks. */
export const growth = shareBetween(-1, 10, "a budget cannot fall by more than itself; past tenfold is a typing error");

/** A number of 0 or more, of pounds or of things; `why` says why it is not below 0. */
export const atLeast0Because = (why: string) => {
  const bounds = `a number of 0 or more: ${why}`;
  return z.number({ error: bounds }).min(0, bounds).max(mostCounted, "a number of at most 10 million million");
};

/** Pounds that may be below 0. */
export const eitherWay = z.number().min(-mostCounted).max(mostCounted);

/** The name of an agency. */
export const agency = z.string().min(1).describe("The name of an agency.");

/**
 * Another rule of the same family, which this one wraps: in code a function, in a scenario a name with its parameters.
 */
export const wrapped = <Rule extends (world: never) => unknown>() =>
  z.custom<Rule>((rule) => typeof rule === "function", "another rule of the same family");

/** Throws a ScenarioError if a rule names an agency that is not among those it is applied to. */
export const checkTakesPart = (
  rule: string,
  names: readonly string[],
  participants: readonly { readonly agency: string }[],
) => {
  const known = [...new Set(participants.map(({ agency }) => agency))];
  const unknown = known.length === 0 ? undefined : names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const what = `${rule} names ${unknown}, which takes no part.`;
  throw new ScenarioError([{ severity: "error", address: rule, what, mend: didYouMean(unknown, known) }]);
};
