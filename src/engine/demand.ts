import { add, addProduct, addScaled, type Column, multiply } from "../base/kernels.js";
import type { Cause } from "../scenario/demand.js";
import type { Scenario } from "../scenario/scenario.js";
import type { People } from "./people.js";
import type { Program } from "./quantities.js";

/** A cause of contacts: what drives it (people, or the contacts served elsewhere), how many each brings, and what is under way. */
export interface Flow {
  readonly name: string;
  readonly to: string;
  /** The service whose contacts drive it; undefined where people do. */
  readonly each: string | undefined;
  readonly driver: Column;
  readonly rate: Column;
  readonly scale: number;
  /** The contacts under way, one column for each cycle of delay, in a ring. */
  readonly underWay: readonly Column[];
}

/** A service in a run: what arrives, and the factor on all that arrives. */
export interface Stop {
  readonly name: string;
  readonly served: Column;
  readonly factor: Column | undefined;
  readonly flows: readonly Flow[];
}

/** The demand of one strategy: services in an order in which contacts pass without delay from earlier to later. */
export interface Demand {
  readonly stops: readonly Stop[];
  readonly flows: readonly Flow[];
}

/** Builds the demand of a strategy. */
export const buildDemand = (
  { services, demand }: Scenario,
  program: Program,
  people: People,
  cyclesPerYear: number,
): Demand => {
  const names = inOrder(Object.keys(services), Object.values(demand));
  const served = new Map(names.map((name) => [name, new Float64Array(program.width)]));
  const flows = Object.entries(demand).map(([name, cause]) =>
    buildFlow(name, cause, program, people, served, cyclesPerYear),
  );
  const stops = names.map((name) => ({
    name,
    served: served.get(name) as Column,
    factor: program.factor(`services.${name}`)?.column,
    flows: flows.filter(({ to }) => to === name),
  }));
  return { stops, flows };
};

const buildFlow = (
  name: string,
  { to, contacts, afterCycles, by }: Cause,
  program: Program,
  people: People,
  served: ReadonlyMap<string, Column>,
  cyclesPerYear: number,
): Flow => {
  const underWay = Array.from({ length: afterCycles }, () => new Float64Array(program.width));
  const shared = { name, to, rate: program.value(contacts).column, underWay };
  if ("each" in by) return { ...shared, each: by.each, driver: served.get(by.each) as Column, scale: 1 };
  return { ...shared, each: undefined, driver: people.per(by.per).column, scale: 1 / (cyclesPerYear * by.everyYears) };
};

/** Services in an order in which every contact carried without delay comes after the one that causes it (there is no ring: checked on reading). */
const inOrder = (services: readonly string[], causes: readonly Cause[]): readonly string[] => {
  const ordered: string[] = [];
  const place = (service: string): void => {
    if (ordered.includes(service)) return;
    for (const { by, to, afterCycles } of causes)
      if (to === service && "each" in by && afterCycles === 0) place(by.each);
    ordered.push(service);
  };
  for (const service of services) place(service);
  return ordered;
};

/** One cycle: each service takes what people bring, what is carried at once, and what now arrives of what was under way. */
export const stepDemand = ({ stops, flows }: Demand, cycle: number): void => {
  for (const { served, factor, flows: arriving } of stops) {
    served.fill(0);
    for (const flow of arriving) {
      if (flow.underWay.length > 0) add(served, served, slotOf(flow, cycle));
      else addFlow(served, flow);
    }
    if (factor) multiply(served, served, factor);
  }
  for (const flow of flows) {
    if (flow.underWay.length === 0) continue;
    const slot = slotOf(flow, cycle);
    slot.fill(0);
    addFlow(slot, flow);
  }
};

const slotOf = ({ underWay }: Flow, cycle: number): Column => underWay[(cycle - 1) % underWay.length];

/** Adds what a flow brings in this cycle. */
export const addFlow = (out: Column, { driver, rate, scale }: Flow): void => addProduct(out, scale, driver, rate);

/** The contacts on their way to a service, summed. */
export const underWayTo = ({ flows }: Demand, service: string, width: number): Column => {
  const out = new Float64Array(width);
  for (const { to, underWay } of flows) if (to === service) for (const slot of underWay) addScaled(out, 1, slot);
  return out;
};

/** Puts what was under way before the first cycle into every ring. */
export const startDemand = ({ flows }: Demand, history: ReadonlyMap<string, Column>): void => {
  for (const { name, underWay } of flows) for (const slot of underWay) slot.set(history.get(name) as Column);
};
