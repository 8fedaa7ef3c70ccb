import * as z from "zod";
import { scenarioForm } from "./scenario.js";

/** The part of a JSON Schema that this library reads. */
export interface JsonSchema {
  /** What the value is, in a sentence. */
  readonly description?: string;
  /** The forms of the keys of an object. */
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  /** The keys that must be there. */
  readonly required?: readonly string[];
  /** The form of all other keys; false if there are none. */
  readonly additionalProperties?: JsonSchema | boolean;
  /** The form of the entries of a list. */
  readonly items?: JsonSchema;
  /** The value has one of these forms. */
  readonly anyOf?: readonly JsonSchema[];
  /** The value has all of these forms. */
  readonly allOf?: readonly JsonSchema[];
  /** The path of the form in `definitions`. */
  readonly $ref?: string;
  /** Forms that others refer to, by name. */
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  /** The values that there are. */
  readonly enum?: readonly unknown[];
  /** The only value that there is. */
  readonly const?: unknown;
  /** Values as examples. */
  readonly examples?: readonly unknown[];
  /** The kind of value: `string`, `number`, `object` and so on. */
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
