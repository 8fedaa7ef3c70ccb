import { kept } from "../../base/kept.js";
import type { Quantity } from "../../quantity/expression.js";
import type { LineKind } from "../../scenario/interventions/line.js";
import type { Layer } from "../../scenario/money/layer.js";
import type { Scenario } from "../../scenario/scenario.js";
import { servicesWithQueue } from "./queue-figures.js";

/**
 * The kind of an entry of the accounts. `pays`: what an agency bears of interventions. `avoided`: what contacts that no
 * longer come would have cost. `cash`: the part of it that leaves the budget. `backfilled`: the part that other
 * contacts fill, which waited or were latent. `cheaper`: what a lower unit cost saves on contacts still served.
 * `grants`: what other agencies give it towards an intervention, below 0 for one that gives.
 * `transfers`: what funding rules in force pay to the agency.
 */
export type EntryKind = "pays" | "grants" | "transfers" | ServiceKind;

/** The kinds of entry that a service has, in the order of the book. */
export const serviceKinds = ["avoided", "cash", "backfilled", "cheaper"] as const;

/** A kind of entry that a service has. */
export type ServiceKind = (typeof serviceKinds)[number];

/** What identifies an entry: the agency, the address of a service or a money line, and the kind. */
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

/** Every entry that a scenario's accounts may have, in the order of the book. */
export const entriesOf = kept((scenario: Scenario): readonly AccountEntry[] => {
  const { services, interventions } = scenario;
  const queues = new Set(servicesWithQueue(scenario));
  const actedOn = new Set(Object.values(interventions).flatMap(({ effects }) => effects.map(({ target }) => target)));
  /** Backfilling needs a queue. A unit cost falls only if an effect changes it or a formula computes it. */
  const mayBe = (kind: ServiceKind, service: string, { address, expression }: Quantity): boolean => {
    if (kind === "backfilled") return queues.has(service);
    const isStated = typeof expression === "number" || expression.kind === "range";
    return kind !== "cheaper" || !isStated || actedOn.has(address);
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
        return amounts.flatMap(({ agency }) =>
          kindsOfLine[kind].map((entry) => ({ agency, address, kind: entry, layer, intervention })),
        );
      }),
    ),
    ...transfersOf(scenario),
  ];
});

const savings = ["avoided", "cash"] as const;

/** The kinds of entry that a line of money has. */
export const kindsOfLine = {
  pays: ["pays"],
  grants: ["grants"],
  saves: savings,
  costsMore: savings,
} as const satisfies Record<LineKind, readonly EntryKind[]>;

/** The entries of funding rules in force: one per agency, in the scenario's order. */
export const transfersOf = ({ agencies, inForce }: Pick<Scenario, "agencies" | "inForce">): readonly AccountEntry[] =>
  inForce === null
    ? []
    : Object.keys(agencies).map((agency) => ({ agency, address: "regimes", kind: "transfers", layer: "fiscal" }));

/** The address of what it costs to shut a step of a service. */
export const exitAddress = (service: string): string => `services.${service}.exitCost`;

/** Returns the index of an entry by its name, from 0; −1 if there is none. */
export const entryFinder = kept((entries: readonly AccountEntry[]): ((entry: EntryName) => number) => {
  const byAgency = new Map<string, Map<string, Map<EntryKind, number>>>();
  for (const [index, { agency, address, kind }] of entries.entries()) {
    const byAddress = byAgency.get(agency) ?? new Map<string, Map<EntryKind, number>>();
    const byKind = byAddress.get(address) ?? new Map<EntryKind, number>();
    byAgency.set(agency, byAddress.set(address, byKind.set(kind, index)));
  }
  return ({ agency, address, kind }) => byAgency.get(agency)?.get(address)?.get(kind) ?? -1;
});

/** The index of an entry in a book, from 0; −1 if there is none. A book is plain data, so its finder is beside it. */
export const entryIndexIn = ({ entries }: { readonly entries: readonly AccountEntry[] }, entry: EntryName): number =>
  entryFinder(entries)(entry);

/** An entry's name as one text, for readers. The engine looks entries up by their fields. */
export const entryLabel = ({ agency, address, kind }: EntryName): string => `${agency} ${address} ${kind}`;
