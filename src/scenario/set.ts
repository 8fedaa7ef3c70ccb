import { didYouMean, nearestName, type Problem } from "../base/problem.js";
import { pathOf } from "./address.js";
import { keysAt } from "./issues/schema-at.js";
import { isMap } from "./issues/value.js";
import type { Settings } from "./scenario.js";
import { assumption } from "./source.js";

/** The data with values changed by address; a misspelt address makes nothing new. Text that is a number counts as one. */
export const setValues = (
  data: unknown,
  set: Settings,
): { readonly data: unknown; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  let changed = data;
  for (const [address, value] of Object.entries(set)) {
    const path = pathOf(address, data);
    const wrong = wrongAddress(data, path);
    if (wrong === undefined) changed = replaced(changed, path, isNumber(value) ? Number(value) : value);
    else
      problems.push({
        severity: "error",
        address,
        what: `There is nothing at ${address} to set. ${wrong}`,
        mend: "An address is the path of a value in the file, such as quantities.effect or time.years.",
      });
  }
  return { data: changed, problems };
};

/** A problem with a value that was set, saying so. */
export const tellOfSet = (problem: Problem, set: Settings, data: unknown): Problem => {
  const told = Object.keys(set).find((address) => concerns(problem.address, address, data));
  if (told === undefined) return problem;
  const said = `${told}: ${set[told]} comes from set, not from the scenario itself.`;
  return { ...problem, mend: problem.mend === undefined ? said : `${problem.mend} ${said}` };
};

/** Whether the value at an address was set, or lies within one that was. */
export const isSet = (address: string, set: Settings, data: unknown): boolean => {
  const path = pathOf(address, data);
  return Object.keys(set).some((other) => beginsWith(path, pathOf(other, data)));
};

// A problem with a range as a whole may come from its low, which was set.
const concerns = (address: string, setAddress: string, data: unknown): boolean => {
  const [path, setPath] = [pathOf(address, data), pathOf(setAddress, data)];
  return (
    beginsWith(path, setPath) ||
    (setPath.length > 2 && beginsWith(path, setPath.slice(0, -1)) && path.length === setPath.length - 1)
  );
};

const beginsWith = (path: readonly string[], start: readonly string[]): boolean =>
  start.every((key, depth) => path[depth] === key);

const isNumber = (value: number | string): boolean =>
  typeof value === "string" && /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value);

/** What is wrong with a path, where nothing is there that could be set. */
const wrongAddress = (data: unknown, path: readonly string[]): string | undefined => {
  if (path.length === 0) return didYouMean("", keysAt([]));
  let part = data;
  for (const [depth, key] of path.entries()) {
    const before = path.slice(0, depth);
    if (!isMap(part)) return `${before.join(".")} is ${Array.isArray(part) ? "a list" : "a single value"}.`;
    const isLast = depth === path.length - 1;
    if (!Object.hasOwn(part, key))
      return isLast && keysAt(before).includes(key) ? undefined : nearest(key, before, part);
    part = part[key];
  }
  return undefined;
};

const nearest = (key: string, before: readonly string[], part: Readonly<Record<string, unknown>>): string => {
  const known = [...new Set([...Object.keys(part), ...keysAt(before)])];
  const meant = nearestName(key, known);
  return meant === undefined ? didYouMean(key, known) : `Did you mean ${[...before, meant].join(".")}?`;
};

const replaced = (data: unknown, [key, ...rest]: readonly string[], value: number | string): unknown =>
  key === undefined
    ? inPlaceOf(data, value)
    : { ...(data as object), [key]: replaced((data as Record<string, unknown>)[key], rest, value) };

/** A value in place of a number that says more of itself keeps its unit, its prices and the source they hang on; the range goes. */
const inPlaceOf = (written: unknown, value: number | string): unknown => {
  if (!isMap(written) || !["value", "traces", "file", "steps"].some((key) => Object.hasOwn(written, key))) return value;
  const kept = Object.entries(written).filter(
    ([key, said]) => ["unit", "priceYear", "source"].includes(key) && said !== assumption,
  );
  return kept.length === 0 ? value : { value, ...Object.fromEntries(kept) };
};
