import * as z from "zod";
import { scenarioForm } from "./scenario.js";

/** The part of a JSON Schema that this library reads. */
export interface JsonSchema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly examples?: readonly unknown[];
  readonly type?: string;
}

/**
 * The JSON Schema (draft 7) of a scenario as its author writes it, for editors and other tools.
 * The package has it as `who-saves/scenario.schema.json`.
 * @returns the schema, as plain data
 * @example jsonSchema().required?.slice(0, 2) // => ["title", "question"]
 */
export const jsonSchema = (): JsonSchema =>
  z.toJSONSchema(scenarioForm, { target: "draft-7", io: "input" }) as JsonSchema;

let cached: JsonSchema | undefined;

/** The whole schema, built at the first call. */
export const wholeSchema = (): JsonSchema => {
  cached ??= jsonSchema();
  return cached;
};

/** A part of the schema, or the definition that it refers to. */
export const definitionOf = (part: JsonSchema): JsonSchema => {
  const name = (part.$ref ?? part.allOf?.[0]?.$ref)?.replace("#/definitions/", "");
  return (name !== undefined && wholeSchema().definitions?.[name]) || part;
};

/** The forms that a part of the schema may take: the members of a union, with references followed. */
export const formsOf = (part: JsonSchema): readonly JsonSchema[] => {
  const defined = definitionOf(part);
  return defined.anyOf?.flatMap(formsOf) ?? [defined];
};
