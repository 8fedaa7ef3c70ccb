import { invisibleIn, withPlainSpaces } from "../../base/texts/invisible.js";

/** The value at a path in plain data; undefined if there is none. */
export const valueAt = (data: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, step)?.value : undefined,
    data,
  );

/** True for a map, as YAML calls it. */
export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value as a message shows it. */
export const valueText = (value: unknown): string => {
  if (value === null) return "empty";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (isMap(value))
    return Object.keys(value).length === 0 ? "an empty map" : `a map of ${Object.keys(value).slice(0, 4).join(", ")}`;
  const text = String(value);
  if (typeof value !== "string") return text;
  const hidden = invisibleIn(text);
  const shown = hidden === undefined ? text : withPlainSpaces(text);
  return `"${shown.length > 40 ? `${shown.slice(0, 37)}…` : shown}"${hidden === undefined ? "" : ` with a ${hidden}`}`;
};
