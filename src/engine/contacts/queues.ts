import { at, type Column, clear, copy, divide } from "../../base/columns/kernels.js";
import type { Moment } from "../../base/time.js";
import { rationersOf } from "../../scenario/agencies/rationing.js";
import { isFree } from "../../scenario/quantities.js";
import type { Scenario } from "../../scenario/scenario.js";
import { sizeOf } from "../../scenario/services/capacity.js";
import { ranksAt } from "../../scenario/services/demand.js";
import type { Service } from "../../scenario/services/service.js";
import { hasLatent, lineName } from "../book/queue-figures.js";
import type { Program } from "../values/program.js";
import type { ProgramValue } from "../values/program-value.js";
import { shareInCycle } from "../values/share-in-cycle.js";
import { buildClosing, type ClosingRun, openClosing, shutNow, startClosing } from "./closing.js";
import { divideAmong, newcomersWithoutRoom, type Rank } from "./ranks.js";

/** The queue of a service: its numbers, and the contacts of the cycle. Columns hold one number per draw. */
export interface Queue {
  readonly name: string;
  /** Contacts per cycle that the whole capacity serves; undefined if the service serves every contact. */
  readonly capacity: Column | undefined;
  /** Contacts per cycle that one unit of capacity serves. */
  readonly perSize: Column;
  /** The share of contacts without room that is turned away; the others wait. */
  readonly divert: Column;
  /** The share of the room left that latent contacts may take. */
  readonly refill: Column;
  readonly startingList: Column;
  /** The contacts by priority, highest first; none if all are alike. */
  readonly ranks: readonly Rank[];
  /** The most that may wait; undefined without a limit. */
  readonly longest: Column | undefined;
  /** The share of the waiting list that gives up in a cycle. */
  readonly givingUp: Column;
  readonly closing: ClosingRun | undefined;
  /** The share of the year's contacts turned away for lack of money; undefined if no agency rations the service. */
  readonly rationedShare: Column | undefined;
  /** Undefined if the service has no latent contacts: then it sees all that it serves in their turn. */
  readonly calling: Calling | undefined;
  /** Contacts that can be served this cycle. */
  readonly room: Column;
  /** The places that are open in this cycle, if they may serve more or fewer contacts. Else `room`, in contacts. */
  readonly open: Column;
  /** Contacts turned away this cycle, and the rationed ones among them, if an agency rations the service. */
  readonly turnedAway: Column;
  readonly rationed: Column;
  readonly gaveUp: Column;
  /** The waiting list at the end of the cycle. */
  readonly waiting: Column;
  /** Unserved contacts: turned away + gave up + change of the waiting list − called in. */
  readonly filled: Column;
}

/** The latent contacts of a service in a cycle. */
interface Calling {
  /** Those that could be called in, and those that are. */
  readonly latent: Column;
  readonly calledIn: Column;
  /** Contacts served in their turn: all that are served but those called in. */
  readonly seen: Column;
}

/** What a queue is built with: the scenario, the interventions of the strategy, and its program. */
interface QueueContext {
  readonly scenario: Scenario;
  readonly interventions: readonly string[];
  readonly program: Program;
}

/** Builds the queue of a service. `usual` is its queue in business as usual. */
export const buildQueue = (name: string, context: QueueContext, usual: Queue | undefined): Queue => {
  const { scenario, program } = context;
  const service = scenario.services[name];
  const { capacity, waiting, divert, refill } = service;
  const perSize = perSizeOf(service, program);
  const column = (): Column => new Float64Array(program.width);
  const size = capacity === null ? undefined : program.value(sizeOf(capacity));
  const none = program.constant(0).column;
  const isInPlaces = isStayFree(service, scenario);
  const room = column();
  return {
    name,
    capacity: size && program.apply("multiply", size, perSize).column,
    perSize: perSize.column,
    divert: program.value(divert).column,
    refill: program.value(refill).column,
    startingList: waiting ? program.value(waiting.start).column : none,
    ranks: ranksAt(scenario.demand, name).map(({ priority, causes }) => ({
      name: lineName({ service: name, priority }),
      causes,
      arrivals: column(),
      seen: column(),
      turnedAway: column(),
      gaveUp: column(),
      waiting: column(),
    })),
    longest: waiting?.most ? program.value(waiting.most).column : undefined,
    givingUp: waiting ? shareInCycle(program.value(waiting.leavePerYear), program).column : none,
    closing:
      size &&
      buildClosing(name, { ...context, size: size.column, perSize: perSize.column, isInPlaces }, usual?.closing),
    rationedShare: rationersOf(scenario, name).length > 0 ? column() : undefined,
    calling: hasLatent(scenario, name) ? { latent: column(), calledIn: column(), seen: column() } : undefined,
    room,
    open: isInPlaces ? column() : room,
    turnedAway: column(),
    rationed: column(),
    gaveUp: column(),
    waiting: column(),
    filled: column(),
  };
};

const perSizeOf = ({ capacity }: Service, { apply, constant, value, cyclesPerYear }: Program): ProgramValue => {
  if (capacity === null) return constant(0);
  const years = "places" in capacity ? value(capacity.stay) : constant(capacity.everyYears);
  return apply("divide", constant(1), apply("multiply", constant(cyclesPerYear), years));
};

/** True if the places of a service may serve more or fewer contacts: its stay is drawn, varies, or is acted upon. */
const isStayFree = ({ capacity }: Service, scenario: Scenario): boolean =>
  capacity !== null && "places" in capacity && isFree(capacity.stay, scenario);

/** Begins a block: the waiting list is that of the start; no contact is rationed, and no step is shut. */
export const startQueue = ({ waiting, startingList, ranks, rationedShare, closing }: Queue): void => {
  copy(waiting, startingList);
  clear(ranks.map((rank) => rank.waiting));
  // People who wait at the start have the lowest priority.
  if (ranks.length > 0) copy(ranks[ranks.length - 1].waiting, startingList);
  rationedShare?.fill(0);
  if (closing) startClosing(closing);
};

/**
 * Serves the contacts of a cycle. The rationed share is turned away first. The waiting list and the others are served
 * as far as there is room, the waiting list first. Of the rest, the newest are turned away: a share of them, and all
 * beyond the longest list. Some of the others give up, and the others wait.
 */
export const serveQueue = (queue: Queue, arrivals: Column, served: Column, moment: Moment): void => {
  const { capacity, perSize, divert, refill, longest, givingUp, closing, ranks } = queue;
  const { rationedShare, calling, room, open, turnedAway, rationed, gaveUp, waiting, filled } = queue;
  if (closing) openClosing(closing, moment);
  for (let draw = 0; draw < served.length; draw++) {
    const left = capacity === undefined ? Number.POSITIVE_INFINITY : at(capacity, draw) - shutNow(closing, draw);
    const fitting = Math.max(0, left);
    const arrived = arrivals[draw];
    const waited = waiting[draw];
    const unpaid = rationedShare === undefined ? 0 : rationedShare[draw] * arrived;
    const come = arrived - unpaid;
    const all = waited + come;
    const first = Math.min(all, fitting);
    const ranked = ranks.length > 0 ? { draw, room: fitting, letIn: 1 - (rationedShare?.[draw] ?? 0) } : undefined;
    const newest = ranked ? newcomersWithoutRoom(ranks, ranked) : Math.min(all - first, come);
    const diverted = at(divert, draw) * newest;
    const beyond = longest === undefined ? 0 : Math.max(0, all - diverted - first - at(longest, draw));
    const away = diverted + Math.min(beyond, newest - diverted);
    if (ranked) divideAmong(ranks, ranked, away, givingUp);
    const unserved = all - away - first;
    const gone = unserved * at(givingUp, draw);
    const called = calling === undefined ? 0 : Math.min(at(refill, draw) * (fitting - first), calling.latent[draw]);
    room[draw] = fitting;
    if (rationedShare) rationed[draw] = unpaid;
    turnedAway[draw] = unpaid + away;
    gaveUp[draw] = gone;
    waiting[draw] = unserved - gone;
    filled[draw] = unpaid + away + gone + (unserved - gone - waited) - called;
    served[draw] = first + called;
    if (calling) {
      calling.calledIn[draw] = called;
      calling.seen[draw] = first;
    }
  }
  if (open !== room) divide(open, room, perSize);
};
