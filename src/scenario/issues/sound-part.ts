import type * as z from "zod";
import { isMap } from "./value.js";

/** Maps whose entries stand on their own, so that one may be left out and the others still be read. */
const separable = ["quantities", "services", "demand", "interventions", "strategies", "regimes", "expect"];

/**
 * A scenario without the entries that are wrong in shape, so that misspelt names elsewhere are told as well;
 * undefined where something is wrong that all the rest stands on.
 */
export const soundPart = (data: unknown, issues: readonly z.core.$ZodIssue[]): unknown => {
  const paths = issues.map(leftOut);
  if (paths.includes(undefined)) return undefined;
  const wrong = new Set(paths.map((path) => JSON.stringify(path)));
  return { title: "", question: "", ...(without(data, [], wrong) as object) };
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

const without = (part: unknown, path: readonly string[], wrong: ReadonlySet<string>): unknown => {
  if (!isMap(part) || path.length > 3) return part;
  const kept = Object.entries(part).filter(([key]) => !wrong.has(JSON.stringify([...path, key])));
  return Object.fromEntries(kept.map(([key, value]) => [key, without(value, [...path, key], wrong)]));
};
