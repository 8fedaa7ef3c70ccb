import type { Problem } from "../base/problem.js";
import type { UnitCost } from "../data/unit-costs/unit-cost.js";
import { mostProblems, readDocument } from "./document.js";
import { expandScenario } from "./expand/expand.js";
import { soundPart } from "./issues/sound-part.js";
import { problemsOfShape } from "./issues.js";
import { type Files, type Scenario, type ScenarioForm, type Settings, scenarioForm } from "./scenario.js";
import { isSet, setValues, tellOfSet } from "./set.js";

/** What reading may be told: what to call the text in problems, the texts of files it refers to, and values to change. */
export interface ReadOptions {
  /** The name of the text, for problems. Default: `scenario.yaml`. */
  readonly file?: string;
  /** The texts of the CSV files it refers to, by the path it writes. Default: none. */
  readonly files?: Files;
  /** Values to put in place of what is written, by address. Default: none. */
  readonly set?: Settings;
  /** Unit costs of your own, from `readUnitCosts`; one with the code of another in the catalogue stands in its place. Default: none. */
  readonly unitCosts?: readonly UnitCost[];
}

/** A scenario that was read, or the errors that stop it; warnings stand beside either. */
export interface ReadResult {
  readonly scenario?: Scenario;
  readonly problems: readonly Problem[];
}

/**
 * Reads a scenario from YAML or JSON text. For whatever comes from a file or a user; nothing in it can run code.
 * @param text the text, at most 1 MB
 * @returns the scenario unless an error stops it, and all problems at once, each with its line, column and how to mend it; nothing is thrown
 * @example readScenario("title: Empty").problems[0].what // => "question is missing."
 */
export const readScenario = (
  text: string,
  { file = "scenario.yaml", files = {}, set = {}, unitCosts = [] }: ReadOptions = {},
): ReadResult => {
  if (typeof text !== "string") return { problems: [notText] };
  const document = readDocument(text, file);
  if (document.data === undefined) return { problems: document.problems };
  const read = readData(document.data, files, set, unitCosts);
  const placed = read.problems.map((problem) => {
    const place = isSet(problem.address, set, document.data) ? undefined : document.placeOf(problem);
    return place ? { ...problem, place } : problem;
  });
  const problems = [...document.problems, ...placed].sort(byPlace);
  return {
    ...(read.scenario && !hasError(problems) ? { scenario: { ...read.scenario, warnings: problems } } : {}),
    problems,
  };
};

const notText: Problem = {
  severity: "error",
  address: "",
  what: "readScenario takes the text of a scenario.",
  mend: "For a scenario written as an object use defineScenario.",
};

/** Reads a scenario from plain data, with values changed by address. Problems have addresses, but no lines. */
export const readData = (
  written: unknown,
  files: Files,
  set: Settings,
  unitCosts: readonly UnitCost[] = [],
): ReadResult => {
  const { data, problems: unset } = setValues(written, set);
  const parsed = scenarioForm.safeParse(data);
  const whole = parsed.success && unset.length === 0;
  const misshapen = parsed.success ? [] : problemsOfShape(parsed.error, data);
  const sound = parsed.success ? parsed : scenarioForm.safeParse(soundPart(data, parsed.error.issues));
  const { result, problems } = gathered((report) =>
    sound.success ? expandScenario(sound.data, data as ScenarioForm, files, { whole, report, unitCosts }) : undefined,
  );
  // What is left out may be all that a warning misses.
  const sure = whole ? problems : problems.filter(({ severity }) => severity === "error");
  const told = [...unset, ...[...misshapen, ...sure].map((problem) => tellOfSet(problem, set, data))];
  return {
    ...(result && whole && !hasError(told) ? { scenario: { ...result, set, warnings: told } } : {}),
    problems: told,
  };
};

class Enough extends Error {}

/** The problems that are reported while something is read, each once; reading stops when they are enough, since each may take a search for the nearest name. */
const gathered = <Result>(
  read: (report: (problem: Problem) => void) => Result,
): { readonly result?: Result; readonly problems: readonly Problem[] } => {
  const found = new Map<string, Problem>();
  const report = (problem: Problem): void => {
    // The same number may be read in several places (an agency's cashable share): its problem is told once.
    found.set(`${problem.address} ${problem.what}`, problem);
    if (problem.severity === "error" && found.size >= mostProblems) throw new Enough();
  };
  try {
    return { result: read(report), problems: [...found.values()] };
  } catch (error) {
    if (error instanceof Enough) return { problems: [...found.values()] };
    throw error;
  }
};

const hasError = (problems: readonly Problem[]): boolean => problems.some(({ severity }) => severity === "error");

const byPlace = ({ place: a }: Problem, { place: b }: Problem): number =>
  (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
