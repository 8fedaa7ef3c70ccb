import { checkGivenScenario } from "../base/problems/given.js";
import { recordOf } from "../base/records.js";
import { regimeNameIn } from "../scenario/regimes/regime.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Labels } from "./table.js";

/**
 * The names for readers of what rows know by ids: agencies, interventions, services, strategies and regimes by their
 * names, and sources by their titles.
 * @param scenario from `readScenario` or `defineScenario`
 * @returns names by kind, then by id
 * @example labelsOf(gritting).agencies.hospital // => "University College Hospital"
 */
export const labelsOf = (scenario: Scenario): Labels => {
  checkGivenScenario(scenario);
  return {
    agencies: namesByKey(scenario.agencies),
    interventions: namesByKey(scenario.interventions),
    services: namesByKey(scenario.services),
    strategies: namesByKey(scenario.strategies),
    regimes: recordOf(Object.keys(scenario.regimes), (key) => regimeNameIn(scenario, key)),
    sources: recordOf(Object.keys(scenario.sources), (key) => scenario.sources[key].title),
  };
};

/** The names of entries for readers, by their ids. */
export const namesByKey = (
  entries: Readonly<Record<string, { readonly name: string }>>,
): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(entries).map(([id, { name }]) => [id, name]));
