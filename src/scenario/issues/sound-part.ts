import type * as z from "zod";
import { isMap } from "./value.js";

/** Maps whose entries stand on their own, so that one may be left out and the others still be read. */
const separable = ["quantities", "services", "demand", "interventions", "strategies", "expect"];

/**
 * A scenario without the entries that are wrong in shape, so that misspelt names elsewhere are told as well;
 * undefined where something is wrong that all the rest stands on.
 */
export const soundPart = (data: unknown, issues: readonly z.core.$ZodIssue[]): unknown => {
  const part: Record<string, unknown> = { ...(data as object) };
  for (const { path } of issues) {
    const [section, entry] = path.map(String);
    if (section === "title" || section === "question") part[section] = "";
    else if (entry === undefined || !separable.includes(section)) return undefined;
    else part[section] = without(part[section], entry);
  }
  return part;
};

const without = (section: unknown, entry: string): unknown =>
  isMap(section) ? Object.fromEntries(Object.entries(section).filter(([name]) => name !== entry)) : section;
