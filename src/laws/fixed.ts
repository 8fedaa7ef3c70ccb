import type { Field } from "./family.js";
import { isRecord } from "./plain.js";
import { shortPoundsText } from "./story.js";

/** Collects the fields that have one and the same value in all worlds that are added. */
export const fixedFields = () => {
  const values = new Map<string, unknown>();
  const varied = new Set<string>();
  const walk = (value: unknown, field: string): void => {
    if (Array.isArray(value)) for (const part of value) walk(part, field);
    else if (isRecord(value)) for (const name in value) walk(value[name], name);
    else if (!values.has(field)) values.set(field, value);
    else if (values.get(field) !== value) varied.add(field);
  };
  return {
    add: (world: unknown): void => walk(world, ""),
    /** Each field with its value, in words: `need 1`, `own £0`, `no person`. */
    texts: (fields: Readonly<Record<string, Field>>): readonly string[] =>
      [...values].flatMap(([field, value]) =>
        varied.has(field) || field === "" ? [] : [fixedText(field, value, fields[field])],
      ),
  };
};

const fixedText = (name: string, value: unknown, field: Field | undefined): string => {
  if (value === "" || value === false) return `no ${name}`;
  if (value === true) return name;
  return `${name} ${typeof value === "number" && field?.unit === "pence" ? shortPoundsText(value) : value}`;
};
