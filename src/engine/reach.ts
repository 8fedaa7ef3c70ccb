import type { FormulaLeaf } from "../base/formulas/formula.js";
import { kept } from "../base/kept.js";
import { causeAddress, quantityAddress, serviceAddress } from "../scenario/address.js";
import { rationersOf } from "../scenario/agencies/rationing.js";
import type { Strategy } from "../scenario/interventions/strategy.js";
import { isQuantity } from "../scenario/quantities.js";
import type { Scenario } from "../scenario/scenario.js";
import { cohortOf, isByPeople } from "../scenario/services/demand.js";
import { followingFrom, type ReadsAndWrites } from "./following.js";

/**
 * What may differ from business as usual under a strategy: addresses of numbers, services and cohorts, and values of
 * the last cycle (`contacts.ward`). All else is as it is in business as usual, to the last bit.
 */
export type Reached = Pick<ReadonlySet<string>, "has">;

/** What each strategy of a scenario reaches, by its name. */
export const reachedBy = kept((scenario: Scenario): ReadonlyMap<string, Reached> => {
  const flows = flowsIn(scenario);
  return new Map(
    Object.entries(scenario.strategies).map(([name, strategy]) => [
      name,
      followingFrom(changedBy(scenario, strategy), flows),
    ]),
  );
});

/** The address of a cohort, as a part of a scenario that a strategy may reach. */
export const cohortAddress = (cohort: string): string => `cohorts.${cohort}`;

/** What a strategy changes itself: targets of effects, cohorts that people join from, and services that it shuts. */
const changedBy = (scenario: Scenario, { of }: Strategy): readonly string[] => {
  const { interventions, services, agencies } = scenario;
  return [
    ...of.flatMap((name) => {
      const { effects, reach, closes } = interventions[name];
      return [
        ...effects.map(({ target }) => target),
        ...(reach ? [cohortAddress(reach.cohort)] : []),
        ...closes.map(({ service }) => serviceAddress(service)),
      ];
    }),
    // What agencies spend, and so what they ration, follows from every service and every line.
    ...Object.keys(agencies).map((name) => `spend.${name}`),
    ...Object.keys(services)
      .filter((name) => rationersOf(scenario, name).length > 0)
      .map(serviceAddress),
  ];
};

/** What follows from what in a scenario, by addresses. */
const flowsIn = ({ quantities, cohorts, services, demand }: Scenario): readonly ReadsAndWrites<string>[] => [
  ...Object.values(quantities).map((quantity) => ({ reads: readBy(quantity), writes: [quantity.address] })),
  ...Object.entries(cohorts).map(([name, cohort]) => ({
    reads: readBy(cohort),
    writes: [
      cohortAddress(name),
      ...[name, ...cohort.dimensions.flatMap(({ states }) => states)].map((counted) => `people.${counted}`),
    ],
  })),
  ...Object.entries(demand).map(([name, cause]) => {
    const { by, to } = cause;
    const from = isByPeople(by) ? cohortAddress(cohortOf(by)) : serviceAddress("each" in by ? by.each : by.unmet);
    return { reads: [causeAddress(name), from, ...readBy(cause)], writes: [serviceAddress(to)] };
  }),
  ...Object.entries(services).map(([name, service]) => ({
    reads: readBy(service),
    writes: [serviceAddress(name), `contacts.${name}`, `waiting.${name}`],
  })),
];

/** The numbers in a part of a scenario, the named numbers in their formulas, and values of the last cycle. */
const readBy = (part: unknown, found: string[] = []): readonly string[] => {
  if (typeof part !== "object" || part === null) return found;
  if (isQuantity(part)) found.push(part.address);
  if (isLeaf(part)) found.push(part.kind === "last" ? `${part.measure}.${part.of}` : quantityAddress(part.name));
  for (const inner of Object.values(part)) readBy(inner, found);
  return found;
};

/** True for the leaves of a formula: a named number, or a value of the last cycle. */
const isLeaf = (part: object): part is Exclude<FormulaLeaf, number> =>
  "kind" in part && (part.kind === "name" || part.kind === "last");
