import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { familyNames, parameterNames } from "../../src/quantity/distributions/index.js";
import { formsOf, type JsonSchema, jsonSchema } from "../../src/scenario/schema.js";
import { scenarioTypes } from "../support/scenario-types.js";
import { limited, peopled } from "./define-right.types.js";

// To write out what is referred to, and to tidy the code, takes far longer than to run it.
const quick = { inlineRefs: false, code: { optimize: false } };
const validate = new Ajv({ strict: true, allowUnionTypes: true, ...quick }).compile(jsonSchema());
const isValid = (file: string): boolean => validate(parse(readFileSync(file, "utf8"))) as boolean;

const scenarios = readdirSync("examples", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => `examples/${file}`);

/** Every key of the schema with its own schema, once each. */
const keysOf = (schema: JsonSchema, seen = new Set<JsonSchema>()): readonly (readonly [string, JsonSchema])[] =>
  formsOf(schema).flatMap((form) => {
    if (seen.has(form)) return [];
    seen.add(form);
    const { properties = {}, items, additionalProperties } = form;
    const inner = [...Object.values(properties), ...(items ? [items] : [])];
    const named = typeof additionalProperties === "object" ? [additionalProperties] : [];
    return [...Object.entries(properties), ...[...inner, ...named].flatMap((part) => keysOf(part, seen))];
  });

describe("jsonSchema()", () => {
  test("is the file the package ships (vitest --update writes it anew)", () =>
    expect(`${JSON.stringify(jsonSchema(), null, 2)}\n`).toMatchFileSnapshot("../../examples/scenario.schema.json"));

  test.each(scenarios)("accepts %s", (file) => {
    isValid(file);
    expect(validate.errors ?? []).toEqual([]);
  });

  test.each([
    "unknown-key",
    "no-every",
    "no-price-year",
    "bare-money",
    "years-zero",
    "wrong-names",
    "wrong-kinds",
    "misspelt-discount",
    "cause-of-nothing",
    "quantity-of-nothing",
    "date-in-words",
    "empty-entries",
    "move-of-no-kind",
    "move-in-words",
    "start-askew",
    "reaches-whom",
    "stay-for-ever",
    "counts-in-words",
    "counts-with-commas",
    "measured-beside-nothing",
    "outcome-with-cost",
    "service-without-cost",
    "discount-of-half",
    "capacity-alone",
    "capacity-both",
    "step-alone",
    "step-in-words",
    "close-of-what",
  ])("refuses test/bad/%s.yaml", (name) => expect(isValid(`test/bad/${name}.yaml`)).toBe(false));

  test.each([
    ["people", peopled],
    ["a service that cannot serve all", limited],
  ])("accepts what code may say of %s", (_, written) => {
    validate(written().form);
    expect(validate.errors ?? []).toEqual([]);
  });

  test("says of every key what it is for", () => {
    const silent = keysOf(jsonSchema()).filter(([, { description }]) => !description);
    expect(silent.map(([key]) => key)).toEqual([]);
  });

  test("knows every family of distributions, and each of their parameters", () => {
    const keys = new Map(keysOf(jsonSchema()));
    expect(keys.get("distribution")?.enum).toEqual(familyNames);
    expect(parameterNames.filter((name) => !keys.has(name))).toEqual([]);
    expect([...parameterNames].sort()).toEqual(
      ["mean", "sd", "alpha", "beta", "shape", "scale", "rate", "median", "sdLog"].sort(), // the type ParameterName
    );
  });
});

describe("the types of a scenario written in code", () => {
  const types = Object.entries(scenarioTypes());

  test.each(types)("src/scenario/define/%s.ts is written from the schema (vitest -u writes it again)", (file, text) =>
    expect(text).toMatchFileSnapshot(`../../src/scenario/define/${file}.ts`),
  );

  test("an editor shows what every key of defineScenario means", () => {
    const keys = types.flatMap(([, text]) => [...text.matchAll(/(\*\/\s*)?\breadonly ([\w"]+)\??:/g)]);
    expect(keys.length).toBeGreaterThan(400);
    expect(keys.flatMap(([, comment, key]) => (comment === undefined ? [key] : []))).toEqual([]);
  });
});
