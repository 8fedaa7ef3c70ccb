import type { Scenario } from "../../src/scenario/scenario.js";
import type { Service } from "../../src/scenario/services/service.js";
import { cyclesAYear, type Moment } from "./moment.js";
import { valueAt } from "./values.js";

/** The contacts of a service in a cycle. */
export interface Flow {
  /** Contacts that arrived, without latent ones. */
  readonly arrivals: number;
  /** Latent contacts called in. */
  readonly calledIn: number;
  /** Contacts served, with those called in. */
  readonly served: number;
  readonly turnedAway: number;
  /** The contacts among them turned away for lack of money. */
  readonly rationed: number;
  /** Contacts that gave up waiting. */
  readonly gaveUp: number;
  readonly waitedBefore: number;
  readonly waitedAfter: number;
  /** The contacts that could be served; null without a limit. */
  readonly room: number | null;
  /** The places or contacts of its capacity that are open; null without a limit. */
  readonly open: number | null;
  /** The contacts served, in the unit of the capacity: the places that they take in this cycle. */
  readonly taken: number;
  readonly stepsShut: number;
  /** The same by priority, if contacts have several; the highest first. */
  readonly ranks: readonly RankFlow[];
}

/** The contacts of one priority in a cycle. */
export interface RankFlow {
  readonly arrivals: number;
  readonly seen: number;
  readonly turnedAway: number;
  readonly gaveUp: number;
  readonly waitedAfter: number;
}

/**
 * The contacts that arrive at a service in a cycle, the share rationed, latent contacts, the waiting list, and the
 * steps shut.
 */
interface AtDoor {
  readonly ranks: readonly { readonly arrivals: number; readonly waiting: number }[];
  readonly rationedShare: number;
  readonly latent: number;
  readonly stepsShut: number;
}

/** The flow of a service in a cycle. */
export const flowThrough = (name: string, door: AtDoor, moment: Moment): Flow => {
  const { ranks, rationedShare, latent, stepsShut } = door;
  const arrivals = sumOf(ranks.map((rank) => rank.arrivals));
  const waiting = sumOf(ranks.map((rank) => rank.waiting));
  const service = moment.scenario.services[name];
  const open = openOf(service, stepsShut, moment);
  const room = open === null ? null : open / perContact(service, moment);
  const rationed = rationedShare * arrivals;
  const letIn = arrivals - rationed;
  if (room === null)
    return {
      arrivals,
      calledIn: latent,
      served: letIn + latent,
      turnedAway: rationed,
      rationed,
      gaveUp: 0,
      waitedBefore: waiting,
      waitedAfter: waiting,
      room,
      open,
      taken: 0,
      stepsShut,
      ranks: ranks.map((rank) => ({
        arrivals: rank.arrivals,
        seen: rank.arrivals * (1 - rationedShare),
        turnedAway: rank.arrivals * rationedShare,
        gaveUp: 0,
        waitedAfter: rank.waiting,
      })),
    };
  const hazard = service.waiting === null ? 0 : valueAt(service.waiting.leavePerYear, moment);
  const staying = Math.exp(-hazard / cyclesAYear(moment.scenario));
  const places = service.waiting?.most ? valueAt(service.waiting.most, moment) : Number.POSITIVE_INFINITY;
  let free = room;
  const atDoor = ranks.map((rank) => {
    const come = rank.arrivals * (1 - rationedShare);
    const seen = Math.min(rank.waiting + come, free);
    free -= seen;
    const noRoom = rank.waiting + come - seen;
    return { ...rank, come, seen, noRoom, newest: Math.min(noRoom, come) };
  });
  // Whoever waited before stays. Of the newest, a share is diverted, and the list has no place for some.
  const newest = sumOf(atDoor.map((rank) => rank.newest));
  const tooMany = sumOf(atDoor.map((rank) => rank.noRoom)) - places;
  let toSendAway = Math.min(newest, Math.max(valueAt(service.divert, moment) * newest, tooMany));
  const out: RankFlow[] = [];
  for (const rank of [...atDoor].reverse()) {
    const sentAway = Math.min(toSendAway, rank.newest);
    toSendAway -= sentAway;
    const stillThere = rank.noRoom - sentAway;
    out.unshift({
      arrivals: rank.arrivals,
      seen: rank.seen,
      turnedAway: rank.arrivals * rationedShare + sentAway,
      gaveUp: stillThere * (1 - staying),
      waitedAfter: stillThere * staying,
    });
  }
  const total = (read: (rank: RankFlow) => number) => sumOf(out.map(read));
  const seen = total((rank) => rank.seen);
  const calledIn = Math.min(valueAt(service.refill, moment) * (room - seen), latent);
  return {
    arrivals,
    calledIn,
    served: seen + calledIn,
    turnedAway: total((rank) => rank.turnedAway),
    rationed,
    gaveUp: total((rank) => rank.gaveUp),
    waitedBefore: waiting,
    waitedAfter: total((rank) => rank.waitedAfter),
    room,
    open,
    taken: (seen + calledIn) * perContact(service, moment),
    stepsShut,
    ranks: out,
  };
};

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** The priorities at a service: the highest, which is the smallest number, first. Infinity is none. */
export const prioritiesAt = ({ demand }: Scenario, service: string): readonly number[] => {
  const found = Object.values(demand).flatMap((cause) =>
    cause.to === service && !cause.isLatent ? [cause.priority ?? Number.POSITIVE_INFINITY] : [],
  );
  const sorted = [...new Set(found)].sort((a, b) => a - b);
  return sorted.length === 0 ? [Number.POSITIVE_INFINITY] : sorted;
};

/** The capacity that is open in a cycle, in its own unit; null without a limit. */
const openOf = ({ capacity, closing }: Service, stepsShut: number, moment: Moment): number | null => {
  if (capacity === null) return null;
  const whole = valueAt("places" in capacity ? capacity.places : capacity.contacts, moment);
  const shut = stepsShut === 0 ? 0 : stepsShut * valueAt(closing!.step, moment);
  return Math.max(0, whole - shut);
};

/** The capacity that one contact takes in a cycle: a place for its stay, or one of the contacts in a length of time. */
const perContact = ({ capacity }: Service, moment: Moment): number => {
  const years = "places" in capacity! ? valueAt(capacity.stay, moment) : capacity!.everyYears;
  return cyclesAYear(moment.scenario) * years;
};

/** Checks that contacts balance: those that waited or came were served, turned away, gave up, or still wait. */
export const assertNobodyLost = (name: string, flows: readonly Flow[]): void => {
  const [before, after] = [flows[0].waitedBefore, flows[flows.length - 1].waitedAfter];
  const sum = (read: (flow: Flow) => number) => flows.reduce((total, flow) => total + read(flow), 0);
  const came = before + sum(({ arrivals, calledIn }) => arrivals + calledIn);
  const went = after + sum(({ served, turnedAway, gaveUp }) => served + turnedAway + gaveUp);
  if (!(Math.abs(came - went) <= 1e-9 * Math.max(Math.abs(came), Math.abs(went))))
    throw new Error(`${came} came to ${name}, and ${went} went.`);
};

/** The waiting list of each service before the first cycle. */
export const startingLists = ({ services }: Scenario, moment: Moment): Record<string, number> =>
  Object.fromEntries(
    Object.entries(services).map(([name, { waiting }]) => [
      name,
      waiting === null ? 0 : valueAt(waiting.start, moment),
    ]),
  );
