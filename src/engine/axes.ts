import type { Quantity } from "../quantity/quantity.js";
import { rationersOf } from "../scenario/agencies/rationing.js";
import type { Layer } from "../scenario/layer.js";
import type { Scenario } from "../scenario/scenario.js";
import { cohortOf, isByPeople } from "../scenario/services/demand.js";

/**
 * What an entry of the accounts is. `pays`: what an agency finally bears of interventions. `avoided`: what it would have cost to do what is no longer asked.
 * `cash`: the part of it that leaves the budget. `backfilled`: the part of it that others fill, who waited or were latent. `cheaper`: what a lower
 * unit cost saves on what is still done. `transfers`: what funding rules in force move to it.
 */
export type EntryKind = "pays" | "transfers" | ServiceKind;

/** The kinds of entry a service has, in the order they stand. */
export const serviceKinds = ["avoided", "cash", "backfilled", "cheaper"] as const;

/** A kind of entry a service has. */
export type ServiceKind = (typeof serviceKinds)[number];

/** What names a row of the accounts: whose, of what, and which kind. Its address is a service or a line of an intervention. */
export interface EntryName {
  readonly agency: string;
  readonly address: string;
  readonly kind: EntryKind;
}

/** A row of the accounts: its name, the layer of its money, and the service or the intervention it comes from. */
export interface AccountEntry extends EntryName {
  readonly layer: Layer;
  /** The service whose contacts or steps it counts. Left out for lines of interventions and for transfers. */
  readonly service?: string;
  /** The intervention that has the line. Left out for services and for transfers. */
  readonly intervention?: string;
}

/** Every entry a scenario's accounts may have, in a fixed order. */
export const entriesOf = (scenario: Scenario): readonly AccountEntry[] => {
  const { services, interventions } = scenario;
  const queues = new Set(queuesOf(scenario));
  const actedOn = new Set(Object.values(interventions).flatMap(({ effects }) => effects.map(({ target }) => target)));
  /** Only who waits can be served instead of others, and a number that nothing acts on and no formula makes never falls. */
  const mayBe = (kind: ServiceKind, service: string, { address, expression }: Quantity): boolean => {
    if (kind === "backfilled") return queues.has(service);
    const isSaid = typeof expression === "number" || "range" in expression;
    return kind !== "cheaper" || !isSaid || actedOn.has(address);
  };
  return [
    ...Object.entries(services).flatMap(([name, { costs, layer }]) =>
      costs.flatMap(({ agency, pounds }) =>
        serviceKinds
          .filter((kind) => mayBe(kind, name, pounds))
          .map((kind) => ({ agency, address: `services.${name}`, kind, layer, service: name })),
      ),
    ),
    ...Object.entries(services).flatMap(([name, { closing }]) =>
      (closing?.exitCosts ?? []).map(({ agency }) => ({
        agency,
        address: exitAddress(name),
        kind: "pays" as const,
        layer: "fiscal" as const,
        service: name,
      })),
    ),
    ...Object.entries(interventions).flatMap(([intervention, { lines }]) =>
      lines.flatMap(({ address, kind, layer, amounts }) => {
        const kinds = kind === "pays" ? (["pays"] as const) : (["avoided", "cash"] as const);
        return amounts.flatMap(({ agency }) =>
          kinds.map((entry) => ({ agency, address, kind: entry, layer, intervention })),
        );
      }),
    ),
    ...transfersOf(scenario),
  ];
};

/** What funding rules in force move to each agency, in the scenario's order. */
export const transfersOf = ({ agencies, inForce }: Pick<Scenario, "agencies" | "inForce">): readonly AccountEntry[] =>
  inForce === null
    ? []
    : Object.keys(agencies).map((agency) => ({ agency, address: "regimes", kind: "transfers", layer: "fiscal" }));

/** The address of what it costs to shut a step of a service. */
export const exitAddress = (service: string): string => `services.${service}.exitCost`;

/** Every group of people a scenario counts, in a fixed order. */
export const groupsOf = ({ cohorts, interventions }: Scenario): readonly Group[] =>
  Object.entries(cohorts).flatMap(([cohort, { dimensions }]) => {
    const taking = Object.entries(interventions).filter(([, { reach }]) => reach?.cohort === cohort);
    return [
      { cohort, state: null, intervention: null },
      ...dimensions.flatMap(({ states }) => states.map((state) => ({ cohort, state, intervention: null }))),
      ...taking.map(([intervention]) => ({ cohort, state: null, intervention })),
    ];
  });

/** Where each entry stands among the entries of a book, by its name; −1 where there can be none of that name. */
export const entryPlaces = (scenario: Scenario): ((entry: EntryName) => number) => {
  const places = new Map(entriesOf(scenario).map((entry, place) => [entryLabel(entry), place]));
  return (entry) => places.get(entryLabel(entry)) ?? -1;
};

/** The name of an entry. */
export const entryLabel = ({ agency, address, kind }: EntryName): string => `${agency} ${address} ${kind}`;

/** People who are counted together: all of a cohort who are not gone, those in a state, or those whom an intervention has taken in. */
export interface Group {
  readonly cohort: string;
  readonly state: string | null;
  readonly intervention: string | null;
}

/** The name of a tally in the book. */
export const tallyLabel = (intervention: string, service: string): string => `${intervention} ${service}`;

/** The tallies there may be: interventions that take people in, by the services those people bring contacts to. */
export const talliesOf = ({ interventions, demand }: Pick<Scenario, "interventions" | "demand">): readonly string[] =>
  Object.entries(interventions).flatMap(([intervention, { reach }]) => {
    const services = Object.values(demand).flatMap(({ to, by }) =>
      reach && isByPeople(by) && cohortOf(by) === reach.cohort ? [to] : [],
    );
    return [...new Set(services)].sort().map((service) => tallyLabel(intervention, service));
  });

/** The services that cannot serve all at once, call in who is latent, or may be rationed. */
export const queuesOf = (scenario: Pick<Scenario, "agencies" | "services" | "demand">): readonly string[] => {
  const { services, demand } = scenario;
  return Object.keys(services).filter(
    (name) =>
      services[name].capacity !== null ||
      rationersOf(scenario, name).length > 0 ||
      Object.values(demand).some(({ to, isLatent }) => to === name && isLatent),
  );
};

/**
 * What a queue tells of a year: contacts that came, were called in, turned away (those rationed among them), rationed, or gave up; and at its end who
 * waits and the steps that are shut.
 */
export const queueFigures = ["arrivals", "called", "turned", "rationed", "left", "open", "waiting", "shut"] as const;

/** A figure of a queue. */
export type QueueFigure = (typeof queueFigures)[number];

/** The address of the moves out of a state. */
export const rowAddress = (cohort: string, state: string): string => `cohorts.${cohort}.moves.${state}`;

/** The addresses of the states with several probabilities out of them, in a fixed order. */
export const crowdedRows = ({ cohorts }: Pick<Scenario, "cohorts">): readonly string[] =>
  Object.entries(cohorts).flatMap(([name, { dimensions }]) =>
    dimensions.flatMap(({ states, moves }) =>
      states
        .filter((state) => moves.filter(({ from, kind }) => from === state && kind === "probability").length > 1)
        .map((state) => rowAddress(name, state)),
    ),
  );

/** The agencies that have a budget. */
export const budgetedIn = ({ agencies }: Pick<Scenario, "agencies">): readonly string[] =>
  Object.keys(agencies).filter((name) => agencies[name].budget !== null);

/**
 * What is told of a budget in a year, in the order of the book: what was planned, what there is, what is spent, the share of contacts that is rationed (of an agency that
 * rations), and the pounds that rationing everything would still have lacked.
 */
export const budgetFigures = ["planned", "budget", "spending", "rationed", "lacking"] as const;

/** A figure of a budget. */
export type BudgetFigure = (typeof budgetFigures)[number];
