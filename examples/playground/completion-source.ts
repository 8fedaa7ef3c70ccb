import type { CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { keysAt, type Schema, wordsAt } from "./schema-offers.js";
import { placeAt } from "./yaml-path.js";

let loaded: Schema | undefined;

/** The schema of a scenario, loaded when it is first needed. */
const schema = async (): Promise<Schema> => {
  loaded ??= JSON.parse((await import("../scenario.schema.json?raw")).default) as Schema;
  return loaded;
};

/** What fits at the cursor, by the schema of a scenario: keys that are not there yet, or the words of a value. */
export const schemaCompletions = async ({
  state,
  pos,
  explicit,
}: CompletionContext): Promise<CompletionResult | null> => {
  const { path, key, written, taken } = placeAt(state.sliceDoc(0, pos));
  if (!explicit && written === "") return null;
  const offers =
    key === undefined
      ? keysAt(await schema(), path).filter(({ label }) => label === written || !taken.includes(label))
      : wordsAt(await schema(), [...path, key]);
  const options = offers.map(({ label, info }) => ({ label, info, apply: key === undefined ? `${label}: ` : label }));
  return options.length === 0 ? null : { from: pos - written.length, options, validFor: /^[\w-]*$/ };
};
