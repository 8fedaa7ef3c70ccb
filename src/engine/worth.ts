import { type Cube, drawsFrom, windowOn } from "../base/cube.js";
import { addScaled, addScaledProduct, type Column } from "../base/kernels.js";
import { rationersOf } from "../scenario/agencies/rationing.js";
import type { Scenario } from "../scenario/scenario.js";
import type { PayerCost } from "../scenario/services/service.js";
import { type AccountEntry, entriesOf, entryLabel, queuesOf } from "./axes.js";

/** How an entry is priced: the place of its volume, and of the unit cost of each of it; undefined where the volume is pounds already. */
export interface Price {
  readonly volume: number;
  readonly unitCost: number | undefined;
}

/**
 * What entries are made of. What several agencies bear of the same contacts is one volume, times the unit cost of each: what is avoided and
 * backfilled of a service, and what of it is cash to those whose costs have the same shares; where all of a cost is variable, cash is what is avoided.
 * All else is pounds, each entry a volume of its own.
 */
export interface Pricing {
  readonly volumes: readonly { readonly label: string; readonly address: string }[];
  /** Each agency's cost of a service: as many columns a year as there are draws, or one number where it is plain. */
  readonly unitCosts: readonly { readonly isPlain: boolean }[];
  /** By entry. */
  readonly prices: readonly Price[];
  readonly spenders: readonly Spender[];
  /** The agencies that may spend on services without serving anybody: those that bear one that is rationed. */
  readonly idle: readonly string[];
}

/** An agency that spends on a service from its budget: the places of the service and of its unit cost. */
export interface Spender {
  readonly agency: string;
  readonly service: number;
  readonly unitCost: number;
}

/** The pricing of a scenario's entries. */
export const pricingOf = (scenario: Scenario): Pricing => {
  const volumes = new Map<string, { readonly label: string; readonly address: string; readonly place: number }>();
  const unitCosts = new Map<PayerCost, { readonly isPlain: boolean; readonly place: number }>();
  const queues = new Set(queuesOf(scenario).map((name) => `services.${name}`));
  const costs = new Map<string, PayerCost>(
    Object.entries(scenario.services).flatMap(([name, service]) =>
      service.costs.map((cost) => [`${cost.agency} services.${name}`, cost] as const),
    ),
  );
  const prices = entriesOf(scenario).map((entry): Price => {
    const cost = entry.kind === "cheaper" ? undefined : costs.get(`${entry.agency} ${entry.address}`);
    const label = cost ? sharedLabel(entry, cost, queues.has(entry.address)) : entryLabel(entry);
    const volume = volumes.get(label) ?? { label, address: entry.address, place: volumes.size };
    volumes.set(label, volume);
    if (!cost) return { volume: volume.place, unitCost: undefined };
    const isPlain = typeof cost.pounds.expression === "number";
    const unitCost = unitCosts.get(cost) ?? { isPlain, place: unitCosts.size };
    unitCosts.set(cost, unitCost);
    return { volume: volume.place, unitCost: unitCost.place };
  });
  const spenders = Object.values(scenario.services).flatMap(({ layer, costs: bearers }, service) =>
    (layer === "fiscal" ? bearers : []).flatMap((cost) => {
      const unitCost = unitCosts.get(cost)?.place;
      return unitCost === undefined ? [] : [{ agency: cost.agency, service, unitCost }];
    }),
  );
  const rationed = Object.keys(scenario.services).filter((name) => rationersOf(scenario, name).length > 0);
  return {
    volumes: [...volumes.values()],
    unitCosts: [...unitCosts.values()],
    prices,
    spenders,
    idle: [...new Set(rationed.flatMap((name) => scenario.services[name].costs.map(({ agency }) => agency)))],
  };
};

/** Every entry a volume of its own, in pounds, and so all that is spent: for means, since that of a product is not the product of means. */
export const pricedApart = (scenario: Scenario): Pricing => {
  const entries = entriesOf(scenario);
  return {
    volumes: entries.map((entry) => ({ label: entryLabel(entry), address: entry.address })),
    unitCosts: [],
    prices: entries.map((_, volume) => ({ volume, unitCost: undefined })),
    spenders: [],
    idle: Object.keys(scenario.agencies),
  };
};

const sharedLabel = (
  { address, kind }: AccountEntry,
  { variable, semiFixed, fixed, shareOfRise }: PayerCost,
  hasQueue: boolean,
): string => {
  if (kind !== "cash") return `${address} ${kind}`;
  if (!hasQueue && variable.expression === 1 && shareOfRise.expression === 1) return `${address} avoided`;
  return `${address} ${kind} ${JSON.stringify([variable, semiFixed, fixed, shareOfRise].map((share) => share.address))}`;
};

/** The volumes of a run and what each is worth. */
interface Priced {
  readonly draws: number;
  readonly prices: readonly Price[];
  readonly unitCosts: readonly (readonly Column[])[];
  readonly money: Cube;
  readonly present: { readonly cube: Cube; readonly factors: readonly (readonly number[])[] };
}

/** Adds to a sum so many times what an entry is worth under a strategy in a year (from 0), in plain pounds or present value, of the draws from one on. */
export const addWorth = (
  sum: Column,
  { prices, unitCosts, money, present }: Priced,
  strategy: number,
  entry: number,
  year: number,
  side: "plain" | "present",
  { from = 0, weight = 1 }: { readonly from?: number; readonly weight?: number } = {},
): void => {
  const { volume, unitCost } = prices[entry];
  const factor = weight * (side === "plain" ? 1 : present.factors[volume][year]);
  const draws = drawsFrom(side === "plain" ? money : present.cube, from, sum.length, [strategy, volume, year]);
  if (unitCost === undefined) addScaled(sum, factor, draws);
  else addScaledProduct(sum, factor, windowOn(unitCosts[unitCost][year], from, sum.length), draws);
};

/** What an entry is worth under a strategy in a year (from 0), one number a draw. */
export const worthOf = (
  priced: Priced,
  strategy: number,
  entry: number,
  year: number,
  side: "plain" | "present",
): Column => {
  const worth = new Float64Array(priced.draws);
  addWorth(worth, priced, strategy, entry, year, side);
  return worth;
};
