import { listed } from "../../base/problems/problem.js";
import { definitionOf, formsOf, type JsonSchema, wholeSchema } from "../schema.js";

/** The schemas of the values allowed at a path: as a whole, as defined, then in each of their forms. */
export const schemasAt = (path: readonly string[]): readonly JsonSchema[] => {
  let schemas: readonly JsonSchema[] = [wholeSchema()];
  for (const step of path) {
    if (schemas.length === 0) return [];
    schemas = schemas.flatMap(formsOf).flatMap((schema) => childOf(schema, step) ?? []);
  }
  return [...new Set(schemas.flatMap((schema) => [schema, definitionOf(schema), ...formsOf(schema)]))];
};

const childOf = (
  { properties = {}, items, additionalProperties }: JsonSchema,
  step: string,
): JsonSchema | undefined => {
  if (Object.hasOwn(properties, step)) return properties[step];
  return items ?? (typeof additionalProperties === "object" ? additionalProperties : undefined);
};

/** The keys allowed in the map at a path, in any of its forms. */
export const keysAt = (path: readonly string[]): readonly string[] => [
  ...new Set(schemasAt(path).flatMap(({ properties = {} }) => Object.keys(properties))),
];

/** The keys at a path that decide which form is meant: only one form has the key, and requires it. */
export const decidingKeysAt = (path: readonly string[]): readonly string[] =>
  schemasAt(path)
    .flatMap(({ required = [] }) => required)
    .filter((key) => formsWithKey(path, key) === 1);

/** How many of the forms at a path have a key. */
export const formsWithKey = (path: readonly string[], key: string): number =>
  schemasAt(path).filter(({ properties = {} }) => Object.hasOwn(properties, key)).length;

/** The fixed words allowed at a path. */
export const constantsAt = (path: readonly string[]): readonly string[] =>
  schemasAt(path).flatMap(({ const: constant, enum: choices = [] }) =>
    [constant, ...choices].filter((word) => typeof word === "string"),
  );

/**
 * How to write the value at a path.
 * It shows the required keys (`time: { start: …, years: … }`), an example, or the description of the value.
 */
export const howToWrite = (path: readonly string[]): string | undefined => {
  // Forms that share a key have equal schemas for it.
  const schemas = [...new Map(schemasAt(path).map((schema) => [JSON.stringify(schema), schema])).values()];
  const name = path.at(-1);
  const keys = schemas.length === 1 ? (schemas[0].required ?? []) : [];
  if (name === undefined) return `Begin with ${listed(keys)}.`;
  if (keys.length > 0) return `Write ${name}: { ${keys.map((key) => `${key}: …`).join(", ")} }.`;
  const optional = schemas.length === 1 ? Object.keys(schemas[0].properties ?? {}) : [];
  if (optional.length > 0) return `Write ${name}: {}, with ${listed(optional, "or")} in it if needed.`;
  const choices = schemas.length === 1 ? (schemas[0].enum ?? [schemas[0].const ?? []].flat()) : [];
  if (choices.length > 1) return `Write ${name}: ${listed(choices.map(String), "or")}.`;
  if (choices.length === 1) return `Leave ${name} out, or write ${schemas[0].description ?? choices[0]}`;
  const examples = schemas.flatMap(({ examples: given = [] }) => given).map(String);
  if (examples.length > 0) return `Write such as ${name}: ${listed(examples, "or")}.`;
  // A definition may repeat the words of a key, and add an example.
  const descriptions = schemas.flatMap(({ description }) => description ?? []);
  const described = descriptions.findLast((each) => each.startsWith(descriptions[0].slice(0, -1)));
  // An entry that a user named has no words of its own: those of the map say what it is.
  if (described === undefined && !keysAt(path.slice(0, -1)).includes(name)) return howToWrite(path.slice(0, -1));
  if (described === undefined || /^[{[]/.test(described)) return described && `Write ${name}: ${described}`;
  const isMapOfNames = schemas.some(({ additionalProperties }) => typeof additionalProperties === "object");
  const isOneThing = /^(?:The \w+[^\Ws] |A )/.test(described);
  const be = isMapOfNames && name.endsWith("s") && !isOneThing ? "are" : "is";
  return `${name} ${be} ${described.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase())}`;
};
