import type * as z from "zod";
import { didYouMean, errorAt, listed, nearestName, type Problem } from "../../base/problems/problem.js";
import { numberMeant } from "../../quantity/number-meant.js";
import { rangeMeant, rangeOfList } from "../../quantity/range-meant.js";
import { layers } from "../money/layer.js";
import { asName } from "../names.js";
import { changeMeant } from "./change-meant.js";
import { mendAt, outdented } from "./mend.js";
import { yearsOfRun } from "./mend-of-time.js";
import type { Placed } from "./nearest-form.js";
import { keyMeant } from "./other-words.js";
import { moveNamed, placeMeant, reachMeant, wordMeant } from "./place-meant.js";
import { constantsAt, howToWrite, keysAt, schemasAt } from "./schema-at.js";
import { isMap, valueAt, valueText } from "./value.js";

/** A problem of the entry at a path. */
const problemAt = (
  code: string,
  path: readonly string[],
  what: string,
  mend: string | undefined,
  points?: Problem["points"],
): Problem => errorAt(code, path.join("."), what, mend, points);

/** The problems of a zod issue, in words that say how to mend them. */
export const problemsOfIssue = ({ issue, path, missing }: Placed, data: unknown): readonly Problem[] => {
  if (missing)
    return missing.flat().some((key) => hasOtherWord(key, path, data)) ? [] : [undecidedForm(path, missing, data)];
  if (issue.code === "unrecognized_keys")
    return issue.keys.slice(0, mostKeys).map((key) => unknownKey(key, issue, path, data));
  if (issue.code === "invalid_key") return [wrongName(path)];
  const value = valueAt(data, path);
  const [parent, last] = [path.slice(0, -1), path.at(-1) ?? ""];
  if (value === undefined && hasOtherWord(last, parent, data)) return [];
  if (value === undefined) return [problemAt("missing", path, `${nameOf(path, data)} is missing.`, mendAt(path, data))];
  return [
    bareNumber(path, value, data) ?? problemAt("wrong-value", path, wrongValue(issue, path, data), mendAt(path, data)),
  ];
};

/** True if a map has a key under another word, which is a problem of its own. */
const hasOtherWord = (key: string, path: readonly string[], data: unknown): boolean => {
  const map = valueAt(data, path);
  return (
    isMap(map) &&
    Object.keys(map)
      .slice(0, mostKeys)
      .some((word) => keyMeant(word, [key]) !== undefined)
  );
};

// Rubbish has thousands of unknown keys. A reader needs only the first.
export const mostKeys = 50;

/** True if the last key of a path is a key of the schema, and not a name that the user chose. */
const isSchemaKey = (path: readonly string[]): boolean => keysAt(path.slice(0, -1)).includes(path[path.length - 1]);

/** A value by its key, or by its position in a list. */
const nameOf = (path: readonly string[], data: unknown): string => {
  const name = path.at(-1);
  if (name === undefined) return "The scenario";
  return Array.isArray(valueAt(data, path.slice(0, -1))) ? `entry ${Number(name) + 1} of ${path.at(-2)}` : name;
};

const undecidedForm = (path: readonly string[], missing: readonly (readonly string[])[], data: unknown): Problem => {
  const ways = missing.map((way) => listed(way)).join(", or ");
  const mends = missing.flat().map((key) => mendAt([...path, key], data));
  return problemAt(
    "missing",
    path,
    `${nameOf(path, data)} needs ${ways}.`,
    mends.length > 4 ? howToWrite(path) : mends.join(" "),
    "key",
  );
};

const unknownKey = (
  key: string,
  { keys, message }: z.core.$ZodIssueUnrecognizedKeys,
  path: readonly string[],
  data: unknown,
): Problem => {
  const known = keysAt(path);
  const meantKey = known.includes(key) ? undefined : keyMeant(key, known);
  if (meantKey !== undefined) {
    const typed = valueAt(data, [...path, key]);
    const value = key === "range" ? plainText(valueAt(data, [...path, "value"])) : "";
    const range = meantKey === "low" ? endsMeant(typed, value) : meantKey === "cut" ? changeMeant(typed) : undefined;
    return problemAt(
      "unknown-key",
      [...path, key],
      `There is no key ${key} here.`,
      range ?? yearsOfRun([...path, key], data) ?? `Its name here is ${meantKey}.`,
      "key",
    );
  }
  const isOwn = !message.startsWith("Unrecognized");
  if (!known.includes(key)) {
    const at = [...path, key];
    const own = isOwn ? message : placeMeant(at, data);
    const mend =
      moveNamed(at, data) ??
      wordMeant(at) ??
      outdented(at, data) ??
      reachMeant(at, data) ??
      (nearestName(key, known) === undefined ? own : undefined);
    const what =
      mend === undefined ? `There is no key ${key} here. ${didYouMean(key, known)}` : `There is no key ${key} here.`;
    return problemAt("unknown-key", [...path, key], what, mend, "key");
  }
  const together = schemasAt(path).find(({ properties = {} }) => Object.hasOwn(properties, key))?.properties ?? {};
  const value = valueAt(data, path);
  const others = Object.keys(isMap(value) ? value : {}).filter(
    (other) => known.includes(other) && !keys.includes(other),
  );
  const apart = others.filter((other) => !Object.hasOwn(together, other));
  // A form may have advice of its own for the keys of other forms.
  const advice = isOwn ? message : "Keep one or the other.";
  return problemAt("not-together", [...path, key], `${key} cannot be used beside ${listed(apart)}.`, advice, "key");
};

/** The mend of a range under a key of its own: `range: 120-200`, `ci: [120, 200]`, `range: 10%` round a value. */
const endsMeant = (typed: unknown, value: string): string | undefined => {
  const text = plainText(typed);
  const range = Array.isArray(typed) ? rangeOfList(typed) : (rangeMeant(text) ?? rangeMeant(`${value} ± ${text}`));
  return range && `Write ${range.replace(/^.*?(low: .*) \}$/, "$1")}.`;
};

const wrongName = (path: readonly string[]): Problem => {
  const better = asName(path[path.length - 1]);
  const mend = `A name begins with a letter and holds only letters, digits and _${better === "" ? "" : `: ${better}`}.`;
  return problemAt("wrong-name", path, `${valueText(path.at(-1))} cannot be a name.`, mend, "key");
};

const verbs: Readonly<Record<string, string>> = { cut: "cut by", raise: "raised by", add: "to rise by", set: "set to" };

/** The problem of a bare number in place of a map of names: whose it is is missing. */
const bareNumber = (path: readonly string[], value: unknown, data: unknown): Problem | undefined => {
  const name = path[path.length - 1];
  const number = typeof value === "string" ? (numberMeant(value) ?? (/^-?\d/.test(value) ? value : undefined)) : value;
  if ((typeof number !== "number" && typeof number !== "string") || !isSchemaKey(path)) return undefined;
  const [agency = "hospital"] = Object.keys(valueAt(data, ["agencies"]) ?? {});
  const [service = "fallAdmission"] = Object.keys(valueAt(data, ["services"]) ?? {});
  if (["pays", "saves", "costsMore", "cost", "exitCost", ...layers].includes(name))
    return problemAt(
      "missing",
      path,
      `The agency that bears these ${number} pounds is missing.`,
      `Name the agency: ${name}: { ${agency}: ${number} }.`,
    );
  if (name === "close")
    return problemAt(
      "missing",
      path,
      `The service of which ${number} are shut is missing.`,
      `Name a service: close: { ${service}: ${number} }.`,
    );
  const shared = name === "cut" && Number(number) > 1 ? `${number}%` : number;
  if (Object.hasOwn(verbs, name))
    return problemAt(
      "missing",
      path,
      `The service or number that is ${verbs[name]} ${shared} is missing.`,
      `Name a service, or the address of a number: ${name}: { ${service}: ${shared} }.`,
    );
  return undefined;
};

/** A value as a name that may be mistyped. A map or a list is none: it may not even turn into text. */
const plainText = (value: unknown): string => (typeof value === "object" ? "" : String(value));

const kinds: Readonly<Record<string, string>> = {
  string: "text",
  record: "a map of names",
  object: "a map",
  array: "a list",
  int: "a whole number",
  boolean: "true or false",
};

const wrongValue = (issue: z.core.$ZodIssue, path: readonly string[], data: unknown): string => {
  const value = valueAt(data, path);
  const name = nameOf(path, data);
  const isOfRule = path[0] === "regimes";
  if (issue.code === "custom" && !isOfRule) return issue.message;
  // The forms of funding rules say what to write, or what a value must be: its bounds and the reason.
  if (isOfRule && issue.message.startsWith("write ")) return `${name}: ${issue.message}`;
  if (value === null) return `${name} is empty.`;
  const what = `${name} cannot be ${valueText(value)}`;
  if (isOfRule && !/^(Invalid|Too|Unrecognized)/.test(issue.message))
    return `${what}; it must be ${issue.message.replace(/([^.?}])$/, "$1.")}`;
  const constants = issue.code === "invalid_union" && typeof value === "string" ? constantsAt(path) : [];
  const meant = nearestName(plainText(value), constants);
  if (meant !== undefined) return `${what}. Did you mean ${meant}?`;
  if (issue.code === "invalid_value") return `${what}. ${didYouMean(plainText(value), issue.values.map(String))}`;
  if (issue.code === "invalid_type") return `${what}; it must be ${kinds[issue.expected] ?? `a ${issue.expected}`}.`;
  if (issue.code === "too_small" && issue.origin === "array")
    return `${what}; it needs ${issue.minimum === 1 ? "an entry" : `${issue.minimum} entries`} at least.`;
  if (issue.code === "too_small") return `${what}; it must be at least ${issue.minimum}.`;
  if (issue.code === "too_big" && issue.origin === "string")
    return `${what}; it has at most ${issue.maximum} characters.`;
  if (issue.code === "too_big") return `${what}; it must be at most ${issue.maximum}.`;
  return `${what}.`;
};
