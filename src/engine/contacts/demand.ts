import { add, addProduct, addScaled, type Column, clear, copy, multiply } from "../../base/columns/kernels.js";
import type { Room } from "../../base/columns/room.js";
import { must } from "../../base/records.js";
import type { Moment } from "../../base/time.js";
import { serviceAddress } from "../../scenario/address.js";
import type { Scenario } from "../../scenario/scenario.js";
import { cyclesUnderWay, maySpread } from "../../scenario/services/at-once.js";
import { isByPeople } from "../../scenario/services/demand.js";
import { servicesWithQueue } from "../book/queue-figures.js";
import type { People } from "../people/people.js";
import type { Reached } from "../reach.js";
import type { Program } from "../values/program.js";
import { bring, type CauseFlow, causePartsOf, scaleOf } from "./causes.js";
import type { ClosingRun } from "./closing.js";
import { type ContactColumns, contactColumns, contactRoom } from "./contact-room.js";
import { buildQueue, type Queue, serveQueue } from "./queues.js";
import type { Rank } from "./ranks.js";
import { servicesInOrder } from "./service-order.js";
import { buildSpread, sendLater } from "./spread.js";

/** A service in a run: the contacts of the cycle, and what becomes of them. */
export interface ServiceFlow {
  readonly name: string;
  /** Contacts that arrive. Without a queue all are served, and this is the column of `served`, to save a copy. */
  readonly arrivals: Column;
  readonly served: Column;
  /** Both of these, and all columns of the queue. */
  readonly columns: ContactColumns;
  readonly queue: Queue | undefined;
  /** The factor of effects on all contacts that arrive; undefined if there is none. */
  readonly factor: Column | undefined;
  readonly causes: readonly CauseFlow[];
  readonly latentCauses: readonly CauseFlow[];
  /** The causes by priority, where contacts have several. */
  readonly ranks: readonly { readonly rank: Rank; readonly causes: readonly CauseFlow[] }[];
}

/** The demand of one strategy. A service that it does not reach is that of business as usual. */
export interface Demand {
  /** The services that the plan runs. A service comes after those that send it contacts without delay. */
  readonly services: readonly ServiceFlow[];
  /** All services, in that order. */
  readonly all: readonly ServiceFlow[];
  readonly causes: readonly CauseFlow[];
  /** The services that are shut in steps. */
  readonly closings: readonly ClosingRun[];
  /** Where the columns of services are, with room for their sums by year. */
  readonly room: Room;
}

/** Builds the demand of a strategy. `usual` is that of business as usual, whose peaks decide which steps are shut. */
export const buildDemand = (
  scenario: Scenario,
  interventions: readonly string[],
  program: Program,
  people: People,
  { reached, usual }: { readonly reached: Reached; readonly usual: Demand | undefined },
): Demand => {
  const before = new Map(usual?.all.map((flow) => [flow.name, flow]));
  const isOwn = (service: string): boolean => usual === undefined || reached.has(serviceAddress(service));
  const order = servicesInOrder(scenario);
  const names = order.filter(isOwn);
  const room = contactRoom(scenario, names, program.width);
  const columnsOf = new Map(names.map((name) => [name, contactColumns(scenario, name, room)]));
  const served = (name: string): Column => columnsOf.get(name)?.each.get("served") ?? must(before, name).served;
  const queues = new Map(
    servicesWithQueue(scenario)
      .filter(isOwn)
      .map((name) => {
        const columns = must(columnsOf, name);
        const context = { scenario, interventions, program, columns, room };
        return [name, buildQueue(name, context, before.get(name)?.queue)];
      }),
  );
  const turnedAway = (name: string): Column =>
    (queues.get(name) ?? before.get(name)?.queue)?.turnedAway ?? program.constant(0).column;
  const demand = Object.entries(scenario.demand).filter(([, { to }]) => isOwn(to));
  const causes = demand.map(([name, cause]) => {
    const { by, contacts } = cause;
    const parts = isByPeople(by)
      ? causePartsOf(cause, by, program, people)
      : [{ driver: "each" in by ? served(by.each) : turnedAway(by.unmet), rate: program.value(contacts).column }];
    return causeFlowOf(name, scenario, program, parts);
  });
  const flowOf = (name: string): ServiceFlow => {
    const queue = queues.get(name);
    const arriving = causes.filter(({ to }) => to === name);
    return {
      name,
      arrivals: queue?.arrivals ?? served(name),
      served: served(name),
      columns: must(columnsOf, name),
      queue,
      factor: program.factor(`services.${name}`)?.column,
      causes: arriving.filter(({ isLatent }) => !isLatent),
      latentCauses: arriving.filter(({ isLatent }) => isLatent),
      ranks: (queue?.ranks ?? []).map((rank) => ({
        rank,
        causes: arriving.filter(({ name: cause }) => rank.causes.includes(cause)),
      })),
    };
  };
  const closings = [...queues.values()].flatMap(({ closing }) => closing ?? []);
  const all = order.map((name) => (isOwn(name) ? flowOf(name) : must(before, name)));
  return { services: all.filter(({ name }) => isOwn(name)), all, causes, closings, room };
};

const causeFlowOf = (name: string, scenario: Scenario, program: Program, parts: CauseFlow["parts"]): CauseFlow => {
  const cause = scenario.demand[name];
  const { to, afterCycles, isLatent, by } = cause;
  const underWay = Array.from({ length: cyclesUnderWay(cause, scenario) }, () => new Float64Array(program.width));
  const spread = maySpread(cause, scenario) ? buildSpread(cause, underWay.length, program) : undefined;
  const cyclesLate = spread ? 0 : afterCycles - underWay.length;
  const late = { cycles: cyclesLate, sum: new Float64Array(program.width) };
  const fromService = "each" in by ? by.each : undefined;
  const scale = isByPeople(by) ? scaleOf(by, program) : 1;
  return { name, to, fromService, isLatent, parts, scale, underWay, spread, late };
};

/**
 * One cycle: contacts arrive at each service from people, from other services, and from those under way; it serves
 * them.
 */
export const stepDemand = ({ services, causes }: Demand, moment: Moment): void => {
  for (const { arrivals, queue, factor, causes: arriving, latentCauses, ranks } of services) {
    gather(arrivals, arriving, moment);
    if (queue?.calling) gather(queue.calling.latent, latentCauses, moment);
    if (factor) multiply(arrivals, arrivals, factor);
    for (const { rank, causes: own } of ranks) {
      gather(rank.arrivals, own, moment);
      if (factor) multiply(rank.arrivals, rank.arrivals, factor);
    }
    if (queue) serveQueue(queue, moment);
  }
  for (const cause of causes) {
    const { spread, underWay, late } = cause;
    if (spread) sendLater(spread, underWay, late.sum, moment.cycle - 1);
    else if (underWay.length > 0) bring(slotOf(cause, moment), cause);
  }
};

/** Writes the contacts that some causes bring in this cycle: contacts whose delay is over, or that have no delay. */
const gather = (out: Column, causes: readonly CauseFlow[], moment: Moment): void => {
  if (causes.length === 0) out.fill(0);
  for (let place = 0; place < causes.length; place++) {
    const cause = causes[place];
    if (cause.underWay.length === 0) bring(out, cause, place > 0);
    else if (place === 0) copy(out, slotOf(cause, moment));
    else add(out, out, slotOf(cause, moment));
    if (cause.spread) {
      bring(cause.spread.brought, cause);
      addProduct(out, 1, cause.spread.brought, cause.spread.shares[0]);
    }
  }
};

const slotOf = ({ underWay }: CauseFlow, { cycle }: Moment): Column => underWay[(cycle - 1) % underWay.length];

/** Contacts under way before the start: those of a cycle; or by the cycle in which they come, and after the run. */
export type Before = Column | readonly Column[];

/** Fills every ring with the contacts under way before the first cycle. */
export const startDemand = ({ causes }: Demand, history: ReadonlyMap<string, Before>): void => {
  for (const { name, underWay, late } of causes) {
    const before = history.get(name);
    clear([...underWay, late.sum]);
    if (before instanceof Float64Array) {
      for (const slot of underWay) slot.set(before);
      addScaled(late.sum, late.cycles, before);
    } else if (before) for (const [place, slot] of [...underWay, late.sum].entries()) slot.set(before[place]);
  }
};
