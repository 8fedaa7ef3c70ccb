import type * as z from "zod";
import { smallestOf } from "../../base/mathematics/largest.js";
import { decidingKeysAt } from "./schema-at.js";
import { isMap, valueAt } from "./value.js";

/** An issue that zod found, with its path in the data. */
export interface Placed {
  readonly issue: z.core.$ZodIssue;
  readonly path: readonly string[];
  /** The missing keys of each form, if the value may be meant as any of several forms. */
  readonly missing?: readonly (readonly string[])[];
}

/** The issues of a value according to one of its forms. */
type Form = readonly Placed[];

/** The issues of a value. If it may take several forms, the issues of the nearest form. */
export const nearestForm = (issue: z.core.$ZodIssue, parent: readonly string[], data: unknown): Form => {
  const path = [...parent, ...issue.path.map(String)];
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [{ issue, path }];
  const forms = issue.errors
    .map((errors) => errors.flatMap((inner) => nearestForm(inner, path, data)))
    .filter((form) => !form.some((placed) => isOfWrongKind(placed, path)));
  if (forms.length === 0) return [{ issue, path }];
  const value = valueAt(data, path);
  const knowing = forms.filter((form) => unknownIn(form, path).length === 0);
  const meant = knowing.length > 1 ? knowing : forms;
  if (meant.length > 1 && !meant.some((form) => hasOwnKeys(form, meant, path, value)))
    return undecided(issue, meant, path, data);
  const candidates = decidedForms(forms, path, value);
  if (candidates === forms && knowing.length === 1 && isMap(value)) return knowing[0];
  const distances = candidates.map((form) => sumOf(form, (placed) => distance(placed, data)));
  const least = smallestOf(distances);
  const nearest = candidates.filter((_, index) => distances[index] === least);
  const isUndecided = nearest.every(
    (form) => !hasOwnKeys(form, nearest, path, value) && missingFrom(form, path, data).length > 0,
  );
  return nearest.length > 1 && isUndecided ? undecided(issue, nearest, path, data) : nearest[0];
};

/** The forms that have one of the deciding keys of a value; all forms, if it has no such key. */
const decidedForms = (forms: readonly Form[], path: readonly string[], value: unknown): readonly Form[] => {
  const deciding = isMap(value) ? decidingKeysAt(path).filter((key) => Object.hasOwn(value, key)) : [];
  const decided = forms.filter((form) => deciding.some((key) => !unknownIn(form, path).includes(key)));
  return decided.length > 0 ? decided : forms;
};

/** True if a form expects another kind of value: a map, a list, text or a number. */
const isOfWrongKind = ({ issue, path }: Placed, union: readonly string[]): boolean =>
  path.length === union.length && ["invalid_type", "invalid_value", "invalid_union"].includes(issue.code);

const unknownIn = (form: Form, path: readonly string[]): readonly string[] =>
  form.flatMap(({ issue, path: at }) =>
    issue.code === "unrecognized_keys" && at.length === path.length ? issue.keys : [],
  );

/** True if a value has a key that this form knows and another does not. */
const hasOwnKeys = (form: Form, forms: readonly Form[], path: readonly string[], value: unknown): boolean => {
  const unknown = unknownIn(form, path);
  const unknownElsewhere = forms.flatMap((other) => unknownIn(other, path));
  return isMap(value) && Object.keys(value).some((key) => unknownElsewhere.includes(key) && !unknown.includes(key));
};

/** The issues that every form finds, with one issue for the missing keys of each form. */
const undecided = (issue: z.core.$ZodIssue, forms: readonly Form[], path: readonly string[], data: unknown): Form => {
  const inAll = (placed: Placed): boolean =>
    forms.every((form) => form.some((other) => keyOf(other) === keyOf(placed)));
  const own = forms.map((form) => form.filter((placed) => !inAll(placed)));
  const missing = own.map((form) => missingFrom(form, path, data)).filter((keys) => keys.length > 0);
  return missing.length === 0 ? forms[0] : [...forms[0].filter(inAll), { issue, path, missing }];
};

/** The keys of a form that a value lacks. */
const missingFrom = (form: Form, path: readonly string[], data: unknown): readonly string[] =>
  form
    .filter((placed) => placed.path.length === path.length + 1 && valueAt(data, placed.path) === undefined)
    .map((placed) => placed.path[path.length]);

const keyOf = ({ issue, path }: Placed): string =>
  JSON.stringify([issue.code, path, issue.code === "unrecognized_keys" ? issue.keys : []]);

const distance = ({ issue, path }: Placed, data: unknown): number => {
  if (issue.code === "unrecognized_keys") return 2 * issue.keys.length;
  const value = valueAt(data, path);
  return typeof value === "object" && value !== null ? 3 : 1;
};

const sumOf = (form: Form, by: (placed: Placed) => number): number => form.reduce((sum, placed) => sum + by(placed), 0);
