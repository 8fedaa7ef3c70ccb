import { ScenarioError } from "../base/problem.js";
import type { Names } from "../scenario/define/names.js";
import type { Simulation } from "./simulate.js";

/**
 * A simulation as JSON: to keep a run, or to send it to another program. Nothing is lost: columns of draws are the
 * bytes of their numbers, and −0, NaN and infinities stay what they are.
 * @param simulation from `simulate`, under no funding rules or under rules by name
 * @returns the text, about 11 characters for each number of the run
 * @throws ScenarioError if the run is under a regime that was given as a value, because JSON holds no functions
 * @example simulationFromJson(simulationToJson(simulate(fdac, { draws: 1 }))).settings.draws // => 1
 */
export const simulationToJson = (simulation: Simulation): string => {
  if (typeof simulation.scenario.inForce !== "object" || simulation.scenario.inForce === null)
    return JSON.stringify(simulation, (_, value: unknown) => toPlain(value));
  throw problemOf(
    "The funding rules in force are functions, which JSON does not hold.",
    "Run it with a regime by name.",
  );
};

/**
 * A simulation from the JSON of `simulationToJson`. Every result of it has the same bits. Read only JSON that you
 * wrote: it is not checked as a scenario is.
 * @param text what `simulationToJson` returned, of this version
 * @returns the simulation
 * @throws ScenarioError if the text is no JSON, or no simulation
 * @example simulationFromJson(simulationToJson(simulate(fdac, { draws: 1 }))).settings.strategies // => ["fdac"]
 */
export const simulationFromJson = <N extends Names = Names>(text: string): Simulation<N> => {
  const data: unknown = parsed(text);
  if (isSimulation<N>(data)) return data;
  throw problemOf("This is no simulation.", "Pass what simulationToJson returned.");
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text, (_, value: unknown) => fromPlain(value));
  } catch {
    throw problemOf("This is no JSON.", "Pass what simulationToJson returned.");
  }
};

const isSimulation = <N extends Names>(data: unknown): data is Simulation<N> =>
  typeof data === "object" && data !== null && ["scenario", "settings", "central", "drawn"].every((key) => key in data);

/** What JSON lacks, as an object with one key of its own. */
const toPlain = (value: unknown): unknown => {
  if (typeof value === "number")
    return Number.isFinite(value) && !Object.is(value, -0) ? value : { $number: `${value}` };
  if (value instanceof Float64Array) return { $columns: base64Of(value) };
  if (value instanceof Map) return { $map: [...value] };
  return value instanceof Set ? { $set: [...value] } : value;
};

const fromPlain = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value;
  if ("$number" in value) return value.$number === "0" ? -0 : Number(value.$number);
  if ("$columns" in value) return columnsOf(String(value.$columns));
  if ("$map" in value && Array.isArray(value.$map)) return new Map(value.$map);
  return "$set" in value && Array.isArray(value.$set) ? new Set(value.$set) : value;
};

/** The bytes of numbers as base64, the lowest first, in pieces that a call can take as arguments. */
const base64Of = (numbers: Float64Array): string => {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, at) =>
    String.fromCharCode(...bytes.subarray(at * piece, (at + 1) * piece)),
  );
  return btoa(pieces.join(""));
};

const piece = 8192;

const columnsOf = (text: string): Float64Array =>
  new Float64Array(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer);

const problemOf = (what: string, mend: string): ScenarioError =>
  new ScenarioError([{ severity: "error", code: "option", address: "simulation", what, mend }]);
