import type { Scenario } from "../../src/scenario/scenario.js";
import type { Service } from "../../src/scenario/services/service.js";
import { cyclesAYear, type Moment, valueAt } from "./values.js";

/** What went through a service in a cycle, in contacts. */
export interface Flow {
  /** Who came, latent contacts left out. */
  readonly arrivals: number;
  /** Latent contacts called in where there was room. */
  readonly calledIn: number;
  /** All who were served, those called in among them. */
  readonly served: number;
  readonly turnedAway: number;
  /** The part of those turned away that was, because the money did not reach. */
  readonly rationed: number;
  /** Who gave up waiting. */
  readonly gaveUp: number;
  readonly waitedBefore: number;
  readonly waitedAfter: number;
  /** How many could be served; null where there is no limit. */
  readonly room: number | null;
  readonly stepsShut: number;
}

/** Who comes to a service in a cycle, which share of them is rationed, who might be called in, who waits there, and how many steps of it are shut. */
interface AtDoor {
  readonly arrivals: number;
  readonly rationedShare: number;
  readonly latent: number;
  readonly waiting: number;
  readonly stepsShut: number;
}

/** What a service makes of those who come to it in a cycle. */
export const flowThrough = (name: string, door: AtDoor, moment: Moment): Flow => {
  const { arrivals, rationedShare, latent, waiting, stepsShut } = door;
  const service = moment.scenario.services[name];
  const room = roomOf(service, stepsShut, moment);
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
      stepsShut,
    };
  const served = Math.min(waiting + letIn, room);
  const noRoom = waiting + letIn - served;
  const sentAway = valueAt(service.divert, moment) * Math.min(noRoom, letIn);
  const hazard = service.waiting === null ? 0 : valueAt(service.waiting.leavePerYear, moment);
  const stillThere = waiting + letIn - sentAway - served;
  const gaveUp = stillThere * (1 - Math.exp(-hazard / cyclesAYear(moment.scenario)));
  const calledIn = Math.min(valueAt(service.refill, moment) * (room - served), latent);
  return {
    arrivals,
    calledIn,
    served: served + calledIn,
    turnedAway: rationed + sentAway,
    rationed,
    gaveUp,
    waitedBefore: waiting,
    waitedAfter: stillThere - gaveUp,
    room,
    stepsShut,
  };
};

/** How many contacts a service has room for in a cycle, so many of its steps being shut. */
const roomOf = (service: Service, stepsShut: number, moment: Moment): number | null => {
  const { capacity, closing } = service;
  if (capacity === null) return null;
  const whole = valueAt("places" in capacity ? capacity.places : capacity.contacts, moment);
  const shut = stepsShut === 0 ? 0 : stepsShut * valueAt(closing!.step, moment);
  return Math.max(0, whole - shut) / (cyclesAYear(moment.scenario) * yearsEach(capacity));
};

/** How long a place is taken for, or how long so many contacts are for, in years. */
export const yearsEach = (capacity: NonNullable<Service["capacity"]>): number =>
  "places" in capacity ? capacity.stayYears : capacity.everyYears;

/** Nobody is lost: whoever waited or came was served, was turned away, gave up or waits still. */
export const assertNobodyLost = (name: string, flows: readonly Flow[]): void => {
  const [before, after] = [flows[0].waitedBefore, flows[flows.length - 1].waitedAfter];
  const sum = (read: (flow: Flow) => number) => flows.reduce((total, flow) => total + read(flow), 0);
  const came = before + sum(({ arrivals, calledIn }) => arrivals + calledIn);
  const went = after + sum(({ served, turnedAway, gaveUp }) => served + turnedAway + gaveUp);
  if (!(Math.abs(came - went) <= 1e-9 * Math.max(came, went)))
    throw new Error(`${came} came to ${name}, and ${went} went.`);
};

/** Who waits for each service before the first cycle. */
export const startingLists = ({ services }: Scenario, moment: Moment): Record<string, number> =>
  Object.fromEntries(
    Object.entries(services).map(([name, { waiting }]) => [
      name,
      waiting === null ? 0 : valueAt(waiting.start, moment),
    ]),
  );
