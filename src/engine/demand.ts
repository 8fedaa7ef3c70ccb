import { add, addProduct, addScaled, type Column, copy, multiply, scaledProduct } from "../base/kernels.js";
import type { Moment } from "../base/time.js";
import type { Scenario } from "../scenario/scenario.js";
import { type ByPeople, type Cause, cohortOf, isByPeople } from "../scenario/services/demand.js";
import { queuesOf } from "./axes.js";
import type { People, Selection } from "./people.js";
import type { Program, Taker } from "./program.js";
import { buildQueue, type Queue, serve } from "./queues.js";

/** A cause of contacts: what drives it (people, or the contacts served elsewhere), how many each brings, and what is under way. */
export interface Flow {
  readonly name: string;
  readonly to: string;
  /** The service whose contacts served drive it; undefined where people do, or contacts turned away. */
  readonly each: string | undefined;
  /** Called in where there is room, after all others. */
  readonly isLatent: boolean;
  /** Those who bring contacts, and how many each brings: everybody, or apart those whom an intervention changes. */
  readonly parts: readonly { readonly driver: Column; readonly rate: Column }[];
  readonly scale: number;
  /** The contacts under way, one column for each cycle of delay, in a ring. */
  readonly underWay: readonly Column[];
}

/** A service in a run: what arrives, what of it is served, and the factor on all that arrives. */
export interface Stop {
  readonly name: string;
  /** The same column as what is served, where there is no queue. */
  readonly arrivals: Column;
  readonly served: Column;
  readonly queue: Queue | undefined;
  readonly factor: Column | undefined;
  /** What comes, and what may be called in from those who are latent. */
  readonly flows: readonly Flow[];
  readonly latent: readonly Flow[];
}

/** The demand of one strategy: services in an order in which contacts pass without delay from earlier to later. */
export interface Demand {
  readonly stops: readonly Stop[];
  readonly flows: readonly Flow[];
}

/** Builds the demand of a strategy; `usual` is that of business as usual, whose peaks decide what may be closed. */
export const buildDemand = (
  scenario: Scenario,
  of: readonly string[],
  program: Program,
  people: People,
  cyclesPerYear: number,
  usual?: Demand,
): Demand => {
  const { services, demand } = scenario;
  const queues = new Map(
    queuesOf(scenario).map((name) => {
      const before = usual?.stops.find((stop) => stop.name === name)?.queue;
      return [name, buildQueue(name, scenario, of, program, cyclesPerYear, before)];
    }),
  );
  const names = inOrder(Object.keys(services), Object.values(demand));
  const served = new Map(names.map((name) => [name, new Float64Array(program.width)]));
  const turned = (name: string): Column => queues.get(name)?.turned ?? program.constant(0).column;
  const flows = Object.entries(demand).map(([name, cause]): Flow => {
    const { to, contacts, afterCycles, isLatent, by } = cause;
    const underWay = Array.from({ length: afterCycles }, () => new Float64Array(program.width));
    const shared = { name, to, isLatent, underWay };
    if (isByPeople(by))
      return {
        ...shared,
        each: undefined,
        parts: partsOf(cause, by, program, people),
        scale: scaleOf(by, cyclesPerYear),
      };
    const driver = "each" in by ? (served.get(by.each) as Column) : turned(by.unmet);
    const each = "each" in by ? by.each : undefined;
    return { ...shared, each, parts: [{ driver, rate: program.value(contacts).column }], scale: 1 };
  });
  const stops = names.map((name) => {
    const queue = queues.get(name);
    const arriving = flows.filter(({ to }) => to === name);
    return {
      name,
      arrivals: queue ? new Float64Array(program.width) : (served.get(name) as Column),
      served: served.get(name) as Column,
      queue,
      factor: program.factor(`services.${name}`)?.column,
      flows: arriving.filter(({ isLatent }) => !isLatent),
      latent: arriving.filter(({ isLatent }) => isLatent),
    };
  });
  return { stops, flows };
};

/** Those who bring different numbers of contacts apart: the people of each intervention that changes how many, and all the others. */
const partsOf = (cause: Cause, by: ByPeople, program: Program, people: People): Flow["parts"] => {
  const { to, contacts } = cause;
  const takers = takersFrom(by, people);
  const own = takers.filter(
    (taker) => program.isOwn(contacts.address, taker) || program.isOwn(`services.${to}`, taker),
  );
  const others: readonly Taker[] = [undefined, ...takers.filter((taker) => !own.includes(taker))];
  return [
    brought(cause, by, program, people, { of: others }),
    ...own.map((taker) => brought(cause, by, program, people, { of: [taker], rateOf: taker })),
  ];
};

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
  { to, contacts, isLatent }: Cause,
  by: ByPeople,
  program: Program,
  people: People,
  { of, rateOf, movesOf }: Bringing,
): Flow["parts"][number] => {
  const rate = program.value(contacts, rateOf);
  // What is latent is never cut.
  const factor = isLatent ? undefined : program.factor(`services.${to}`, rateOf);
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
    for (const { by, to, afterCycles } of causes) {
      if (to !== service || afterCycles > 0) continue;
      if ("each" in by) place(by.each);
      if ("unmet" in by) place(by.unmet);
    }
    ordered.push(service);
  };
  for (const service of services) place(service);
  return ordered;
};

/** One cycle: each service takes what people bring, what is carried at once, and what now arrives of what was under way, as far as it has room. */
export const stepDemand = ({ stops, flows }: Demand, moment: Moment): void => {
  for (const { arrivals, served, queue, factor, flows: arriving, latent } of stops) {
    gather(arrivals, arriving, moment);
    if (queue) gather(queue.latent, latent, moment);
    if (factor) multiply(arrivals, arrivals, factor);
    if (queue) serve(queue, arrivals, served, moment);
  }
  for (const flow of flows) if (flow.underWay.length > 0) bring(slotOf(flow, moment), flow);
};

/** What some flows bring to a service in this cycle: what arrives at last of what was under way, or what comes at once. */
const gather = (out: Column, flows: readonly Flow[], moment: Moment): void => {
  if (flows.length === 0) out.fill(0);
  for (let place = 0; place < flows.length; place++) {
    const flow = flows[place];
    if (flow.underWay.length === 0) bring(out, flow, place > 0);
    else if (place === 0) copy(out, slotOf(flow, moment));
    else add(out, out, slotOf(flow, moment));
  }
};

const slotOf = ({ underWay }: Flow, { cycle }: Moment): Column => underWay[(cycle - 1) % underWay.length];

/** Puts what a flow causes in this cycle into a column, or adds it to what is there. */
export const bring = (out: Column, { parts, scale }: Flow, isAdded = false): void => {
  for (let place = 0; place < parts.length; place++) {
    const { driver, rate } = parts[place];
    if (isAdded || place > 0) addProduct(out, scale, driver, rate);
    else scaledProduct(out, scale, driver, rate);
  }
};

/** The contacts on their way to a service, summed; undefined where all come at once. */
export const underWayTo = ({ flows }: Demand, service: string, width: number): Column | undefined => {
  const slots = flows.flatMap(({ to, underWay }) => (to === service ? underWay : []));
  if (slots.length === 0) return undefined;
  const out = new Float64Array(width);
  for (const slot of slots) addScaled(out, 1, slot);
  return out;
};

/** Puts what was under way before the first cycle into every ring. */
export const startDemand = ({ flows }: Demand, history: ReadonlyMap<string, Column>): void => {
  for (const { name, underWay } of flows)
    for (const slot of underWay) {
      const before = history.get(name);
      if (before) slot.set(before);
      else slot.fill(0);
    }
};

/** Notes how many wait for each service, where a formula reads it. */
export const noteLists = ({ stops }: Demand, readings: ReadonlyMap<string, Column>): void => {
  for (const { name, queue } of stops) {
    const waiting = readings.get(`waiting.${name}`);
    if (waiting && queue) copy(waiting, queue.list);
  }
};
