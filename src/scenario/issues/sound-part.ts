import type * as z from "zod";
import { nearestForm } from "./nearest-form.js";
import { formsWithKey } from "./schema-at.js";
import { isMap } from "./value.js";

/** Maps whose entries are independent: one can be left out and the others can still be read. */
const separable = ["quantities", "services", "demand", "interventions", "strategies", "regimes", "expect", "observed"];

/** A scenario that can be read although a part of what is written cannot. */
export interface SoundPart {
  readonly data: unknown;
  /** True if no entry is left out, but only keys that do not belong to the form of their entry. */
  readonly isWhole: boolean;
}

/**
 * A scenario without the entries that are wrong in shape, so that misspelt names elsewhere are reported too.
 * Undefined if an entry is wrong that all the others depend on.
 */
export const soundPart = (data: unknown, issues: readonly z.core.$ZodIssue[]): SoundPart | undefined => {
  const stray = issues.map((issue) => (issues.length > mostSearches ? undefined : strayKeys(issue, data)));
  const paths = issues.flatMap((issue, index): readonly (Path | undefined)[] => stray[index] ?? [leftOut(issue)]);
  if (paths.includes(undefined)) return undefined;
  const wrong = new Set(paths.map((path) => JSON.stringify(path)));
  return { data: { title: "", question: "", ...without(data, wrong) }, isWhole: !stray.includes(undefined) };
};

type Path = readonly string[];

// The search for the nearest form is slow, and rubbish has thousands of issues.
const mostSearches = 100;

/** The keys to leave out, if an entry is wrong only in keys that belong to several other forms; else undefined. */
const strayKeys = (issue: z.core.$ZodIssue, data: unknown): readonly Path[] | undefined => {
  if (!separable.includes(String(issue.path[0])) || issue.path.length >= deepest) return undefined;
  const keys = nearestForm(issue, [], data).flatMap(({ issue: inner, path }) =>
    inner.code === "unrecognized_keys" && path.length === issue.path.length
      ? inner.keys.map((key) => (formsWithKey(path, key) > 1 ? [...path, key] : undefined))
      : [undefined],
  );
  const stray = keys.filter((path) => path !== undefined);
  return stray.length === keys.length ? stray : undefined;
};

/** The path to leave out for an issue: a line of an intervention, an entry, or a text; undefined if there is none. */
const leftOut = ({ path, code }: z.core.$ZodIssue): readonly string[] | undefined => {
  const [section, entry, kind, line] = path.map(String);
  if (section === "title" || section === "question") return [section];
  // An entry with an invalid name is often named correctly elsewhere, so leaving it out would cause false problems.
  if (!separable.includes(section) || entry === undefined || code === "invalid_key") return undefined;
  return line !== undefined && ["costs", "grants", "effects"].includes(kind)
    ? [section, entry, kind, line]
    : [section, entry];
};

// Sections, entries, costs, grants or effects, a line of them, and its keys.
const deepest = 5;

const without = (data: unknown, wrong: ReadonlySet<string>): Readonly<Record<string, unknown>> => {
  const remove = (part: unknown, path: readonly string[]): unknown =>
    isMap(part) && path.length < deepest ? removeFrom(part, path) : part;
  const removeFrom = (map: Readonly<Record<string, unknown>>, path: readonly string[]) => {
    const sound = Object.entries(map).filter(([key]) => !wrong.has(JSON.stringify([...path, key])));
    return Object.fromEntries(sound.map(([key, value]) => [key, remove(value, [...path, key])]));
  };
  return isMap(data) ? removeFrom(data, []) : {};
};
