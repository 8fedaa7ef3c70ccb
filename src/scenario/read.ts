import { aScenario } from "../base/problems/given.js";
import { listOf, type OptionCheck, ofKind, optionProblems } from "../base/problems/options.js";
import { errorAt, mostProblems, type Problem, withCode } from "../base/problems/problem.js";
import { isLike, safely, unreadable } from "../base/problems/readable.js";
import { isWebPage } from "../base/texts/web-page.js";
import type { UnitCost } from "../data/unit-costs/unit-cost.js";
import { keysTo } from "./address.js";
import { readDocument } from "./document.js";
import { expandScenario } from "./expand/expand.js";
import { formKeysOn } from "./issues/form-keys.js";
import { soundPart } from "./issues/sound-part.js";
import { isMap } from "./issues/value.js";
import { problemsOfShape } from "./issues.js";
import { type Files, type Scenario, type ScenarioForm, type Settings, scenarioForm } from "./scenario.js";
import { givenOut } from "./scenario-line.js";
import { isSet, setValues, withSetRemark } from "./settings/set.js";
import { noValues, readValues, type ValuesTable } from "./settings/values.js";

/** Options of reading: the name of the text in problems, the texts of files it refers to, and values to change. */
export interface ReadOptions {
  /** The name of the text, for problems. Default: `scenario.yaml`. */
  readonly file?: string;
  /** The texts of the CSV files it refers to, by the path it writes. Default: none. */
  readonly files?: Files;
  /** Values that replace those in the text, by address. Default: none. */
  readonly set?: Settings;
  /** Your unit costs, from `readUnitCosts`. They replace those of the catalogue with the same code. Default: none. */
  readonly unitCosts?: readonly UnitCost[];
  /**
   * A CSV file of values that replace those in the text, as `files` names it: `address, value, low, high, source`.
   * A value in `set` goes before one in this file. Default: none.
   */
  readonly values?: string;
}

/** A scenario that was read, or the errors that stop it. Warnings are among the problems in both cases. */
export interface ReadResult {
  /** The scenario; left out if a problem is an error. */
  readonly scenario?: Scenario;
  /** Errors and warnings; empty if there are none. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a scenario from YAML or JSON text, or from data: a parsed JSON file, a form, a database. Use it for what comes
 * from a file or a user: nothing in it can run code. It never throws.
 * @param source the text, at most 1 MB, or the data. Problems of data have addresses, but no lines
 * @param options the name of the text in problems, the texts of files it refers to, values to change, and unit costs
 * @returns the scenario unless an error stops it, and all problems, each with its line, column and how to mend it
 * @example readScenario("title: Empty").problems[0].what // => "question is missing."
 */
export const readScenario = (source: string | object, given: ReadOptions = {}): ReadResult => {
  const unread = typeof source === "string" ? undefined : problemOfData(source);
  if (unread !== undefined) return { problems: [unread] };
  const misused = optionProblems(given, { file: ofKind("string"), ...dataChecks });
  if (misused.length > 0) return { problems: misused };
  const { file = "scenario.yaml", ...options } = given;
  if (typeof source !== "string") {
    const { set: _, ...read } = readData(source, options);
    return read;
  }
  if (isWebPage(source)) return { problems: [webPage] };
  const document = readDocument(source, file);
  if (document.data === undefined) return { problems: document.problems };
  const { set, ...read } = readData(document.data, options);
  const placed = read.problems.map((problem) => {
    if (problem.place) return problem;
    const place = isSet(problem.address, set, document.data) ? undefined : document.placeOf(problem);
    return place ? { ...problem, place } : problem;
  });
  const own = document.problems.filter(
    ({ severity, address }) => severity === "error" || !isSet(address, set, document.data),
  );
  const problems = [...own, ...placed].sort(byPlace);
  return {
    ...(read.scenario && !hasError(problems) ? { scenario: givenOut({ ...read.scenario, warnings: problems }) } : {}),
    problems,
  };
};

const webPage = errorAt(
  "syntax",
  "",
  "This is a web page, not a scenario.",
  "A server may send its first page where it finds no file. Look at the address of the file.",
);

/** What each option of reading data may be. */
export const dataChecks: Readonly<Record<Exclude<keyof ReadOptions, "file">, OptionCheck>> = {
  files: (files, option) =>
    ofKind("object")(files, option) ?? listOf(ofKind("string"))(Object.values(Object(files)), option),
  set: ofKind("object"),
  unitCosts: listOf(ofKind("object")),
  values: ofKind("string"),
};

/** Why data that is no text cannot be a scenario, before it costs time or stack; undefined if it may be one. */
export const problemOfData = (source: unknown): Problem | undefined => {
  const what =
    insteadOfData(source) ??
    unreadable(source, "A scenario", mostValues) ??
    (isLike(source, aScenario)
      ? "This is a scenario: pass its .form, and its .files."
      : isLike(source, { problems: [] })
        ? "This is what readScenario returns: pass what it was given."
        : isMap(source)
          ? undefined
          : "A scenario is read from a text, or from an object.");
  return what === undefined ? undefined : errorAt("option", "", what);
};

/** What a program has before it has the text of a file; undefined if it is none of these. Not every host has them. */
const insteadOfData = (source: unknown): string | undefined =>
  safely("A scenario", () => {
    const name = Object.prototype.toString.call(source).slice("[object ".length, -1);
    if (name === "Promise") return "This is a promise: await what it promises.";
    if (["Response", "Blob", "File"].includes(name)) return "This is not yet a text: await its text().";
    const isBytes = ArrayBuffer.isView(source) || name === "ArrayBuffer";
    return isBytes ? "These are bytes: read a scenario from their text." : undefined;
  });

/** The most values of data: those of the longest text that is read. A megabyte of texts is as much. */
const mostValues = 35_000;

/** Reads a scenario from plain data, with values changed by address. Its problems have addresses, but no lines. */
export const readData = (
  written: unknown,
  { files = {}, set: own = {}, unitCosts = [], values }: Omit<ReadOptions, "file"> = {},
): ReadResult & { readonly set: Settings } => {
  const table = values === undefined ? noValues : readValues(values, files, written);
  const set = { ...table.set, ...own };
  const { data, problems: misplaced } = setValues(withSources(written, table.sources), set);
  const placeOf: ValuesTable["placeOf"] = (setAddress, address) =>
    Object.hasOwn(own, setAddress) ? undefined : table.placeOf(setAddress, address);
  const unset = [...table.problems, ...misplaced.map((problem) => withPlace(problem, placeOf))];
  const parsed = scenarioForm.safeParse(data);
  const part = parsed.success ? undefined : soundPart(data, parsed.error.issues);
  const whole = (parsed.success || part?.isWhole === true) && unset.length === 0;
  const misshapen = parsed.success ? [] : problemsOfShape(parsed.error, data);
  const sound = part === undefined ? parsed : scenarioForm.safeParse(part.data);
  const { result, problems } = gathered((report) =>
    sound.success ? expandScenario(sound.data, data as ScenarioForm, files, { whole, report, unitCosts }) : undefined,
  );
  // Warnings need the whole scenario. On a part of it we report errors only.
  const sure = whole ? problems : problems.filter(({ severity }) => severity === "error");
  const found = [
    ...unset,
    ...[...misshapen, ...sure].map((problem) => withSetRemark(problem, set, data, written, placeOf)),
  ];
  const all = found.map((problem) => withCode(problem, formKeysOn(keysTo(problem.address, data))));
  return {
    ...(result && whole && !hasError(all) ? { scenario: givenOut({ ...result, set, warnings: all }) } : {}),
    problems: all,
    set,
  };
};

/** The data with the sources of a file of values. */
const withSources = (data: unknown, sources: ValuesTable["sources"]): unknown =>
  Object.keys(sources).length === 0 || !isMap(data)
    ? data
    : { ...data, sources: { ...sources, ...(isMap(data.sources) ? data.sources : {}) } };

/** The problem of an address that cannot be set, with its place if it stands in the file of values. */
const withPlace = (problem: Problem, placeOf: ValuesTable["placeOf"]): Problem => {
  const place = placeOf(problem.address, problem.address);
  return place === undefined ? problem : { ...problem, place };
};

class TooManyProblems extends Error {}

/**
 * The result of reading with the problems it reports, each once.
 * ReadContext stops at the most problems that are shown, because each may need a search for the nearest name.
 */
const gathered = <Result>(
  read: (report: (problem: Problem) => void) => Result,
): { readonly result?: Result; readonly problems: readonly Problem[] } => {
  const reported = new Map<string, Problem>();
  const report = (problem: Problem): void => {
    // The same number may be read several times (an agency's cashable share): its problem is reported once.
    reported.set(JSON.stringify([problem.address, problem.what]), problem);
    if (problem.severity === "error" && reported.size >= mostProblems) throw new TooManyProblems();
  };
  try {
    return { result: read(report), problems: [...reported.values()] };
  } catch (error) {
    if (error instanceof TooManyProblems) return { problems: [...reported.values()] };
    throw error;
  }
};

const hasError = (problems: readonly Problem[]): boolean => problems.some(({ severity }) => severity === "error");

const byPlace = ({ place: a }: Problem, { place: b }: Problem): number =>
  (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
