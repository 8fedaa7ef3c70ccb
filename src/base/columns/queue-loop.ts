import type { Column } from "./kernels.js";

/** The columns of a queue in a cycle, in the order in which they are side by side. All count contacts. */
export const queueColumns = [
  /** What the whole capacity serves, and what the steps that are shut would have served of it. */
  "capacity",
  "closed",
  /** The share of the arrivals that is turned away for lack of money. */
  "rationedShare",
  /** The share of the newest that is turned away; the others wait. */
  "divert",
  /** The most that may wait. */
  "longest",
  /** The share of the waiting list that gives up. */
  "givingUp",
  /** The newest contacts that find no room, where ranks count them. */
  "newest",
  /** What is turned away besides the rationed contacts. */
  "away",
  /** What is turned away for lack of money. From here on columns may be summed by year. */
  "rationed",
  /** What can be served, and what is. */
  "room",
  "served",
  "arrivals",
  /** Unserved contacts: turned away + gave up + change of the waiting list. */
  "filled",
  /** What is turned away, with the rationed contacts. */
  "turnedAway",
  "gaveUp",
  /** The waiting list: that of the cycle before, then that of this one. */
  "waiting",
] as const;

/** The columns of a queue. */
export type QueueColumns = Readonly<Record<(typeof queueColumns)[number], Column>>;

/**
 * One cycle of a queue: the reference. It serves the waiting list and the contacts that arrive, as far as there is
 * room. It turns away the newest of the others, a share of them and all beyond the longest list. Some of the rest give
 * up.
 */
export const stepQueue = (queue: QueueColumns, isRanked: boolean): void => {
  const { capacity, closed, rationedShare, divert, longest, givingUp, newest, away } = queue;
  const { rationed, room, served, arrivals, filled, turnedAway, gaveUp, waiting } = queue;
  for (let draw = 0; draw < room.length; draw++) {
    const fitting = atLeast(0, capacity[draw] - closed[draw]);
    const unpaid = rationedShare[draw] * arrivals[draw];
    const come = arrivals[draw] - unpaid;
    const waited = waiting[draw];
    const all = waited + come;
    const first = atMost(fitting, all);
    const newcomers = isRanked ? newest[draw] : atMost(come, all - first);
    const diverted = divert[draw] * newcomers;
    const beyond = atLeast(0, all - diverted - first - longest[draw]);
    const refused = diverted + atMost(newcomers - diverted, beyond);
    const unserved = all - refused - first;
    const gone = unserved * givingUp[draw];
    away[draw] = refused;
    rationed[draw] = unpaid;
    room[draw] = fitting;
    served[draw] = first;
    filled[draw] = unpaid + refused + gone + (unserved - gone - waited);
    turnedAway[draw] = unpaid + refused;
    gaveUp[draw] = gone;
    waiting[draw] = unserved - gone;
  }
};

// As processors compare, which is quicker than Math.max and Math.min: NaN and −0 stay as they are.
const atLeast = (least: number, number: number): number => (number < least ? least : number);
const atMost = (most: number, number: number): number => (most < number ? most : number);
