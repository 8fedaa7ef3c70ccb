import * as z from "zod";
import { isRecord, withValueAt } from "../plain.js";

/** A parameter of a rule that may vary. */
export interface Varied {
  /** The keys on the way to it. */
  readonly keys: readonly string[];
  /** Its first value. */
  readonly start: ParameterValue;
  /** The values that are tried, from the lowest up. */
  readonly values: readonly ParameterValue[];
  /** A round value between two others; undefined if there is none. */
  readonly between: (low: ParameterValue, high: ParameterValue) => ParameterValue | undefined;
}

/** A number, or one of some words. */
export type ParameterValue = number | string;

type Schema = z.core.JSONSchema.BaseSchema;

/**
 * The parameters of a rule that may vary, by its form: shares in tenths from the least to the most, amounts from
 * nothing to twice as much as stated, and each word that stands for a choice. Names, lists and what is left out
 * stay as they are.
 */
export const variedOf = (form: z.ZodType | undefined, parameters: unknown): readonly Varied[] =>
  form instanceof z.ZodObject && isRecord(parameters)
    ? Object.entries(form.shape).flatMap(([name, part]) => variedIn(schemaOf(part), [name], parameters[name]))
    : [];

/** The form of a parameter as a JSON schema; an empty one for a rule that stands in another. */
const schemaOf = (form: z.core.$ZodType): Schema => {
  try {
    return z.toJSONSchema(form, { io: "output", unrepresentable: "any" });
  } catch {
    return {};
  }
};

const variedIn = (schema: Schema, keys: readonly string[], start: unknown): readonly Varied[] => {
  const forms = [schema, ...(schema.anyOf ?? [])].filter((form): form is Schema => typeof form === "object");
  if (typeof start === "number") {
    const bounds = forms.find(({ type }) => type === "number" || type === "integer");
    return bounds === undefined ? [] : [variedNumber(bounds, keys, start)];
  }
  if (typeof start === "string") {
    const values = forms.flatMap((form) => form.enum ?? []).filter((word) => typeof word === "string");
    return values.length < 2 ? [] : [{ keys, start, values, between: () => undefined }];
  }
  if (!isRecord(start) || schema.properties === undefined) return [];
  return Object.entries(schema.properties).flatMap(([name, form]) =>
    typeof form === "object" ? variedIn(form, [...keys, name], start[name]) : [],
  );
};

const tenths = Array.from({ length: 11 }, (_, at) => at / 10);

/** Multiples of an amount that are tried; and amounts that are tried where nothing is stated. */
const multiples = [-1, 0, 0.5, 1, 1.5, 2];
const amounts = [-10_000, -1000, 0, 1000, 10_000];

const variedNumber = (bounds: Schema, keys: readonly string[], start: number): Varied => {
  const { minimum = 0, maximum = Number.POSITIVE_INFINITY, exclusiveMinimum, type } = bounds;
  const isShare = maximum - minimum <= 1;
  const tried = isShare
    ? tenths.map((tenth) => minimum + tenth * (maximum - minimum))
    : start === 0
      ? amounts
      : multiples.map((factor) => factor * start);
  const above = typeof exclusiveMinimum === "number" ? exclusiveMinimum : Number.NEGATIVE_INFINITY;
  const fits = (value: number): boolean => value >= minimum && value <= maximum && value > above;
  const whole = (value: number): number => (type === "integer" ? Math.round(value) : Number(value.toPrecision(6)));
  const values = [...new Set([...tried.map(whole), start])].filter(fits).sort((one, other) => one - other);
  const round = (value: number): number =>
    isShare ? Math.round(100 * value) / 100 : whole(Number(value.toPrecision(2)));
  const nearest = isShare ? 0 : (values[values.length - 1] - values[0]) / 100;
  return { keys, start, values, between: (low, high) => betweenNumbers(low, high, nearest, round) };
};

/** A round number half way between two others: a whole percent of a share, two digits of an amount. */
const betweenNumbers = (
  low: ParameterValue,
  high: ParameterValue,
  nearest: number,
  rounded: (value: number) => number,
) => {
  if (typeof low !== "number" || typeof high !== "number" || high - low <= nearest) return undefined;
  const middle = rounded((low + high) / 2);
  return middle > low && middle < high ? middle : undefined;
};

/** Parameters with each varied one at a value. */
export const parametersAt = (
  parameters: unknown,
  varied: readonly Varied[],
  values: readonly ParameterValue[],
): unknown => varied.reduce((all, { keys }, at) => withValueAt(all, keys, values[at]), parameters);
