import type { ScenarioContext } from "../context.js";
import type { ConcentrationForm } from "../people/concentration.js";
import { readNeed } from "../people/need.js";
import type { Scenario } from "../scenario.js";
import { contactsAYear } from "./contacts-a-year.js";

/**
 * Sugar: `concentration` becomes segments of need.
 * Segments fitted to contacts depend on the number of contacts that the whole scenario makes.
 */
export const withNeeds = (
  scenario: Scenario,
  forms: Readonly<Record<string, { readonly concentration?: ConcentrationForm | undefined }>>,
  context: ScenarioContext,
): Scenario => {
  const { services } = scenario;
  const visited = Object.keys(services).filter((service) => services[service].worth === null);
  return {
    ...scenario,
    cohorts: Object.fromEntries(
      Object.entries(scenario.cohorts).map(([name, cohort]) => {
        const form = forms[name].concentration;
        if (form === undefined) return [name, cohort];
        const contactsAt = (names: readonly string[]): number => contactsAYear(scenario, name, names);
        return [name, { ...cohort, need: readNeed(form, name, { visited, contactsAt }, context) }];
      }),
    ),
  };
};
