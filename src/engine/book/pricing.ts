import { kept } from "../../base/kept.js";
import { rationersOf } from "../../scenario/agencies/rationing.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { PayerCost } from "../../scenario/services/service.js";
import { type AccountEntry, type EntryKind, entriesOf } from "./entries.js";
import { servicesWithQueue } from "./queue-figures.js";

/** How an entry gets its value: volume × unit cost, both by index. Without a unit cost the volume is in pounds. */
export interface Price {
  readonly volume: number | Fall;
  readonly unitCost: number | undefined;
}

/** Contacts that no longer come to a service (its index): the fall of its activity, so they need no volume. */
export interface Fall {
  readonly fewerAt: number;
}

/** Contacts that one or several entries share, or the pounds of one entry. */
export interface Volume {
  readonly address: string;
  readonly kind: EntryKind;
  /** The agency, if the volume is of one entry. */
  readonly agency?: string;
  /**
   * The addresses of the cost shares that make cash of the contacts, if agencies with the same shares have one volume.
   */
  readonly cashShares?: readonly string[];
}

/**
 * The volumes and unit costs behind the entries. Agencies that bear a cost of the same contacts share one volume of
 * avoided and one of backfilled contacts. They share a volume of cash if their costs have the same shares. If all of a
 * cost is variable, its cash is the avoided volume. Without a queue, avoided contacts are the fall of the activity.
 * Every other entry has a volume of its own, in pounds.
 */
export interface Pricing {
  readonly volumes: readonly Volume[];
  /** The costs of services, one per agency and service. `isFixedNumber`: one number for all draws. */
  readonly unitCosts: readonly { readonly isFixedNumber: boolean }[];
  /** By entry. */
  readonly prices: readonly Price[];
  readonly spenders: readonly Spender[];
  /** The agencies that may pay for capacity that serves no contact: those that bear the cost of a rationed service. */
  readonly idlePayers: readonly string[];
}

/** An agency that spends on a service from its budget, by the index of the service and of its unit cost. */
export interface Spender {
  readonly agency: string;
  readonly service: number;
  readonly unitCost: number;
}

/** A list without duplicates: equal keys get one index, in the order in which they first occur. */
const indexed = <Stored>() => {
  const indexes = new Map<unknown, number>();
  const stored: Stored[] = [];
  const indexOf = (key: unknown, build: () => Stored): number => {
    const index = indexes.get(key) ?? stored.length;
    if (index === stored.length) stored.push(build());
    indexes.set(key, index);
    return index;
  };
  return { indexOf, stored, find: (key: unknown): number | undefined => indexes.get(key) };
};

/** The pricing of a scenario's entries. */
export const pricingOf = kept((scenario: Scenario): Pricing => {
  const volumes = indexed<Volume>();
  const unitCosts = indexed<{ readonly isFixedNumber: boolean }>();
  const queues = new Set(servicesWithQueue(scenario));
  const prices = entriesOf(scenario).map((entry): Price => {
    const cost = costOf(scenario, entry);
    const own = cost ? sharedVolume(entry, cost, queues.has(entry.service ?? "")) : ownVolume(entry);
    const volume = fallOf(scenario, own, entry, queues) ?? volumes.indexOf(keyOf(own), () => own);
    if (!cost) return { volume, unitCost: undefined };
    const isFixedNumber = typeof cost.pounds.expression === "number";
    return { volume, unitCost: unitCosts.indexOf(cost, () => ({ isFixedNumber })) };
  });
  const spenders = Object.values(scenario.services).flatMap(({ layer, costs: payers }, service) =>
    (layer === "fiscal" ? payers : []).flatMap((cost) => {
      const unitCost = unitCosts.find(cost);
      return unitCost === undefined ? [] : [{ agency: cost.agency, service, unitCost }];
    }),
  );
  const rationed = Object.keys(scenario.services).filter((name) => rationersOf(scenario, name).length > 0);
  return {
    volumes: volumes.stored,
    unitCosts: unitCosts.stored,
    prices,
    spenders,
    idlePayers: [...new Set(rationed.flatMap((name) => scenario.services[name].costs.map(({ agency }) => agency)))],
  };
});

/**
 * A pricing in which every entry is a volume of its own, in pounds, and all spending is stored in pounds. Means need
 * it, since the mean of a product is not the product of the means.
 */
export const pricedSeparately = (scenario: Scenario): Pricing => ({
  volumes: entriesOf(scenario).map(ownVolume),
  unitCosts: [],
  prices: entriesOf(scenario).map((_, volume) => ({ volume, unitCost: undefined })),
  spenders: [],
  idlePayers: Object.keys(scenario.agencies),
});

/** The cost that prices an entry of a service; undefined for entries in pounds. */
const costOf = ({ services }: Scenario, { service, agency, kind }: AccountEntry): PayerCost | undefined =>
  service === undefined || kind === "cheaper" || kind === "pays"
    ? undefined
    : services[service].costs.findLast((cost) => cost.agency === agency);

const ownVolume = ({ agency, address, kind }: AccountEntry): Volume => ({ agency, address, kind });

const sharedVolume = (
  { address, kind }: AccountEntry,
  { variable, semiFixed, fixed, shareOfRise }: PayerCost,
  hasQueue: boolean,
): Volume => {
  if (kind !== "cash") return { address, kind };
  if (!hasQueue && variable.expression === 1 && shareOfRise.expression === 1) return { address, kind: "avoided" };
  return { address, kind, cashShares: [variable, semiFixed, fixed, shareOfRise].map((share) => share.address) };
};

/** The fall of activity that avoided contacts are, at a service that has no queue and is discounted as money is. */
const fallOf = (
  { services, money: { discounting, outcomes } }: Scenario,
  { kind }: Volume,
  { service }: AccountEntry,
  queues: ReadonlySet<string>,
): Fall | undefined => {
  if (service === undefined || kind !== "avoided" || queues.has(service)) return undefined;
  const isMoney = services[service].worth === null && discounting.by === outcomes.by;
  return isMoney ? { fewerAt: Object.keys(services).indexOf(service) } : undefined;
};

const keyOf = ({ agency, address, kind, cashShares }: Volume): string =>
  JSON.stringify([address, kind, agency ?? null, cashShares ?? null]);

/** A volume as one text, for readers of a cube. */
export const volumeLabel = ({ agency, address, kind, cashShares }: Volume): string =>
  [agency, address, kind, ...(cashShares ?? [])].filter((part) => part !== undefined).join(" ");
