import * as z from "zod";

/** A name that formulas may read: letters, digits and _, beginning with a letter. */
export const nameForm = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]*$/)
  .max(60);

/** A name that formulas cannot read: it may also have hyphens. */
export const labelForm = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]*$/)
  .max(60);

/** The entries of a map sorted by name, so that the order in a file never matters. */
export const sortedEntries = <Value>(
  map: Readonly<Record<string, Value>> | undefined,
): readonly (readonly [string, Value])[] => Object.entries(map ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));

/** A map with each value changed, sorted by name. */
export const mapSorted = <From, To>(
  map: Readonly<Record<string, From>> | undefined,
  change: (value: From, name: string) => To,
): Readonly<Record<string, To>> =>
  Object.fromEntries(sortedEntries(map).map(([name, value]) => [name, change(value, name)]));
