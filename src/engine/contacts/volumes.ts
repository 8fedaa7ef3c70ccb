import { addScaled, type Column, clear, copy, emptyColumns } from "../../base/columns/kernels.js";
import type { Room } from "../../base/columns/room.js";
import { recordOf } from "../../base/records.js";
import { type QueueFigure, rankFigures } from "../book/queue-figures.js";
import { addCycle } from "../book/yearly-cube.js";
import type { ServiceFlow } from "./demand.js";

/** Contacts of a service, by year from 0 and draw. */
export interface Volumes {
  readonly served: readonly Column[];
  /** Contacts that arrived. Without a queue all are served, and these are the columns of `served`. */
  readonly arrivals: readonly Column[];
  /** Unserved contacts: turned away + gave up + change of the waiting list − called in. Undefined without a queue. */
  readonly filled: readonly Column[] | undefined;
  /** Contacts turned away for lack of money; undefined if no agency rations the service. */
  readonly rationed: readonly Column[] | undefined;
  /** Contacts that could have been served; undefined without a capacity. */
  readonly capacity: readonly Column[] | undefined;
  /** The places that were open, if they may serve more or fewer contacts; else the columns of `capacity`. */
  readonly open: readonly Column[] | undefined;
}

/** The volumes of a service and the figures of its queue. */
export interface Account {
  readonly flow: ServiceFlow;
  /** Where the contacts served are, and their sums. */
  readonly room: Room;
  readonly plain: Volumes;
  /** The volumes with each cycle discounted; the plain ones if nothing is discounted by the cycle. */
  readonly present: Volumes;
  /** By figure and year from 0; undefined without a queue. */
  readonly figures: Readonly<Record<QueueFigure, readonly Column[]>> | undefined;
  /** The figures of the contacts of each priority, in the order of the queue. */
  readonly ranks: readonly Readonly<Record<(typeof rankFigures)[number], readonly Column[]>>[];
}

/** The years of an account, its draws, and the room for contacts served. */
interface AccountSize {
  readonly years: number;
  readonly width: number;
  /** True if anything is discounted by the cycle. */
  readonly isByCycle: boolean;
  readonly room: Room;
}

/** Builds the account of a service. */
export const buildAccount = (flow: ServiceFlow, { years, width, isByCycle, room }: AccountSize): Account => {
  const everyYear = (): readonly Column[] => emptyColumns(years, width);
  const volumes = (): Volumes => {
    const served = room.columns(years).each;
    const capacity = flow.queue?.capacity ? everyYear() : undefined;
    return {
      served,
      arrivals: flow.queue ? everyYear() : served,
      filled: flow.queue ? everyYear() : undefined,
      rationed: flow.queue?.rationedShare ? everyYear() : undefined,
      capacity,
      open: capacity && flow.queue?.open !== flow.queue?.room ? everyYear() : capacity,
    };
  };
  const plain = volumes();
  const figures = (): Account["figures"] => ({
    arrivals: plain.arrivals,
    seen: flow.queue?.calling ? everyYear() : plain.served,
    calledIn: everyYear(),
    turnedAway: everyYear(),
    rationed: plain.rationed ?? everyYear(),
    gaveUp: everyYear(),
    capacity: plain.capacity ?? everyYear(),
    cyclesWaited: everyYear(),
    waiting: everyYear(),
    stepsShut: everyYear(),
  });
  const ranks = (flow.queue?.ranks ?? []).map(() => recordOf(rankFigures, everyYear));
  return {
    flow,
    room,
    plain,
    present: isByCycle ? volumes() : plain,
    figures: flow.queue ? figures() : undefined,
    ranks,
  };
};

/** Empties an account before a block. */
export const startAccount = ({ plain, present, figures, ranks }: Account): void => {
  for (const years of Object.values(figures ?? {})) clear(years);
  for (const rank of ranks) for (const years of Object.values(rank)) clear(years);
  clearVolumes(plain);
  if (present !== plain) clearVolumes(present);
};

const clearVolumes = ({ served, arrivals, filled, rationed, capacity, open }: Volumes): void => {
  clear(served);
  if (arrivals !== served) clear(arrivals);
  for (const years of [filled, rationed, capacity, open]) if (years) clear(years);
};

/** Adds one cycle to its model year (1 and on), with the cycle's discount factor. */
export const stepAccount = (account: Account, year: number, factor: number): void => {
  const { flow, room, plain, present, figures, ranks } = account;
  const { arrivals, served, queue } = flow;
  const at = year - 1;
  if (plain === present) room.addTo(plain.served[at], served);
  else room.addBoth(plain.served[at], present.served[at], factor, served);
  if (!queue || !figures) return;
  addCycle(plain.arrivals[at], present.arrivals[at], factor, arrivals);
  if (plain.filled && present.filled) addCycle(plain.filled[at], present.filled[at], factor, queue.filled);
  if (plain.rationed && present.rationed) addCycle(plain.rationed[at], present.rationed[at], factor, queue.rationed);
  if (plain.capacity && present.capacity) addCycle(plain.capacity[at], present.capacity[at], factor, queue.room);
  if (plain.open && present.open && plain.open !== plain.capacity)
    addCycle(plain.open[at], present.open[at], factor, queue.open);
  for (const figure of ["turnedAway", "gaveUp"] as const) addScaled(figures[figure][at], 1, queue[figure]);
  if (queue.calling) {
    addScaled(figures.seen[at], 1, queue.calling.seen);
    addScaled(figures.calledIn[at], 1, queue.calling.calledIn);
  }
  addScaled(figures.cyclesWaited[at], 1, queue.waiting);
  copy(figures.waiting[at], queue.waiting);
  if (queue.closing) copy(figures.stepsShut[at], queue.closing.shut);
  for (let place = 0; place < ranks.length; place++) {
    const [rank, years] = [queue.ranks[place], ranks[place]];
    for (const figure of ["arrivals", "seen", "turnedAway", "gaveUp"] as const)
      addScaled(years[figure][at], 1, rank[figure]);
    addScaled(years.cyclesWaited[at], 1, rank.waiting);
    copy(years.waiting[at], rank.waiting);
  }
};

/** The services whose contacts do not balance in some year: arrivals are not served + unserved contacts. */
export const unbalanced = (accounts: readonly Account[]): readonly string[] =>
  accounts.flatMap(({ flow: { name }, plain: { served, arrivals, filled } }) => {
    const isOff = filled?.some((column, year) =>
      column.some((fill, draw) => {
        const [came, went] = [arrivals[year][draw], served[year][draw]];
        return Math.abs(came - went - fill) > 1e-6 * (1 + came + went);
      }),
    );
    return isOff ? [name] : [];
  });

/** The contacts whose semi-fixed and fixed cost is borne: those served, and the rationed ones that had room. */
export const borne = ({ plain: { served, rationed, capacity } }: Account, year: number, draw: number): number => {
  const there = served[year][draw];
  const away = rationed?.[year][draw] ?? 0;
  return away > 0 ? Math.min(there + away, capacity?.[year][draw] ?? Number.POSITIVE_INFINITY) : there;
};
