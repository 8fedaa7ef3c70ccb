import type * as z from "zod";
import { isMap } from "./value.js";

/** Maps whose entries are independent: one can be left out and the others can still be read. */
const separable = ["quantities", "services", "demand", "interventions", "strategies", "regimes", "expect"];

/**
 * A scenario without the entries that are wrong in shape, so that misspelt names elsewhere are reported too.
 * Undefined if an entry is wrong that all the others depend on.
 */
export const soundPart = (data: unknown, issues: readonly z.core.$ZodIssue[]): unknown => {
  const paths = issues.map(leftOut);
  if (paths.includes(undefined)) return undefined;
  const wrong = new Set(paths.map((path) => JSON.stringify(path)));
  return { title: "", question: "", ...without(data, wrong) };
};

/** The path to leave out for an issue: a line of costs or effects, an entry, or a text; undefined if there is none. */
const leftOut = ({ path, code }: z.core.$ZodIssue): readonly string[] | undefined => {
  const [section, entry, kind, line] = path.map(String);
  if (section === "title" || section === "question") return [section];
  // An entry with an invalid name is often named correctly elsewhere, so leaving it out would cause false problems.
  if (!separable.includes(section) || entry === undefined || code === "invalid_key") return undefined;
  return line !== undefined && (kind === "costs" || kind === "effects")
    ? [section, entry, kind, line]
    : [section, entry];
};

const without = (data: unknown, wrong: ReadonlySet<string>): Readonly<Record<string, unknown>> => {
  const remove = (part: unknown, path: readonly string[]): unknown =>
    isMap(part) && path.length <= 3 ? removeFrom(part, path) : part;
  const removeFrom = (map: Readonly<Record<string, unknown>>, path: readonly string[]) => {
    const sound = Object.entries(map).filter(([key]) => !wrong.has(JSON.stringify([...path, key])));
    return Object.fromEntries(sound.map(([key, value]) => [key, remove(value, [...path, key])]));
  };
  return isMap(data) ? removeFrom(data, []) : {};
};
