import { at, type Column, copy } from "../base/kernels.js";
import type { Moment } from "../base/time.js";
import { rationersOf } from "../scenario/agencies/rationing.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Service } from "../scenario/services/service.js";
import { buildClosing, type ClosingRun, openClosing, shutNow, startClosing } from "./closing.js";
import type { Program, Value } from "./program.js";

/** A service that cannot serve all at once, calls in who is latent, or may be rationed: its room, its list, and what becomes of this cycle's contacts. */
export interface Queue {
  readonly name: string;
  /** Its capacity; undefined where it serves whoever comes. */
  readonly size: Column | undefined;
  /** The contacts a cycle that one of its size serves. */
  readonly perSize: number;
  readonly divert: Column;
  readonly refill: Column;
  readonly startingList: Column;
  /** The share of those who wait that gives up in a cycle. */
  readonly givingUp: Column;
  readonly closing: ClosingRun | undefined;
  /** The share of those who come in this year that is turned away because the money does not reach; undefined where nobody rations it. */
  readonly rationedShare: Column | undefined;
  /**
   * Contacts this cycle: latent ones there are and those called in, the room, those turned away, the rationed among them, those who gave up, and
   * the list at its end.
   */
  readonly latent: Column;
  readonly called: Column;
  readonly room: Column;
  readonly turned: Column;
  readonly rationed: Column;
  readonly left: Column;
  readonly list: Column;
  /** Those who came and were not served, less those called in, told by what became of them. */
  readonly filled: Column;
}

/** Builds the queue of a service that has one; `usual` is that of business as usual. */
export const buildQueue = (
  name: string,
  scenario: Scenario,
  of: readonly string[],
  program: Program,
  cyclesPerYear: number,
  usual: Queue | undefined,
): Queue => {
  const service = scenario.services[name];
  const { capacity, waiting, divert, refill } = service;
  const perSize = perSizeOf(service, cyclesPerYear);
  const column = (): Column => new Float64Array(program.width);
  const none = program.constant(0).column;
  return {
    name,
    size:
      capacity === null ? undefined : program.value("places" in capacity ? capacity.places : capacity.contacts).column,
    perSize,
    divert: program.value(divert).column,
    refill: program.value(refill).column,
    startingList: waiting ? program.value(waiting.start).column : none,
    givingUp: waiting ? givingUpOf(program.value(waiting.leavePerYear), program, cyclesPerYear) : none,
    closing: buildClosing(name, scenario, of, program, cyclesPerYear, perSize, usual?.closing),
    rationedShare: rationersOf(scenario, name).length > 0 ? column() : undefined,
    latent: column(),
    called: column(),
    room: column(),
    turned: column(),
    rationed: column(),
    left: column(),
    list: column(),
    filled: column(),
  };
};

const perSizeOf = ({ capacity }: Service, cyclesPerYear: number): number => {
  if (capacity === null) return 0;
  return 1 / (cyclesPerYear * ("places" in capacity ? capacity.stayYears : capacity.everyYears));
};

/** The share that leaves in a cycle at a hazard a year. */
const givingUpOf = (perYear: Value, { apply, constant }: Program, cyclesPerYear: number): Column => {
  const staying = apply("exp", apply("divide", apply("unaryMinus", perYear), constant(cyclesPerYear)));
  return apply("subtract", constant(1), staying).column;
};

/** Begins a block: the list is what it is at the start, and nothing is rationed or shut. */
export const startQueue = ({ list, startingList, rationedShare, closing }: Queue): void => {
  copy(list, startingList);
  rationedShare?.fill(0);
  if (closing) startClosing(closing);
};

/**
 * What becomes of the contacts that arrive: some are rationed; the others are served as far as there is room, those who wait first; the rest wait, give
 * up or are turned away.
 */
export const serve = (queue: Queue, arrivals: Column, served: Column, moment: Moment): void => {
  const { size, perSize, divert, refill, givingUp, closing } = queue;
  const { rationedShare, latent, called, room, turned, rationed, left, list, filled } = queue;
  if (closing) openClosing(closing, moment);
  for (let draw = 0; draw < served.length; draw++) {
    const open = size === undefined ? Number.POSITIVE_INFINITY : at(size, draw) * perSize - shutNow(closing, draw);
    room[draw] = Math.max(0, open);
    rationed[draw] = rationedShare === undefined ? 0 : rationedShare[draw] * arrivals[draw];
    const come = arrivals[draw] - rationed[draw];
    const all = list[draw] + come;
    const first = Math.min(all, room[draw]);
    const diverted = at(divert, draw) * Math.min(all - first, come);
    turned[draw] = rationed[draw] + diverted;
    const waiting = all - diverted - first;
    left[draw] = waiting * at(givingUp, draw);
    called[draw] = Math.min(at(refill, draw) * (room[draw] - first), latent[draw]);
    const stillWaiting = waiting - left[draw];
    filled[draw] = turned[draw] + left[draw] + (stillWaiting - list[draw]) - called[draw];
    list[draw] = stillWaiting;
    served[draw] = first + called[draw];
  }
};
