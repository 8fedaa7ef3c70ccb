import { checkGivenSimulation } from "../base/problems/given.js";
import { errorAt, ScenarioError } from "../base/problems/problem.js";
import { exactJson, fromExactJson } from "../base/texts/exact-json.js";
import type { Names } from "../scenario/define/names.js";
import { shownRun } from "./run-line.js";
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
    return sealed(exactJson(simulation));
  throw problemOf(
    "The funding rules in force are functions, which JSON does not hold.",
    "Run it with a regime by name.",
  );
};

/**
 * A simulation from the JSON of `simulationToJson`. Every result of it has the same bits. The text has a checksum: of a
 * run that was changed or cut, results would be read as if they had been computed.
 * @param text what `simulationToJson` returned, of this version; other spaces and new lines do not matter
 * @returns the simulation
 * @throws ScenarioError if the text is no JSON, or is not what `simulationToJson` wrote
 * @example simulationFromJson(simulationToJson(simulate(fdac, { draws: 1 }))).settings.strategies // => ["fdac"]
 */
export const simulationFromJson = <N extends Names = Names>(text: string): Simulation<N> => {
  const { checksum, ...run } = Object(parsed(text));
  const json = JSON.stringify(run);
  if (checksum === checksumOf(json)) return shownRun(fromExactJson(json) as Simulation<N>);
  const what = "drawn" in run ? "This simulation was changed, or another version wrote it." : "This is no simulation.";
  throw problemOf(what, "Pass what simulationToJson returned.");
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw problemOf("This is no JSON.", "Pass what simulationToJson returned.");
  }
};

/** The text of an object with its checksum as the last key. */
const sealed = (json: string): string => `${json.slice(0, -1)},"checksum":${checksumOf(json)}}`;

/** FNV-1a (Fowler, Noll and Vo 1991) of the characters, 32 bits. */
const checksumOf = (json: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < json.length; at++) hash = Math.imul(hash ^ json.charCodeAt(at), 0x01000193);
  return hash;
};

const problemOf = (what: string, mend: string): ScenarioError =>
  new ScenarioError([errorAt("option", "simulation", what, mend)]);
