import type * as z from "zod";
import { nearestName, type Problem } from "../base/problem.js";
import { nearestForm, type Placed } from "./issues/nearest-form.js";
import { keysAt } from "./issues/schema-at.js";
import { valueAt } from "./issues/value.js";
import { problemsOfIssue } from "./issues/words.js";

/** What zod found wrong with the shape of a scenario, as problems a reader can mend; a misspelt key is not told again as a missing one. */
export const problemsOfShape = ({ issues }: z.ZodError, data: unknown): readonly Problem[] => {
  const placed = issues.slice(0, mostIssues).flatMap((issue) => nearestForm(issue, [], data));
  const misspelt = new Set(placed.flatMap(meantKeys));
  const isMisspelt = ({ path, lacking }: Placed): boolean =>
    lacking
      ? lacking.flat().some((key) => misspelt.has(JSON.stringify([...path, key])))
      : misspelt.has(JSON.stringify(path)) && valueAt(data, path) === undefined;
  return placed.filter((each) => !isMisspelt(each)).flatMap((each) => problemsOfIssue(each, data));
};

// Of the hundreds that rubbish makes, a reader needs only the first.
const mostIssues = 100;

/** The paths of the keys that unknown ones were meant to be. */
const meantKeys = ({ issue, path }: Placed): readonly string[] => {
  const unknown = issue.code === "unrecognized_keys" ? issue.keys : [];
  return unknown.map((key) => JSON.stringify([...path, nearestName(key, keysAt(path))]));
};
