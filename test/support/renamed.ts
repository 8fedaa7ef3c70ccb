import { constantsAt, keysAt } from "../../src/scenario/issues/schema-at.js";
import { isMap } from "../../src/scenario/issues/value.js";

/** Words of the house that a user may choose as names. */
export const hostileWords = [
  "deadweight",
  "raise",
  "capacity",
  "services",
  "catalogue",
  "whenShort",
  "fixed",
  "share",
  "cut",
  "effects",
  "worth",
  "costs",
] as const;

/** Keys whose text is no name, or names something outside the scenario. */
const texts = new Set(["$schema", "title", "question", "name", "unit", "note", "url", "licence", "per", "file"]);
const outside = new Set(["trace", "column", "catalogue", "bears"]);

/** Names that are words of the language elsewhere: `15 places`. */
const units = new Set(["places", "contacts"]);

const isLeftAlone = (key: string): boolean => texts.has(key) || outside.has(key);

const isSchemaKey = (path: readonly string[], key: string): boolean => keysAt(path).includes(key);

/** The names that the author of a scenario chose: keys that are not the schema's, and states. */
const namesIn = (part: unknown, path: readonly string[] = []): readonly string[] => {
  if (Array.isArray(part)) return path[0] === "cohorts" && path[2] === "states" ? part.map(String) : [];
  if (!isMap(part)) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    if (isLeftAlone(key)) return [];
    const inner = namesIn(value, [...path, key]);
    return isSchemaKey(path, key) || !/^[A-Za-z][\w-]*$/.test(key) ? inner : [key, ...inner];
  });
};

/**
 * New names for all that the author of a scenario chose, in the same order: the number of a name, and a hostile word.
 * The engine sorts names, so another order would change the order of rows.
 */
export const newNames = (data: unknown): ReadonlyMap<string, string> => {
  const names = [...new Set(namesIn(data))].filter((name) => !units.has(name)).sort();
  return new Map(
    names.map((name, index) => [
      name,
      `n${String(index).padStart(3, "0")}${hostileWords[index % hostileWords.length]}`,
    ]),
  );
};

const readers = ["people", "contacts", "waiting", "spend"];
const sections = ["quantities", "demand", "services", "cohorts", "interventions", "agencies"];

/** A text with its names replaced: a name, an address, a move, or a formula. */
const inText = (text: string, names: ReadonlyMap<string, string>): string => {
  const whole = names.get(text);
  if (whole !== undefined) return whole;
  const [section, ...keys] = text.split(".");
  if (sections.includes(section) && keys.length > 0)
    return [section, ...keys.map((key) => inText(key, names))].join(".");
  return text.replaceAll(/([A-Za-z]\w*)(\.[A-Za-z]\w*)?/g, (all, word: string, member?: string) => {
    if (member !== undefined && readers.includes(word))
      return `${word}.${names.get(member.slice(1)) ?? member.slice(1)}`;
    return member === undefined ? (names.get(word) ?? word) : all;
  });
};

/** A scenario as data, with every name its author chose replaced. */
export const renamed = (part: unknown, names: ReadonlyMap<string, string>, path: readonly string[] = []): unknown => {
  if (typeof part === "string") return constantsAt(path).includes(part) ? part : inText(part, names);
  if (Array.isArray(part)) return part.map((each, index) => renamed(each, names, [...path, String(index)]));
  if (!isMap(part)) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => {
      if (key === "bears" && isMap(value))
        return [
          key,
          Object.fromEntries(Object.entries(value).map(([payer, by]) => [payer, names.get(String(by)) ?? by])),
        ];
      if (isLeftAlone(key)) return [key, value];
      return [isSchemaKey(path, key) ? key : inText(key, names), renamed(value, names, [...path, key])];
    }),
  );
};
