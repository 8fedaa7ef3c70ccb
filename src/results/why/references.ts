import { checkGivenSimulation } from "../../base/problems/given.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Scenario } from "../../scenario/scenario.js";
import { numbersOf } from "../uncertainty/numbers.js";

/** A source that numbers of a scenario name. */
export interface ReferenceRow {
  /** Its number, from 1: `assumptions` cites it. A whole number. */
  readonly number: number;
  /** Its name in the scenario; `catalogue.HE4.0` for a unit cost of the catalogue. */
  readonly source: string;
  /** What the source is called. */
  readonly title: string;
  /** Where it can be read. Empty if not stated. */
  readonly url: string;
  /** The licence of its figures, if it must be named. Empty otherwise. */
  readonly licence: string;
  /** What the author says of it. Empty if there is none. */
  readonly note: string;
  /** How many numbers and expected results of the scenario name it. */
  readonly numbers: number;
}

/**
 * The sources that a scenario's numbers and expected results name, numbered. For a paper that has to cite them.
 * A source that no number names is left out. `assumption` is not a source.
 * @param simulation from `simulate`
 * @returns one row per source, in the order of the file, then the unit costs of the catalogue
 * @example references(simulate(fdac, { draws: 1 }))[0].number // => 1
 */
export const references = (simulation: Simulation): readonly ReferenceRow[] => {
  checkGivenSimulation(simulation);
  return referencesOf(simulation.scenario);
};

/** The rows of a scenario alone. */
export const referencesOf = (scenario: Scenario): readonly ReferenceRow[] => {
  const uses = usesIn(scenario);
  return Object.entries(scenario.sources)
    .filter(([source]) => uses.has(source))
    .map(([source, { title, url = "", licence = "", note = "" }], index) => ({
      number: index + 1,
      source,
      title,
      url,
      licence,
      note,
      numbers: uses.get(source) ?? 0,
    }));
};

/** How often each source is named. */
const usesIn = (scenario: Scenario): ReadonlyMap<string, number> => {
  const uses = new Map<string, number>();
  const { expect, observed } = scenario;
  for (const { source } of [...numbersOf(scenario).values(), ...Object.values(expect), ...Object.values(observed)])
    if (source !== undefined) uses.set(source, (uses.get(source) ?? 0) + 1);
  return uses;
};
