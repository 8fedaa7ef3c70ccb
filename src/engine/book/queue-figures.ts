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

/**
 * A figure of a queue in a year. All but three are contacts of the year: those that arrived, were seen in their turn,
 * called in, turned away (`rationed` among them), or gave up, and what the service could serve. `cyclesWaited` sums the
 * waiting list over the cycles. `waiting` is the list at the year's end; `stepsShut` counts the steps of capacity shut
 * by then.
 */
export type QueueFigure = (typeof rankSums)[number] | "waiting" | "calledIn" | "rationed" | "capacity" | "stepsShut";

/**
 * The figures of a line in the book: those that may differ from zero. Contacts that are seen are among them if others
 * are called in; else they are all that are served.
 */
export const figuresOfLine = (scenario: Scenario, { service, priority }: QueueLine): readonly QueueFigure[] => {
  if (priority !== null) return [...rankSums, "waiting"];
  const { capacity, closing } = scenario.services[service];
  const figures: QueueFigure[] = ["arrivals", "turnedAway", "gaveUp", "cyclesWaited", "waiting"];
  if (hasLatent(scenario, service)) figures.push("seen", "calledIn");
  if (rationersOf(scenario, service).length > 0) figures.push("rationed");
  if (capacity !== null) figures.push("capacity");
  if (closing !== null) figures.push("stepsShut");
  return figures;
};

/** A figure of a line in the book. */
export interface BookedFigure {
  readonly service: string;
  /** The name of the line, such as `ward` or `ward 1`. */
  readonly line: string;
  readonly figure: QueueFigure;
}

/** The name of a figure in the book. */
export const bookedName = ({ line, figure }: Pick<BookedFigure, "line" | "figure">): string => `${line} ${figure}`;

/** The figures in the book, in its order. */
export const bookedFigures = kept((scenario: Scenario): readonly BookedFigure[] =>
  queueLines(scenario).flatMap((line) =>
    figuresOfLine(scenario, line).map((figure) => ({ service: line.service, line: lineName(line), figure })),
  ),
);
