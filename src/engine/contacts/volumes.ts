import { addScaled, type Column, clear, emptyColumns } from "../../base/columns/kernels.js";
import type { Room } from "../../base/columns/room.js";
import { recordOf } from "../../base/records.js";
import { type QueueFigure, rankSums } from "../book/queue-figures.js";
import { type YearSums, yearSums } from "./contact-room.js";
import type { ServiceFlow } from "./demand.js";

/** Contacts of a service, by year from 0 and draw. */
export interface Volumes {
  readonly served: readonly Column[];
  /** Contacts that arrived. Without a queue all are served, and these are the columns of `served`. */
  readonly arrivals: readonly Column[];
  /** Unserved contacts: turned away + gave up + change of the waiting list − called in. Undefined without a queue. */
  readonly filled?: readonly Column[] | undefined;
  /** Contacts turned away for lack of money; undefined if no agency rations the service. */
  readonly rationed?: readonly Column[] | undefined;
  /** Contacts that could have been served; undefined without a capacity. */
  readonly room?: readonly Column[] | undefined;
  /** The places that were open, if they may serve more or fewer contacts; else the columns of `room`. */
  readonly open?: readonly Column[] | undefined;
}

/** The volumes of a service and the figures of its queue. */
export interface Account {
  readonly flow: ServiceFlow;
  /** Where the columns of the service are, and their sums. */
  readonly room: Room;
  readonly plain: Volumes;
  /** The volumes with each cycle discounted; the plain ones if nothing is discounted by the cycle. */
  readonly present: Volumes;
  /** The sums by year side by side: of volumes, of discounted ones, and of figures. */
  readonly sums: Readonly<Record<"plain" | "present" | "figures", readonly Column[]>>;
  /** The figures of the queue that are summed, by year from 0. */
  readonly figures: Readonly<Partial<Record<QueueFigure, readonly Column[] | undefined>>>;
  /** Those of the contacts of each priority, in the order of the queue. */
  readonly ranks: readonly Readonly<Record<(typeof rankSums)[number], readonly Column[]>>[];
}

/** The years of an account, its draws, and the room for contacts. */
interface AccountSize {
  readonly years: number;
  readonly width: number;
  /** True if anything is discounted by the cycle. */
  readonly isByCycle: boolean;
  readonly room: Room;
}

/** Builds the account of a service. */
export const buildAccount = (flow: ServiceFlow, { years, width, isByCycle, room }: AccountSize): Account => {
  const { columns, queue } = flow;
  const volumes = yearSums(columns.volumes, years, room);
  const discounted = isByCycle ? yearSums(columns.volumes, years, room) : volumes;
  const figures = yearSums(columns.figures, years, room);
  const plain = volumesOf(volumes);
  const { waiting: cyclesWaited, ...others } = figures.by;
  return {
    flow,
    room,
    plain,
    present: isByCycle ? volumesOf(discounted) : plain,
    sums: { plain: volumes.whole, present: discounted.whole, figures: figures.whole },
    figures: queue ? { seen: plain.served, ...plain, ...others, capacity: plain.room, cyclesWaited } : {},
    ranks: (queue?.ranks ?? []).map(() => recordOf(rankSums, () => emptyColumns(years, width))),
  };
};

const volumesOf = ({ by }: YearSums): Volumes => {
  const { served = [], arrivals = served, room, open = room } = by;
  return { served, arrivals, filled: by.filled, rationed: by.rationed, room, open };
};

/** Empties an account before a block. */
export const startAccount = ({ sums: { plain, present, figures }, ranks }: Account): void => {
  for (const rank of ranks) for (const years of Object.values(rank)) clear(years);
  clear([...plain, ...figures]);
  if (present !== plain) clear(present);
};

/** Adds one cycle to its model year (1 and on), with the cycle's discount factor. */
export const stepAccount = (account: Account, year: number, factor: number): void => {
  const { flow, room, sums, ranks } = account;
  const { columns, queue } = flow;
  const at = year - 1;
  if (sums.plain === sums.present) room.addTo(sums.plain[at], columns.volumes.whole);
  else room.addBoth(sums.plain[at], sums.present[at], factor, columns.volumes.whole);
  if (!queue) return;
  room.addTo(sums.figures[at], columns.figures.whole);
  for (let place = 0; place < ranks.length; place++) {
    const [rank, years] = [queue.ranks[place], ranks[place]];
    for (const figure of ["arrivals", "seen", "turnedAway", "gaveUp"] as const)
      addScaled(years[figure][at], 1, rank[figure]);
    addScaled(years.cyclesWaited[at], 1, rank.waiting);
  }
};

/** The services whose contacts do not balance in some year: arrivals are not served + unserved contacts. */
export const unbalanced = (accounts: readonly Account[]): readonly string[] =>
  accounts
    .filter(({ plain: { served, arrivals, filled } }) =>
      filled?.some((column, year) => isOff(arrivals[year], served[year], column)),
    )
    .map(({ flow }) => flow.name);

const isOff = (arrivals: Column, served: Column, filled: Column): boolean => {
  for (let draw = 0; draw < filled.length; draw++) {
    const came = arrivals[draw];
    const went = served[draw];
    if (Math.abs(came - went - filled[draw]) > 1e-6 * (1 + came + went)) return true;
  }
  return false;
};

/** The contacts whose semi-fixed and fixed cost is borne: those served, and the rationed ones that had room. */
export const borne = ({ plain: { served, rationed, room } }: Account, year: number, draw: number): number => {
  const there = served[year][draw];
  const away = rationed?.[year][draw] ?? 0;
  return away > 0 ? Math.min(there + away, room?.[year][draw] ?? Number.POSITIVE_INFINITY) : there;
};
