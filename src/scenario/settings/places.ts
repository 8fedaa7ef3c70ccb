import { valueAt } from "../issues/value.js";

/** Where a value is in plain data: the keys and indices that lead to it. */
export type Place = readonly string[];

/** The places at which two pieces of plain data differ. Parts whose keys differ do so as a whole. */
export const differingPlaces = (before: unknown, after: unknown, at: Place = []): readonly Place[] => {
  if (Object.is(before, after)) return [];
  if (typeof before !== "object" || typeof after !== "object" || before === null || after === null) return [at];
  const [entries, others] = [Object.entries(before), Object.entries(after)];
  const isAlike = entries.length === others.length && entries.every(([key], entry) => key === others[entry][0]);
  return isAlike
    ? entries.flatMap(([key, inner], entry) => differingPlaces(inner, others[entry][1], [...at, key]))
    : [at];
};

/** The data with its value at a place changed. Only what leads there is copied. */
export const changedAt = (data: unknown, [key, ...rest]: Place, change: (value: unknown) => unknown): unknown => {
  if (key === undefined) return change(data);
  const entry = { [key]: changedAt(valueAt(data, [key]), rest, change) };
  return Array.isArray(data) ? Object.assign([...data], entry) : { ...(data as object), ...entry };
};
