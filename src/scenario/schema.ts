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
  readonly enum?: readonly unknown[];
  readonly type?: string;
}

/**
 * The JSON Schema (draft 7) of a scenario as it is written, for editors and other tools. The package ships it as `who-saves/scenario.schema.json`.
 * @returns the schema, as plain data
 * @example jsonSchema().type // => "object"
 */
export const jsonSchema = (): JsonSchema =>
  z.toJSONSchema(scenarioForm, { target: "draft-7", io: "input" }) as JsonSchema;
