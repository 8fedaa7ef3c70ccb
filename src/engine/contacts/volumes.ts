import { addScaled, type Column, clear, emptyColumns } from "../../base/columns/kernels.js";
import type { Room } from "../../base/columns/room.js";
import { recordOf } from "../../base/records.js";
import { type BookedFigure, type QueueFigure, rankSums } from "../book/queue-figures.js";
import { type YearSums, yearSums } from "./contact-room.js";
import type { ServiceFlow } from "./demand.js";
import type { Rank } from "./ranks.js";

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
  /** All sums by year side by side, and with each cycle discounted. */
  readonly sums: Readonly<Record<"plain" | "present", readonly Column[]>>;
  /** The figures of the queue by their place in the book, and by year from 0. */
  readonly figures: readonly { readonly place: number; readonly years: readonly Column[] }[];
  /** The sums of the contacts of each priority, in the order of the queue. */
  readonly ranks: readonly {
    readonly rank: Rank;
    readonly years: Readonly<Record<(typeof rankSums)[number], readonly Column[]>>;
  }[];
}

/** The years of an account, its draws, the room for contacts, and what of it is in the book. */
interface AccountSize {
  readonly years: number;
  readonly width: number;
  /** True if anything is discounted by the cycle. */
  readonly isByCycle: boolean;
  readonly room: Room;
  /** The figures of queues in the book. */
  readonly booked: readonly BookedFigure[];
}

/** Builds the account of a service. */
export const buildAccount = (flow: ServiceFlow, { years, width, isByCycle, room, booked }: AccountSize): Account => {
  const { name, columns, queue } = flow;
  const sums = yearSums(columns, years, room);
  const discounted = isByCycle ? yearSums(columns, years, room) : sums;
  const isLimited = queue?.isLimited ?? false;
  const plain = volumesOf(sums, isLimited);
  const ranks = (queue?.ranks ?? []).map((rank) => ({
    rank,
    years: recordOf(rankSums, () => emptyColumns(years, width)),
  }));
  const { waiting: cyclesWaited, ...others } = sums.by;
  // What is noted at a year's end is one column, which is written before the next year.
  const atEnd = (column: Column | undefined) => column && Array.from({ length: years }, () => column);
  const { waiting, closing } = queue ?? {};
  const ends = { waiting: atEnd(waiting), stepsShut: atEnd(closing?.shut) };
  const ofLines = new Map<string, Readonly<Partial<Record<QueueFigure, readonly Column[] | undefined>>>>([
    [name, { ...others, ...ends, capacity: plain.room, cyclesWaited }],
    ...ranks.map(({ rank, years: own }) => [rank.name, { ...own, waiting: atEnd(rank.waiting) }] as const),
  ]);
  return {
    flow,
    room,
    plain,
    present: isByCycle ? volumesOf(discounted, isLimited) : plain,
    sums: { plain: sums.whole, present: discounted.whole },
    figures: booked.flatMap(({ line, figure }, place) => {
      const ofYears = ofLines.get(line)?.[figure];
      return ofYears ? [{ place, years: ofYears }] : [];
    }),
    ranks,
  };
};

const volumesOf = ({ by }: YearSums, isLimited: boolean): Volumes => {
  const { served = [], arrivals = served, filled, rationed } = by;
  const room = isLimited ? by.room : undefined;
  return { served, arrivals, filled, rationed, room, open: by.open ?? room };
};

/** Empties an account before a block. */
export const startAccount = ({ sums: { plain, present }, ranks }: Account): void => {
  for (const { years } of ranks) for (const columns of Object.values(years)) clear(columns);
  clear(plain);
  if (present !== plain) clear(present);
};

/** Adds one cycle to its model year (1 and on), with the cycle's discount factor. */
export const stepAccount = (account: Account, year: number, factor: number): void => {
  const { flow, room, sums, ranks } = account;
  const { summed } = flow.columns;
  const at = year - 1;
  if (sums.plain === sums.present) room.addTo(sums.plain[at], summed.whole);
  else room.addBoth(sums.plain[at], sums.present[at], factor, summed.whole);
  for (const { rank, years } of ranks) {
    for (const figure of ["seen", "turnedAway", "gaveUp"] as const) addScaled(years[figure][at], 1, rank[figure]);
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
export const borneIn = ({ plain }: Account, year: number): Column => {
  const [served, rationed, room] = [plain.served[year], plain.rationed?.[year], plain.room?.[year]];
  if (!rationed) return served;
  const out = served.slice();
  for (let draw = 0; draw < out.length; draw++)
    if (rationed[draw] > 0)
      out[draw] = Math.min(served[draw] + rationed[draw], room ? room[draw] : Number.POSITIVE_INFINITY);
  return out;
};
