import * as z from "zod";
import { square } from "../../base/mathematics/power.js";
import { percentPattern, shareIn } from "../../base/problems/number-text.js";
import { strictObject } from "../../base/strict-object.js";
import { type ReadContext, reportError } from "../../quantity/context.js";
import type { Expression } from "../../quantity/expression.js";
import { wordForm } from "../../quantity/forms.js";

const number = "(\\d+(?:\\.\\d+)?)";
const changePattern = new RegExp(`^\\s*${number}\\s*->\\s*${number}\\s*$`);
const changeForm = wordForm.meta({ pattern: changePattern.source, examples: ["436 -> 236"] });

/** How much the counts of events vary, as variance over mean. */
export const spreadForm = z.number().positive();

/** The standard error of a count, as a share of it. */
export const errorForm = z.union([z.number().positive(), wordForm.meta({ pattern: percentPattern.source })]);

/** A count before and after: events, or with what makes it more or less certain than events are. */
export const countForm = z.union([
  changeForm,
  strictObject({
    counted: changeForm.describe("The counts, before -> after: 436 -> 236."),
    spread: spreadForm
      .describe("Variance over mean: 1 if events are independent, more if a few people make most.")
      .optional(),
    spells: z
      .union([z.number().positive(), changeForm])
      .describe("It is a duration: from how many spells (or people) it comes; 20, or 20 -> 9.")
      .optional(),
    variation: z
      .number()
      .min(0)
      .describe("Standard deviation over mean of how long a spell lasts; 1 by default.")
      .optional(),
    error: errorForm.describe("The standard error of each count, as a share of it: 12%.").optional(),
  }).describe("A count that is a duration, or that varies more or less than independent events do."),
]);

type CountForm = z.output<typeof countForm>;

/** A count: its number, and its variance over the square of it; undefined if it is a number of independent events. */
export interface Count {
  readonly number: number;
  readonly relativeVariance: number | undefined;
}

/** A count before and a count after. */
export interface Change {
  readonly before: Count;
  readonly after: Count;
}

const pairIn = (text: string): readonly [number, number] | undefined => {
  const [, before, after] = changePattern.exec(text) ?? [];
  return before === undefined ? undefined : [Number(before), Number(after)];
};

const textOf = (form: CountForm): string => (typeof form === "string" ? form : form.counted);

type Certainty = Partial<Omit<Exclude<CountForm, string>, "counted">>;

const certaintyOf = (form: CountForm, spread: number | undefined): Certainty => ({
  ...(spread === undefined ? {} : { spread }),
  ...(typeof form === "string" ? {} : form),
});

/**
 * Reads `436 -> 236`; undefined if the text has another form, or the first count is 0. `spread` holds for counts that
 * state no other.
 *
 * The time that N spells add up to has a relative variance of (1 + c²) / N, where c is the coefficient of variation of
 * a spell (a compound Poisson sum). Events with a variance of `spread` × mean have spread / mean.
 */
export const changeIn = (form: CountForm, spread: number | undefined): Change | undefined => {
  const counted = pairIn(textOf(form));
  if (counted === undefined || counted[0] === 0) return undefined;
  const { spells, variation = 1, ...own } = certaintyOf(form, spread);
  const [before, after] = counted;
  const each = (count: number, ofSpells: number | undefined): Count => ({
    number: count,
    relativeVariance: ofSpells === undefined ? relativeVarianceOf(count, own) : (1 + square(variation)) / ofSpells,
  });
  const [first, second] = typeof spells === "string" ? (pairIn(spells) ?? []) : [spells, spells];
  return { before: each(before, first), after: each(after, second) };
};

/** The variance of a count over the square of it; undefined if it is a number of independent events. */
export const relativeVarianceOf = (count: number, { error, spread }: Certainty): number | undefined => {
  if (error !== undefined) return square(shareIn(error) ?? 0);
  return spread === undefined ? undefined : spread / count;
};

/** What the assumptions say of how a count is drawn. */
export const noteOfCount = (form: CountForm, spread: number | undefined): string => {
  const { spells, variation, error, spread: own } = certaintyOf(form, spread);
  if (spells !== undefined)
    return `a duration, from ${spells} spells whose coefficient of variation is ${variation ?? "1 (assumed)"}`;
  if (error !== undefined) return `counts with a standard error of ${error}`;
  return own === undefined
    ? "counts of independent events (Poisson)"
    : `counts of events whose variance is ${own} times their mean`;
};

/** A count as a random input: Poisson for events, else a gamma with the same mean and variance. */
export const countOf = ({ number: mean, relativeVariance }: Count, address: string): Expression => {
  if (mean === 0) return 0;
  return relativeVariance === undefined
    ? { kind: "range", address, family: "poisson", parameters: { mean }, value: mean }
    : {
        kind: "range",
        address,
        family: "gamma",
        parameters: { mean, sd: mean * Math.sqrt(relativeVariance) },
        value: mean,
      };
};

/** Reads a count, and reports what is wrong with it. */
export const readChange = (
  form: CountForm,
  spread: number | undefined,
  address: string,
  context: ReadContext,
): Change | undefined => {
  const refuse = (what: string, mend: string): undefined => reportError(context, address, what, mend);
  const text = textOf(form);
  const counted = pairIn(text);
  if (counted === undefined)
    return refuse(
      `"${text}" is not a count before and a count after.`,
      `Write before -> after in plain digits: ${meantBy(text)}.`,
    );
  const change = changeIn(form, spread);
  if (change === undefined)
    return refuse(
      "The count before is 0, so the change as a share is not defined.",
      "Leave this service out, or count over a longer time.",
    );
  const { spells, error, variation, spread: own } = certaintyOf(form, undefined);
  const stated = [spells, error, own].filter((each) => each !== undefined).length;
  if (stated > 1) return refuse("Only one of spells, spread and error can say how certain a count is.", "Keep one.");
  if (variation !== undefined && spells === undefined)
    return refuse("variation is of spells, and this count states none.", "Write spells: 20 as well, or leave it out.");
  const { before, after } = change;
  if ([before, after].some(({ relativeVariance = 0, number: count }) => count > 0 && !(relativeVariance < 1)))
    return refuse(
      "The standard error of this count is as large as the count, so it says nothing.",
      "Mend the spread or the number of spells, or leave this service out.",
    );
  return change;
};

/** The change that a text probably means: `1,436 to 1,200` is 1436 -> 1200. */
const meantBy = (text: string): string => {
  const better = text.replaceAll(/(\d),(?=\d{3})/g, "$1").replace(/\s*(to|→|=>|–>|-(?!>)|\/)\s*/, " -> ");
  return changePattern.test(better) ? better.trim() : "436 -> 236";
};
