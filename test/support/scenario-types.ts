import * as z from "zod";
import { must, recordOf } from "../../src/base/records.js";
import { rules } from "../../src/funding/rules.js";
import { scenarioForm } from "../../src/scenario/scenario.js";
import {
  groups,
  keys,
  lengths,
  namedForms,
  namedTypes,
  regimeKeys,
  regimeTexts,
  someKeys,
  texts,
} from "./scenario-names.js";
import { fileOf, formatted, withoutIdle } from "./type-files.js";

// The types of a scenario written in code, from the schema of a scenario file. An editor shows the description of each
// key. `scenario-names` has what the schema does not: which texts and keys are names of the scenario.

type ByEnd = Readonly<Record<string, string>>;

const atEnd = (table: ByEnd, ofRegimes: ByEnd, path: string): string | undefined => {
  const ends = path.startsWith("regimes.") ? ofRegimes : table;
  const end = Object.keys(ends).find((each) => path === each || path.endsWith(`.${each}`));
  return end === undefined ? undefined : ends[end];
};

/** A description as a doc comment, in short lines, since the formatter does not break comments. */
const commentOf = (description: string | undefined): string => {
  if (description === undefined) return "";
  const lines: string[] = [];
  for (const word of description.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > 95) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.length === 1 ? `/** ${lines[0]} */\n` : `/**\n${lines.map((line) => ` * ${line}\n`).join("")} */\n`;
};

const isLeftOut = (schema: z.core.$ZodType) => schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;

const innerOf = (schema: z.core.$ZodType): z.core.$ZodType => (isLeftOut(schema) ? innerOf(schema.unwrap()) : schema);

const describedAs = (schema: z.core.$ZodType): string | undefined =>
  z.globalRegistry.get(schema)?.description ?? z.globalRegistry.get(innerOf(schema))?.description;

const propertyOf = (key: string, schema: z.core.$ZodType, path: string, isOptional = isLeftOut(schema)): string => {
  const type = typeOf(innerOf(schema), inPath(path, key));
  const typed = isOptional ? `?: ${type} | undefined` : `: ${type}`;
  return `${commentOf(describedAs(schema))}readonly ${/^[$\w]+$/.test(key) ? key : JSON.stringify(key)}${typed};`;
};

const mapOf = (properties: readonly string[]): string => `{\n${properties.join("\n")}\n}`;

const inPath = (path: string, step: string): string => (path === "" ? step : `${path}.${step}`);

const objectOf = ({ shape }: z.ZodObject, path: string): string => {
  const whole = groups.filter(
    ([, type, group]) => type !== path && Object.keys(group).every((key) => shape[key] === group[key]),
  );
  const shared = whole.filter(
    ([, , group]) => !whole.some(([, , other]) => other !== group && Object.keys(group).every((key) => key in other)),
  );
  const own = Object.entries(shape).filter(([key]) => !shared.some(([, , group]) => key in group));
  const properties = own.map(([key, schema]) => propertyOf(key, schema, path));
  return [...shared.map(([, type]) => `${type}<N>`), ...(properties.length > 0 ? [mapOf(properties)] : [])].join(" & ");
};

/** A rule is its name, or a map with one rule; beside it are the terms of its family. */
const ruleOf = (schema: z.ZodUnion, family: string, path: string): string => {
  const isRule = (key: string): boolean => Object.hasOwn(rules[family as keyof typeof rules], key) || key === "rule";
  const map = schema.options.find((option) => option instanceof z.ZodObject);
  const entries = Object.entries(map?.shape ?? {});
  const maps = entries.filter(([key]) => isRule(key)).map(([key, form]) => mapOf([propertyOf(key, form, path, false)]));
  const terms = entries.filter(([key]) => !isRule(key)).map(([key, form]) => propertyOf(key, form, path));
  const alone = schema.options
    .filter((option) => option instanceof z.ZodEnum)
    .map((option) => typeOf(option, path, true));
  const written = terms.length > 0 ? `(${maps.join(" | ")}) & ${mapOf(terms)}` : maps.join(" | ");
  return [...alone, written].join(" | ");
};

/** The map with only some of the keys of a map. */
const partOf = ({ shape }: z.ZodObject, isMeant: (key: string) => boolean): z.ZodObject =>
  z.strictObject(Object.fromEntries(Object.entries(shape).filter(([key]) => isMeant(key))));

/**
 * A union: the keys that all its maps share, then each map, which lacks the keys that decide for another of them. Beside
 * a map by names, the others lack the names, and it lacks their keys: so a misspelt one is answered with the right one.
 */
const unionOf = ({ options }: z.ZodUnion, path: string): string => {
  const isByName = (option: z.core.$ZodType): boolean =>
    option instanceof z.ZodRecord && namesOfKeys(path) !== undefined;
  const maps = options.filter((option) => option instanceof z.ZodObject);
  const isShared = (key: string): boolean =>
    maps.length > 1 && maps.every(({ shape }) => Object.hasOwn(shape, key) && shape[key] === maps[0].shape[key]);
  const decidingKeys = (map: z.ZodObject): readonly string[] =>
    Object.keys(map.shape).filter(
      (key) => !isLeftOut(map.shape[key]) && maps.every((other) => other === map || !Object.hasOwn(other.shape, key)),
    );
  const lacking = (type: string, own: z.core.$ZodType): string => {
    const keys = maps.flatMap((map) => (map === own ? [] : decidingKeys(map)));
    const absent = keys.length > 0 ? [`Without<${keys.map((key) => JSON.stringify(key)).join(" | ")}>`] : [];
    const names = !isByName(own) && options.some(isByName) ? [`Without<${namesOfKeys(path)}>`] : [];
    return absent.length + names.length > 0 ? `(${[type, ...absent, ...names].join(" & ")})` : type;
  };
  const others = options
    .filter((option) => !(option instanceof z.ZodObject))
    .map((option) => (isByName(option) ? lacking(typeOf(option, path, true), option) : typeOf(option, path, true)));
  const written = maps.map((map) => {
    const own = partOf(map, (key) => !isShared(key));
    return lacking(objectOf(own, path), map);
  });
  const shared = maps.length > 0 ? partOf(maps[0], isShared) : z.strictObject({});
  const all =
    Object.keys(shared.shape).length > 0 ? [`(${objectOf(shared, path)}) & (${written.join(" | ")})`] : written;
  return [...new Set([...others, ...all])].join(" | ");
};

/** The names that the keys of a map must be, if they must. */
const namesOfKeys = (path: string): string | undefined => atEnd(someKeys, regimeKeys, path);

const recordTypeOf = ({ valueType }: z.ZodRecord, path: string): string => {
  const value = typeOf(valueType, inPath(path, "*"));
  const some = namesOfKeys(path);
  return some === undefined ? `Readonly<Record<${keys[path] ?? "string"}, ${value}>>` : `Some<${some}, ${value}>`;
};

/** The type of what a schema takes. A schema with a named type is named, unless it is the one that is defined. */
const typeOf = (schema: z.core.$ZodType, path: string, isDefined = false): string => {
  const name = nameOf(schema, path, isDefined);
  if (name !== undefined) return `${name}<N>`;
  const family = /^regimes\.\*\.(\w+)$/.exec(path)?.[1];
  if (schema instanceof z.ZodUnion)
    return family !== undefined && family !== "decides" ? ruleOf(schema, family, path) : unionOf(schema, path);
  if (schema instanceof z.ZodObject) return objectOf(schema, path);
  if (schema instanceof z.ZodRecord) return recordTypeOf(schema, path);
  if (schema instanceof z.ZodArray) return `readonly (${typeOf(schema.element, `${path}.[]`)})[]`;
  if (schema instanceof z.ZodEnum) return `Known<N, ${schema.options.map((each) => JSON.stringify(each)).join(" | ")}>`;
  if (schema instanceof z.ZodLiteral)
    return `Known<N, ${[...schema.values].map((each) => JSON.stringify(each)).join(" | ")}>`;
  if (schema instanceof z.ZodPipe) return typeOf(schema.in, path);
  // A rule wraps another rule of its family.
  if (schema instanceof z.ZodLazy) return `${namedTypes[path.split(".").slice(0, 3).join(".")][1]}<N>`;
  if (schema instanceof z.ZodString) return atEnd(texts, regimeTexts, path) ?? "string";
  if (schema instanceof z.ZodNumber) return "number";
  if (schema instanceof z.ZodBoolean) return "boolean";
  throw new Error(`${path} has no type: ${schema._zod.def.type}`);
};

const nameOf = (schema: z.core.$ZodType, path: string, isDefined: boolean): string | undefined => {
  if (Object.hasOwn(namedTypes, path) && !isDefined) return namedTypes[path][1];
  if (!(schema instanceof z.ZodUnion)) return undefined;
  const place = Object.keys(namedForms).find((each) => namedForms[each].options === schema.options);
  if (place === "quantity" && atEnd(lengths, {}, path) !== undefined) return "LengthSource";
  return place === undefined || place === path ? undefined : namedTypes[place][1];
};

const formsByPath = (): ReadonlyMap<string, z.core.$ZodType> => {
  const found = new Map<string, z.core.$ZodType>(Object.entries(namedForms));
  const visit = (schema: z.core.$ZodType, path: string): void => {
    const inner = innerOf(schema);
    if (Object.hasOwn(namedTypes, path)) found.set(path, inner);
    if (inner instanceof z.ZodObject)
      for (const [key, form] of Object.entries(inner.shape)) visit(form, inPath(path, key));
    if (inner instanceof z.ZodRecord) visit(inner.valueType, inPath(path, "*"));
  };
  visit(scenarioForm, "");
  return found;
};

/** The files of src/scenario/define that are written from the schema, by name. */
export const scenarioTypes = (): Readonly<Record<string, string>> => {
  const forms = formsByPath();
  const nouns = Object.entries(namedTypes).map(([path, [file, name]]) => {
    const schema = must(forms, path);
    return {
      file,
      name,
      text: `${commentOf(describedAs(schema))}export type ${name}<N extends Names = Names> = ${typeOf(schema, path, true)};`,
    };
  });
  const shared = groups.map(([file, name, shape, what]) => ({
    file,
    name,
    text: `/** ${what} */\nexport type ${name}<N extends Names = Names> = ${objectOf(z.strictObject(shape), name)};`,
  }));
  const length = {
    file: "quantity",
    name: "LengthSource",
    text: `/** A length of time, in any form of a number. */
export type LengthSource<N extends Names = Names> = Exclude<QuantitySource<N>, string> | Length<N>;`,
  };
  const types = withoutIdle([...shared, ...nouns, length]);
  const files = [...new Set(types.map(({ file }) => file))];
  return formatted(recordOf(files, (file) => fileOf(file, types)));
};
