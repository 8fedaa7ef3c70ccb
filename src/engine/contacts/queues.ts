import { at, type Column, clear, copy, divide } from "../../base/columns/kernels.js";
import { type QueueColumns, queueColumns } from "../../base/columns/queue-loop.js";
import type { Room } from "../../base/columns/room.js";
import { must, recordOf } from "../../base/records.js";
import type { Moment } from "../../base/time.js";
import type { Scenario } from "../../scenario/scenario.js";
import { sizeOf } from "../../scenario/services/capacity.js";
import { ranksAt } from "../../scenario/services/demand.js";
import type { Service } from "../../scenario/services/service.js";
import { lineName } from "../book/queue-figures.js";
import type { Program } from "../values/program.js";
import type { ProgramValue } from "../values/program-value.js";
import { shareInCycle } from "../values/share-in-cycle.js";
import { buildClosing, type ClosingRun, openClosing, startClosing } from "./closing.js";
import type { ContactColumns } from "./contact-room.js";
import { countNewest, divideAmong, type Rank } from "./ranks.js";

/** The queue of a service: its numbers, and the contacts of the cycle. Columns hold one number per draw. */
export interface Queue extends QueueColumns {
  readonly name: string;
  /** True if the service has a capacity. */
  readonly isLimited: boolean;
  /** Serves the contacts of a cycle. */
  readonly step: () => void;
  /** The numbers that fill columns of the queue: in every cycle those that vary. */
  readonly given: readonly Given[];
  /** Contacts per cycle that one unit of capacity serves. */
  readonly perSize: Column;
  readonly startingList: Column;
  /** The contacts by priority, highest first; none if all are alike. */
  readonly ranks: readonly Rank[];
  readonly closing: ClosingRun | undefined;
  /** Undefined if the service has no latent contacts: then it sees all that it serves in their turn. */
  readonly calling: Calling | undefined;
  /** The places that are open in this cycle; undefined if none can serve more or fewer contacts than another time. */
  readonly open: Column | undefined;
}

/** A number of the scenario, and the column that it fills. */
interface Given {
  readonly from: ProgramValue;
  readonly into: Column;
}

/** The latent contacts of a service in a cycle. */
interface Calling {
  /** The share of the room left that they may take. */
  readonly refill: Column;
  /** Those that could be called in, and those that are. */
  readonly latent: Column;
  readonly calledIn: Column;
  /** Contacts served in their turn: all that are served but those called in. */
  readonly seen: Column;
}

/** What a queue is built with: the scenario, the interventions of the strategy, its program, and columns. */
interface QueueContext {
  readonly scenario: Scenario;
  readonly interventions: readonly string[];
  readonly program: Program;
  readonly columns: ContactColumns;
  readonly room: Room;
}

/** Builds the queue of a service. `usual` is its queue in business as usual. */
export const buildQueue = (name: string, context: QueueContext, usual: Queue | undefined): Queue => {
  const { scenario, program, room } = context;
  const { each } = context.columns;
  const service = scenario.services[name];
  const { capacity, waiting, divert, refill } = service;
  const perSize = perSizeOf(service, program);
  const column = (): Column => new Float64Array(program.width);
  const size = capacity === null ? undefined : program.value(sizeOf(capacity));
  const all = recordOf(queueColumns, (kind) => must(each, kind));
  const without = program.constant(Number.POSITIVE_INFINITY);
  const isInPlaces = each.has("open");
  const ranks = ranksAt(scenario.demand, name);
  return {
    ...all,
    name,
    isLimited: capacity !== null,
    step: room.queue(all, ranks.length > 0),
    given: [
      { from: size ? program.apply("multiply", size, perSize) : without, into: all.capacity },
      { from: program.value(divert), into: all.divert },
      { from: waiting?.most ? program.value(waiting.most) : without, into: all.longest },
      {
        from: waiting ? shareInCycle(program.value(waiting.leavePerYear), program) : program.constant(0),
        into: all.givingUp,
      },
    ],
    perSize: perSize.column,
    startingList: (waiting ? program.value(waiting.start) : program.constant(0)).column,
    ranks: ranks.map(({ priority, causes }) => ({
      name: lineName({ service: name, priority }),
      causes,
      arrivals: column(),
      seen: column(),
      turnedAway: column(),
      gaveUp: column(),
      waiting: column(),
    })),
    closing:
      size &&
      buildClosing(name, { ...context, size: size.column, perSize, isInPlaces, closed: all.closed }, usual?.closing),
    calling: each.has("latent")
      ? {
          refill: program.value(refill).column,
          latent: must(each, "latent"),
          calledIn: must(each, "calledIn"),
          seen: must(each, "seen"),
        }
      : undefined,
    open: each.get("open"),
  };
};

const perSizeOf = ({ capacity }: Service, { apply, constant, value, cyclesPerYear }: Program): ProgramValue => {
  if (capacity === null) return constant(0);
  const years = "places" in capacity ? value(capacity.stay) : constant(capacity.everyYears);
  return apply("divide", constant(1), apply("multiply", constant(cyclesPerYear), years));
};

/** Begins a block: the waiting list is that of the start; no contact is rationed, and no step is shut. */
export const startQueue = ({ given, waiting, startingList, ranks, rationedShare, closed, closing }: Queue): void => {
  for (const { from, into } of given) copy(into, from.column);
  copy(waiting, startingList);
  clear(ranks.map((rank) => rank.waiting));
  // People who wait at the start have the lowest priority.
  if (ranks.length > 0) copy(ranks[ranks.length - 1].waiting, startingList);
  rationedShare.fill(0);
  closed.fill(0);
  if (closing) startClosing(closing);
};

/**
 * Serves the contacts of a cycle. The rationed share is turned away first. The waiting list and the others are served
 * as far as there is room, the waiting list first. Of the rest, the newest are turned away: a share of them, and all
 * beyond the longest list. Some of the others give up, and the others wait.
 */
export const serveQueue = (queue: Queue, moment: Moment): void => {
  const { step, given, perSize, ranks, closing, calling, room, open } = queue;
  for (const { from, into } of given) if (from.varies) copy(into, from.column);
  if (closing) openClosing(closing, moment);
  if (ranks.length > 0) countNewest(ranks, queue);
  step();
  if (ranks.length > 0) divideAmong(ranks, queue);
  if (calling) callIn(queue, calling);
  if (open) divide(open, room, perSize);
};

/** Calls in latent contacts, where there is room left. */
const callIn = ({ room, served, filled }: Queue, { refill, latent, calledIn, seen }: Calling): void => {
  for (let draw = 0; draw < room.length; draw++) {
    const first = served[draw];
    const called = Math.min(at(refill, draw) * (room[draw] - first), latent[draw]);
    seen[draw] = first;
    calledIn[draw] = called;
    served[draw] = first + called;
    filled[draw] -= called;
  }
};
