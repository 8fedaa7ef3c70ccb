import { add, addProduct, addScaled, type Column, multiply } from "../base/kernels.js";
import type { Cause } from "../scenario/demand.js";
import type { Scenario } from "../scenario/scenario.js";
import type { People, Selection } from "./people.js";
import type { Program, Taker } from "./quantities.js";

/** A cause of contacts: what drives it (people, or the contacts served elsewhere), how many each brings, and what is under way. */
export interface Flow {
  readonly name: string;
  readonly to: string;
  /** The service whose contacts drive it; undefined where people do. */
  readonly each: string | undefined;
  /** Those who bring contacts, and how many each brings: everybody, or apart those whom an intervention changes. */
  readonly parts: readonly { readonly driver: Column; readonly rate: Column }[];
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
  cause: Cause,
  program: Program,
  people: People,
  served: ReadonlyMap<string, Column>,
  cyclesPerYear: number,
): Flow => {
  const { to, contacts, afterCycles, by } = cause;
  const underWay = Array.from({ length: afterCycles }, () => new Float64Array(program.width));
  if ("each" in by) {
    const part = { driver: served.get(by.each) as Column, rate: program.value(contacts).column };
    return { name, to, each: by.each, parts: [part], scale: 1, underWay };
  }
  const takers = takersFrom(by, people);
  const own = takers.filter(
    (taker) => program.isOwn(contacts.address, taker) || program.isOwn(`services.${to}`, taker),
  );
  const others: readonly Taker[] = [undefined, ...takers.filter((taker) => !own.includes(taker))];
  const parts = [
    brought(cause, by, program, people, { of: others }),
    ...own.map((taker) => brought(cause, by, program, people, { of: [taker], rateOf: taker })),
  ];
  return { name, to, each: undefined, parts, scale: scaleOf(by, cyclesPerYear), underWay };
};

/** A cause by people: those there are, or those who move. */
export type ByPeople = Exclude<Cause["by"], { readonly each: string }>;

/** Whether a cause is by people. */
export const isByPeople = (by: Cause["by"]): by is ByPeople => !("each" in by);

/** The cohort whose people are a cause. */
export const cohortOf = (by: ByPeople): string => ("move" in by ? by.move.cohort : by.per.cohort);

/** The interventions that take people in from the cohort of a cause. */
const takersFrom = (by: ByPeople, { enrolments }: People): readonly string[] =>
  enrolments.filter(({ reach }) => reach.cohort === cohortOf(by)).map(({ intervention }) => intervention);

/** What a number of contacts is counted by: so many people, so often. */
export const scaleOf = (by: ByPeople, cyclesPerYear: number): number =>
  "move" in by ? 1 : 1 / (cyclesPerYear * by.everyYears * (by.per.people === "everyone" ? 1 : by.per.people));

/** Some people of a cohort, and whose rates they have: those of a taker's effects, or everybody's. */
interface Bringing {
  readonly of: NonNullable<Selection["of"]>;
  readonly rateOf?: Taker;
  /** Whose moves they make. Default: their own. */
  readonly movesOf?: { readonly taker: Taker };
}

/** The people who bring contacts, and how many each brings. */
export const brought = (
  { to, contacts }: Cause,
  by: ByPeople,
  program: Program,
  people: People,
  { of, rateOf, movesOf }: Bringing,
): Flow["parts"][number] => {
  const rate = program.value(contacts, rateOf);
  const factor = program.factor(`services.${to}`, rateOf);
  return {
    driver:
      "move" in by
        ? people.moved({ cohort: by.move.cohort, while: [], of }, by.move.from, by.move.to, movesOf)
        : people.count(
            { cohort: by.per.cohort, while: by.while, of },
            { needing: to, perStartingPerson: by.per.people === "everyone" },
          ),
    rate: (factor && rateOf !== undefined ? program.apply("multiply", rate, factor) : rate).column,
  };
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
export const addFlow = (out: Column, { parts, scale }: Flow): void => {
  for (const { driver, rate } of parts) addProduct(out, scale, driver, rate);
};

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
