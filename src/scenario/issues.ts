import type * as z from "zod";
import { errorAt, nearestName, type Problem } from "../base/problems/problem.js";
import { nearestForm, type Placed } from "./issues/nearest-form.js";
import { unnamedList, withName } from "./issues/place-meant.js";
import { keysAt } from "./issues/schema-at.js";
import { valueAt } from "./issues/value.js";
import { mostKeys, problemsOfIssue } from "./issues/words.js";

/**
 * The issues that zod finds in the shape of a scenario, as problems a reader can mend.
 * A misspelt key is reported once, not also as a missing key.
 */
export const problemsOfShape = ({ issues }: z.ZodError, data: unknown): readonly Problem[] => {
  const placed = issues.slice(0, mostIssues).flatMap((issue) => nearestForm(issue, [], data));
  const misspelt = new Set(placed.flatMap(meantKeys));
  const isMisspelt = ({ path, missing }: Placed): boolean =>
    missing
      ? missing.flat().some((key) => misspelt.has(JSON.stringify([...path, key])))
      : misspelt.has(JSON.stringify(path)) && valueAt(data, path) === undefined;
  const unnamed = new Map(
    placed.flatMap(({ path }) => {
      const list = unnamedList(path, data);
      return list === undefined ? [] : [[list.join("."), list] as const];
    }),
  );
  const isIn = ({ path }: Placed, list: readonly string[]): boolean => list.every((key, at) => path[at] === key);
  return [
    ...[...unnamed.values()].map((list) => withoutName(list, data)),
    ...placed
      .filter((each) => !isMisspelt(each) && ![...unnamed.values()].some((list) => isIn(each, list)))
      .flatMap((each) => problemsOfIssue(each, data)),
  ];
};

const withoutName = (list: readonly string[], data: unknown): Problem =>
  errorAt("missing", list.join("."), `${list.at(-1)} has entries without a name.`, withName(list, data));

// Rubbish causes hundreds of issues. A reader needs only the first.
const mostIssues = 100;

/** The paths of the keys that unknown keys were meant to be. */
const meantKeys = ({ issue, path }: Placed): readonly string[] => {
  const unknown = issue.code === "unrecognized_keys" ? issue.keys.slice(0, mostKeys) : [];
  const known = unknown.length > 0 ? keysAt(path) : [];
  return unknown.map((key) => JSON.stringify([...path, nearestName(key, known)]));
};
