import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { type Problem, ScenarioError } from "../base/problem.js";
import { isOutside } from "../quantity/trace.js";
import { keysTo } from "../scenario/address.js";
import { readDocument } from "../scenario/document.js";
import { type ReadResult, readScenario } from "../scenario/read.js";
import type { Settings } from "../scenario/scenario.js";
import { setValues } from "../scenario/set.js";
import { readCosts } from "./costs.js";
import type { FoundFile } from "./find.js";
import { mistake, systemCode } from "./mistake.js";

const mostBytes = 10_000_000;

/** What a scenario is read with: values to change, and a file of unit costs. */
export interface LoadOptions {
  readonly set?: Settings;
  readonly costs?: string;
}

/** Reads a scenario and the tables it names, which must lie in its own folder. */
export const loadScenario = ({ path, shown }: FoundFile, { set = {}, costs }: LoadOptions = {}): ReadResult => {
  const own = costs === undefined ? { costs: [], problems: [] } : readCosts(costs);
  const text = scenarioText(path);
  const files: Record<string, string> = {};
  const refused = new Map<string, Refusal>();
  for (const file of filesNamedIn(setValues(readDocument(text, shown).data, set).data)) {
    if (isOutside(file)) continue;
    const read = readBeside(dirname(path), file);
    if (typeof read === "string") files[file] = read;
    else refused.set(file, read);
  }
  const { scenario, problems } = readScenario(text, { file: shown, files, set, unitCosts: own.costs });
  const told = problems.map((problem) => withReason(problem, refused));
  return { ...(scenario ? { scenario } : {}), problems: [...own.problems, ...told] };
};

/** Does something with a scenario that was read; what stops a run is told with its place in the file. */
export const withPlaces = <Result>({ path, shown }: FoundFile, work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const document = readDocument(scenarioText(path), shown);
    const isThere = ({ address }: Problem): boolean =>
      Object.hasOwn(document.data as object, keysTo(address, document.data)[0] ?? "");
    throw new ScenarioError(
      error.problems.map((problem) => {
        const place = isThere(problem) ? document.placeOf(problem) : undefined;
        return place ? { ...problem, place } : problem;
      }),
    );
  }
};

type Refusal = Pick<Problem, "what" | "mend">;

const scenarioText = (path: string): string => {
  try {
    if (statSync(path).size > mostBytes) throw mistake(path, "A scenario is at most 1 MB of text.");
    return new TextDecoder().decode(readFileSync(path));
  } catch (error) {
    throw readingMistake(path, error);
  }
};

const readingMistake = (path: string, error: unknown): unknown => {
  const code = systemCode(error);
  if (code === "EACCES" || code === "EPERM") return mistake(path, "You may not read this file.");
  return code !== undefined ? mistake(path, `This file cannot be read (${code}).`) : error;
};

const utf8 = (bytes: Uint8Array): string => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

/** The files a scenario names: the `file` of its traces. */
const filesNamedIn = (data: unknown): ReadonlySet<string> => {
  const named = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    if ("file" in part && typeof part.file === "string") named.add(part.file);
    for (const inner of Object.values(part)) visit(inner);
  };
  visit(data);
  return named;
};

/** The text of a file in a folder or below it, through links too; or why it is not read. */
const readBeside = (folder: string, file: string): string | Refusal => {
  try {
    const path = realpathSync(join(folder, file));
    if (!path.startsWith(realpathSync(folder).replace(/[\\/]?$/, sep)))
      return {
        what: `${file} is a link that leads outside the scenario's folder.`,
        mend: "Put a copy beside the scenario.",
      };
    const found = statSync(path);
    if (!found.isFile()) return { what: `${file} is no file.` };
    if (found.size > mostBytes)
      return { what: `${file} is over 10 MB, and a table beside a scenario is at most that.` };
    return utf8(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) return { what: `${file} is not text in UTF-8.` };
    const code = systemCode(error);
    if (code === "ENOENT")
      return {
        what: `There is no file ${file} in ${folder === "." ? "this folder" : folder}.`,
        mend: "Put it beside the scenario.",
      };
    return { what: `${file} cannot be read (${code}).` };
  }
};

/** A file the core was not given is a problem there; here we know why. */
const withReason = (problem: Problem, refused: ReadonlyMap<string, Refusal>): Problem => {
  const reason = problem.file === undefined ? undefined : refused.get(problem.file);
  if (reason === undefined) return problem;
  const { mend: _, ...rest } = problem;
  return { ...rest, ...reason };
};
