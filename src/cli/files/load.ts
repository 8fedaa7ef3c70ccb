import { realpathSync, statSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { mistake, type Problem, ScenarioError } from "../../base/problems/problem.js";
import { isOutside } from "../../quantity/file.js";
import { keysTo } from "../../scenario/address.js";
import { readDocument } from "../../scenario/document.js";
import { isMap } from "../../scenario/issues/value.js";
import { type ReadOptions, type ReadResult, readScenario } from "../../scenario/read.js";
import type { Settings } from "../../scenario/scenario.js";
import { setValues } from "../../scenario/settings/set.js";
import { readCosts } from "./costs.js";
import { checkPlainFile, inputOf, mostBytes, readingMistake, readText, systemCode, utf8Text } from "./files.js";
import type { FoundFile } from "./find.js";
import { foreignFile } from "./foreign-file.js";

/** What a scenario is read with: values to change, a file of them, and a file of unit costs. */
export interface LoadOptions {
  readonly set?: Settings;
  readonly costs?: string;
  readonly values?: string;
}

/** All that a scenario is read from, as plain data: another thread or machine reads the same scenario from it. */
export interface ScenarioTexts {
  readonly text: string;
  readonly read: ReadOptions & { readonly file: string };
  /** The problems of a file of unit costs, which do not stop it. */
  readonly ofCosts: readonly Problem[];
}

/** Reads a scenario again from what it was read from. */
export const readSource = ({ text, read, ofCosts }: ScenarioTexts): ReadResult => {
  const { scenario, problems } = readScenario(text, read);
  return { ...(scenario ? { scenario } : {}), problems: [...ofCosts, ...problems] };
};

/** A scenario that was read, or the errors that stop it; and what it was read from. */
export interface Loaded extends ReadResult {
  readonly source: ScenarioTexts;
}

/** Reads a scenario, and the tables it names in its own folder. */
export const loadScenario = ({ path, shown }: FoundFile, { set = {}, costs, values }: LoadOptions = {}): Loaded => {
  const own = costs === undefined ? { costs: [], problems: [] } : readCosts(costs);
  const text = scenarioText(path);
  const { data } = setValues(readDocument(text, shown).data, set);
  const files: Record<string, string> = {};
  const refusals = new Map<string, Refusal>();
  for (const file of filesNamedIn(data)) {
    if (isOutside(file)) continue;
    const table = readBeside(dirname(path), file);
    if (typeof table === "string") files[file] = table;
    else refusals.set(file, table);
  }
  const replaced = values === undefined ? {} : { values };
  if (values !== undefined) files[values] = readText(values, "file of values");
  const read = { file: shown, files, set, unitCosts: own.costs, ...replaced };
  const source = { text, read, ofCosts: own.problems };
  const { problems, ...result } = readSource(source);
  return { ...result, source, problems: problems.map((problem) => withReason(problem, refusals)) };
};

/** Does some work with a scenario. Problems that stop it are thrown again with their positions in the file. */
export const withPlaces = async <Result>(source: ScenarioTexts, work: () => Result | Promise<Result>) => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw new ScenarioError(placed(source, error.problems));
  }
};

/** Problems that were found after reading, with their positions in the file. */
export const placed = ({ text, read }: ScenarioTexts, problems: readonly Problem[]): readonly Problem[] => {
  const { data, placeOf } = readDocument(text, read.file);
  const isThere = ({ address }: Problem): boolean => isMap(data) && Object.hasOwn(data, keysTo(address, data)[0] ?? "");
  return problems.map((problem) => {
    const place = isThere(problem) ? placeOf(problem) : undefined;
    return place ? { ...problem, place } : problem;
  });
};

/** Why a table was not read. */
type Refusal = Pick<Problem, "what" | "mend">;

const scenarioText = (path: string): string => {
  try {
    checkPlainFile(path, "scenario");
    const bytes = inputOf(path);
    const foreign = foreignFile(bytes);
    if (foreign) throw mistake(path, foreign.what, foreign.mend);
    return new TextDecoder().decode(bytes);
  } catch (error) {
    throw readingMistake(path, "scenario", error);
  }
};

/** The files that a scenario names: every `file` in it. */
const filesNamedIn = (data: unknown): ReadonlySet<string> => {
  const files = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    if ("file" in part && typeof part.file === "string") files.add(part.file);
    for (const inner of Object.values(part)) visit(inner);
  };
  visit(data);
  return files;
};

/** The text of a file in a folder or below it, also when links are followed; or why it is not read. */
const readBeside = (folder: string, file: string): string | Refusal => {
  try {
    const path = realpathSync(join(folder, file));
    if (!path.startsWith(realpathSync(folder).replace(/[\\/]?$/, sep)))
      return {
        what: `${file} is a link that leads outside the scenario's folder.`,
        mend: "Put a copy beside the scenario.",
      };
    const status = statSync(path);
    if (!status.isFile()) return { what: `${file} is not a file.` };
    if (status.size > mostBytes) return { what: `${file} is over 10 MB, the most for a table beside a scenario.` };
    const text = utf8Text(inputOf(path));
    return typeof text === "string" ? text : { ...text, what: text.what.replace(/^This(?: file)?/, file) };
  } catch (error) {
    const code = systemCode(error);
    const place = folder === "." ? "this folder" : folder;
    if (code === "ENOENT")
      return { what: `There is no file ${file} in ${place}.`, mend: "Put it beside the scenario." };
    return { what: `${file} cannot be read (${code}).` };
  }
};

/** A problem with a file that was not read, with the reason. The core knows only that it did not get the file. */
const withReason = (problem: Problem, refusals: ReadonlyMap<string, Refusal>): Problem => {
  const reason = problem.file === undefined ? undefined : refusals.get(problem.file);
  if (reason === undefined) return problem;
  const { mend: _, ...rest } = problem;
  return { ...rest, ...reason };
};
