import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { problemText } from "../../src/base/problems/problem.js";
import { type ReadResult, readData, readScenario } from "../../src/scenario/read.js";
import type { Files, Scenario, ScenarioForm, Settings } from "../../src/scenario/scenario.js";

/** The scenario that was read; an error in it fails the test. */
export const scenarioIn = ({ scenario, problems }: ReadResult): Scenario => {
  if (!scenario) throw new Error(problems.map(problemText).join("\n"));
  return scenario;
};

/** Reads a scenario written as data. */
export const read = (form: ScenarioForm | Scenario["form"], set: Settings = {}, files: Files = {}): Scenario =>
  scenarioIn(readData(form, { files, set }));

/**
 * Every scenario among the examples, by its path there: `gritting/durham.yaml`. Predictions and templates have tests of
 * their own.
 */
export const exampleFiles: readonly string[] = readdirSync("examples", { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".yaml") && !/^(predictions|templates)\//.test(file))
  .sort();

const frozen = <Part>(part: Part): Part => {
  if (typeof part === "object" && part !== null && !Object.isFrozen(part))
    Object.values(Object.freeze(part)).map(frozen);
  return part;
};

const readSoFar = new Map<string, ReadResult>();

/**
 * Reads an example with the tables beside it, values changed by address; as it is written, once for all tests, none of
 * which can change it.
 */
export const readExample = (file: string, set: Settings = {}): ReadResult => {
  if (Object.keys(set).length > 0) return readAnew(file, set);
  const result = readSoFar.get(file) ?? frozen(readAnew(file, set));
  readSoFar.set(file, result);
  return result;
};

const readAnew = (file: string, set: Settings): ReadResult => {
  const folder = `examples/${dirname(file)}`;
  const tables = readdirSync(folder).filter((name) => name.endsWith(".csv"));
  const files = Object.fromEntries(tables.map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")]));
  return readScenario(readFileSync(`examples/${file}`, "utf8"), { file: basename(file), files, set });
};

/** An example, values changed by address. */
export const example = (file: string, set: Settings = {}): Scenario => scenarioIn(readExample(file, set));
