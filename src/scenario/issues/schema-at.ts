import { listed } from "../../base/problem.js";
import { type JsonSchema, jsonSchema } from "../schema.js";

/** The schemas that may stand at a path, with every form of a union. */
export const schemasAt = (path: readonly string[]): readonly JsonSchema[] => {
  let schemas = forms(wholeSchema());
  for (const step of path) schemas = schemas.flatMap((schema) => forms(childOf(schema, step)));
  return schemas;
};

let made: JsonSchema | undefined;

// Made once, when the first problem is put into words.
const wholeSchema = (): JsonSchema => {
  made ??= jsonSchema();
  return made;
};

const childOf = (schema: JsonSchema, step: string): JsonSchema | undefined => {
  const { properties = {}, items, additionalProperties } = schema;
  if (Object.hasOwn(properties, step)) return properties[step];
  return items ?? (typeof additionalProperties === "object" ? additionalProperties : undefined);
};

const forms = (schema: JsonSchema | undefined): readonly JsonSchema[] =>
  schema === undefined ? [] : [schema, ...(schema.anyOf ?? []).flatMap(forms)];

/** The keys that may stand in the map at a path, in any of its forms. */
export const keysAt = (path: readonly string[]): readonly string[] => [
  ...new Set(schemasAt(path).flatMap(({ properties = {} }) => Object.keys(properties))),
];

/** How to write what belongs at a path: `kind: local bodies make the place; …`, or with the keys it needs: `time: { start: …, years: … }`. */
export const howToWrite = (path: readonly string[]): string | undefined => {
  const schemas = schemasAt(path);
  const name = path.at(-1);
  const keys = schemas.length === 1 ? (schemas[0].required ?? []) : [];
  if (keys.length > 0) return `Write ${name}: { ${keys.map((key) => `${key}: …`).join(", ")} }.`;
  const choices = schemas.find((schema) => schema.enum)?.enum ?? [];
  if (choices.length > 0) return `Write ${name}: ${listed(choices.map(String), "or")}.`;
  const described = schemas.find(({ description }) => description !== undefined)?.description;
  return described && `Write ${name}: ${described.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase())}`;
};
