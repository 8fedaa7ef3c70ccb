import type { Column } from "./kernels.js";

/** The columns of a queue in a cycle, of one length, in the order in which loops take them. All count contacts. */
export const queueColumns = [
  /** What the whole capacity serves, and what the steps that are shut would have served of it. */
  "capacity",
  "closed",
  "arrivals",
  /** The share of the arrivals that is turned away for lack of money. */
  "rationedShare",
  /** The waiting list: that of the cycle before, then that of this one. */
  "waiting",
  /** What can be served, and what is. */
  "room",
  "served",
  "rationed",
  /** The newest contacts that find no room. */
  "newest",
  /** The share of the newest that is turned away; the others wait. */
  "divert",
  /** The most that may wait. */
  "longest",
  /** The share of the waiting list that gives up. */
  "givingUp",
  /** What is turned away besides the rationed contacts, and with them. */
  "away",
  "turnedAway",
  "gaveUp",
  /** Unserved contacts: turned away + gave up + change of the waiting list. */
  "filled",
] as const;

/** The columns of a queue. */
export type QueueColumns = Readonly<Record<(typeof queueColumns)[number], Column>>;

/** The two halves of a cycle of a queue. Between them, the newest may be counted in another way. */
export interface QueueLoops {
  /** Serves the waiting list and the contacts that arrive, as far as there is room. */
  readonly seat: () => void;
  /** Turns away the newest, a share of them and all beyond the longest list. Some of the others give up. */
  readonly turnAway: () => void;
}

/** The loops of a queue in JavaScript: the reference. */
export const queueLoops = (queue: QueueColumns): QueueLoops => ({
  seat: () => seat(queue),
  turnAway: () => turnAway(queue),
});

const seat = (queue: QueueColumns): void => {
  const { capacity, closed, arrivals, rationedShare, waiting, room, served, rationed, newest } = queue;
  for (let draw = 0; draw < room.length; draw++) {
    const fitting = Math.max(0, capacity[draw] - closed[draw]);
    const unpaid = rationedShare[draw] * arrivals[draw];
    const come = arrivals[draw] - unpaid;
    const all = waiting[draw] + come;
    const first = Math.min(all, fitting);
    room[draw] = fitting;
    served[draw] = first;
    rationed[draw] = unpaid;
    newest[draw] = Math.min(all - first, come);
  }
};

const turnAway = (queue: QueueColumns): void => {
  const { arrivals, waiting, served, rationed, newest, divert, longest, givingUp } = queue;
  const { away, turnedAway, gaveUp, filled } = queue;
  for (let draw = 0; draw < away.length; draw++) {
    const waited = waiting[draw];
    const unpaid = rationed[draw];
    const all = waited + (arrivals[draw] - unpaid);
    const first = served[draw];
    const diverted = divert[draw] * newest[draw];
    const beyond = Math.max(0, all - diverted - first - longest[draw]);
    const refused = diverted + Math.min(beyond, newest[draw] - diverted);
    const unserved = all - refused - first;
    const gone = unserved * givingUp[draw];
    away[draw] = refused;
    turnedAway[draw] = unpaid + refused;
    gaveUp[draw] = gone;
    waiting[draw] = unserved - gone;
    filled[draw] = unpaid + refused + gone + (unserved - gone - waited);
  }
};
