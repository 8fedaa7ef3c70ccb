import type { Scenario } from "../../scenario/scenario.js";
import { cohortOf, isByPeople } from "../../scenario/services/demand.js";

/** What a tally counts: the contacts of those enrolled in an intervention, at a service. */
export interface TallyName {
  readonly intervention: string;
  readonly service: string;
}

/**
 * The tallies of a scenario: each intervention that enrols people, by the services to which those people bring
 * contacts.
 */
export const tallyNamesOf = ({
  interventions,
  demand,
}: Pick<Scenario, "interventions" | "demand">): readonly TallyName[] =>
  Object.entries(interventions).flatMap(([intervention, { reach }]) => {
    const services = Object.values(demand).flatMap(({ to, by }) =>
      reach && isByPeople(by) && cohortOf(by) === reach.cohort ? [to] : [],
    );
    return [...new Set(services)].sort().map((service) => ({ intervention, service }));
  });

/** The index of a tally in a list, from 0; −1 if it is not there. */
export const tallyIndex = (tallies: readonly TallyName[], { intervention, service }: TallyName): number =>
  tallies.findIndex((each) => each.intervention === intervention && each.service === service);
