import { type Cube, isWhole } from "../base/columns/cube.js";
import { aSimulation, checkGivenSimulation } from "../base/problems/options.js";
import { errorAt, ScenarioError } from "../base/problems/problem.js";
import { isLike } from "../base/problems/readable.js";
import { exactJson, fromExactJson } from "../base/texts/exact-json.js";
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
  checkGivenSimulation(simulation);
  if (typeof simulation.scenario.inForce !== "object" || simulation.scenario.inForce === null)
    return exactJson(simulation);
  throw problemOf(
    "The funding rules in force are functions, which JSON does not hold.",
    "Run it with a regime by name.",
  );
};

/**
 * A simulation from the JSON of `simulationToJson`. Every result of it has the same bits. Read only JSON that you
 * wrote: it must be whole, but its scenario is not checked again.
 * @param text what `simulationToJson` returned, of this version
 * @returns the simulation
 * @throws ScenarioError if the text is no JSON, or no whole simulation
 * @example simulationFromJson(simulationToJson(simulate(fdac, { draws: 1 }))).settings.strategies // => ["fdac"]
 */
export const simulationFromJson = <N extends Names = Names>(text: string): Simulation<N> => {
  const data: unknown = parsed(text);
  if (isSimulation<N>(data)) return data;
  throw problemOf("This is no simulation, or not a whole one.", "Pass what simulationToJson of this version returned.");
};

const parsed = (text: string): unknown => {
  try {
    return fromExactJson(text);
  } catch {
    throw problemOf("This is no JSON.", "Pass what simulationToJson returned.");
  }
};

const isSimulation = <N extends Names>(data: unknown): data is Simulation<N> =>
  isLike(data, aSimulation) && hasWholeCubes(data);

/** True if every cube in a value has all of its numbers. */
const hasWholeCubes = (value: unknown): boolean => {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return true;
  return "axes" in value ? isCube(value) && isWhole(value) : Object.values(value).every(hasWholeCubes);
};

const isCube = (value: object): value is Cube =>
  isLike(value, { axes: [{ name: "", labels: [""] }], draws: 1 }) &&
  "data" in value &&
  value.data instanceof Float64Array &&
  (!("rows" in value) || isLike(value.rows, [0]));

const problemOf = (what: string, mend: string): ScenarioError =>
  new ScenarioError([errorAt("option", "simulation", what, mend)]);
