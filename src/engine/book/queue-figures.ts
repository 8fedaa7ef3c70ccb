import { kept } from "../../base/kept.js";
import { rationersOf } from "../../scenario/agencies/rationing.js";
import type { Scenario } from "../../scenario/scenario.js";
import { ranksAt } from "../../scenario/services/demand.js";

/** The services with a queue: they have a capacity, may be rationed, or call in latent contacts. */
export const servicesWithQueue = kept(
  (scenario: Pick<Scenario, "agencies" | "services" | "demand">): readonly string[] => {
    const { services } = scenario;
    return Object.keys(services).filter(
      (name) => services[name].capacity !== null || rationersOf(scenario, name).length > 0 || hasLatent(scenario, name),
    );
  },
);

/** True if contacts of a service are called in only where there is room. */
export const hasLatent = ({ demand }: Pick<Scenario, "demand">, service: string): boolean =>
  Object.values(demand).some(({ to, isLatent }) => to === service && isLatent);

/**
 * The figures of a queue in a year, in the order of the book. The first seven are contacts of the year: those that
 * arrived, were seen in their turn, called in, turned away (`rationed` among them), or gave up, and what the service
 * could serve. `cyclesWaited` sums the waiting list over the cycles. `waiting` is the list at the year's end;
 * `stepsShut` counts the steps of capacity shut by then.
 */
export const queueFigures = [
  "arrivals",
  "seen",
  "calledIn",
  "turnedAway",
  "rationed",
  "gaveUp",
  "capacity",
  "cyclesWaited",
  "waiting",
  "stepsShut",
] as const;

/** The figures that are summed over a year for the contacts of one priority, too. */
export const rankSums = ["arrivals", "seen", "turnedAway", "gaveUp", "cyclesWaited"] as const;

/** A line of figures of a queue: of all contacts at a service, or of those of one priority. */
export interface QueueLine {
  readonly service: string;
  /** A priority, such as 1; "others" for contacts without one; null for all contacts. */
  readonly priority: string | null;
}

/** The lines of figures in the book: each service with a queue, and after it the ranks of its contacts, if several. */
export const queueLines = (scenario: Parameters<typeof servicesWithQueue>[0]): readonly QueueLine[] =>
  servicesWithQueue(scenario).flatMap((service) => [
    { service, priority: null },
    ...ranksAt(scenario.demand, service).map(({ priority }) => ({ service, priority })),
  ]);

/** The name of a line: that of its service, and the priority. */
export const lineName = ({ service, priority }: QueueLine): string =>
  priority === null ? service : `${service} ${priority}`;

/** The name of a figure of a queue. */
export type QueueFigure = (typeof queueFigures)[number];
