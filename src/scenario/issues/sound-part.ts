import type * as z from "zod";
import { nearestForm } from "./nearest-form.js";
import { formsWithKey } from "./schema-at.js";
import { isMap } from "./value.js";

/** Maps whose entries stand on their own, so that one may be left out and the others still be read. */
const separable = ["quantities", "services", "demand", "interventions", "strategies", "regimes", "expect"];

/**
 * A scenario without the entries that are wrong in shape, so that misspelt names elsewhere are told as well;
 * undefined where something is wrong that all the rest stands on.
 */
export const soundPart = (data: unknown, issues: readonly z.core.$ZodIssue[]): unknown => {
  const paths = issues.flatMap(
    (issue): readonly (readonly string[] | undefined)[] => strayKeys(issue, data, issues.length) ?? [leftOut(issue)],
  );
  if (paths.includes(undefined)) return undefined;
  const wrong = new Set(paths.map((path) => JSON.stringify(path)));
  return { title: "", question: "", ...(without(data, [], wrong) as object) };
};

// Finding the nearest form of each of thousands takes too long.
const mostSearches = 100;

/** The keys to leave out, if an entry is wrong only in keys that belong to several other forms; else undefined. */
const strayKeys = (
  issue: z.core.$ZodIssue,
  data: unknown,
  issues: number,
): readonly (readonly string[])[] | undefined => {
  const isEntry = separable.includes(String(issue.path[0])) && issue.path.length < deepest;
  if (!isEntry || issues > mostSearches) return undefined;
  const keys = nearestForm(issue, [], data).map(({ issue: inner, path }) =>
    inner.code === "unrecognized_keys" && path.length === issue.path.length
      ? inner.keys.map((key) => (formsWithKey(path, key) > 1 ? [...path, key] : undefined))
      : [undefined],
  );
  const strays = keys.flat().filter((path) => path !== undefined);
  return strays.length === keys.flat().length ? strays : undefined;
};

/** What is left out for one issue: a line of costs or effects, an entry, or a text; undefined where that will not do. */
const leftOut = ({ path, code }: z.core.$ZodIssue): readonly string[] | undefined => {
  const [section, entry, kind, line] = path.map(String);
  if (section === "title" || section === "question") return [section];
  // A name that cannot be one is often written right wherever it is used.
  if (!separable.includes(section) || entry === undefined || code === "invalid_key") return undefined;
  return line !== undefined && (kind === "costs" || kind === "effects")
    ? [section, entry, kind, line]
    : [section, entry];
};

// Sections, entries, costs or effects, a line of them, and its keys.
const deepest = 5;

const without = (part: unknown, path: readonly string[], wrong: ReadonlySet<string>): unknown => {
  if (!isMap(part) || path.length >= deepest) return part;
  const kept = Object.entries(part).filter(([key]) => !wrong.has(JSON.stringify([...path, key])));
  return Object.fromEntries(kept.map(([key, value]) => [key, without(value, [...path, key], wrong)]));
};
