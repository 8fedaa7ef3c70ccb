import type { Cause } from "../../src/scenario/services/demand.js";
import { broughtBy, type Lived } from "./cohorts.js";
import { partsOf } from "./delays.js";
import type { Last, Moment } from "./moment.js";
import { valueAt } from "./values.js";

/** Contacts that arrive at a service in a cycle, before effects on the service. */
export interface Due {
  readonly to: string;
  readonly cycle: number;
  readonly contacts: number;
  /** True if they are called in only where there is room. */
  readonly isLatent: boolean;
  /** Their priority: the smallest number is seen first, infinity last. */
  readonly priority: number;
}

/** The priority of a cause. */
export const priorityOf = ({ priority }: Cause): number => priority ?? Number.POSITIVE_INFINITY;

/**
 * The contacts under way before cycle 1: the steady flow of business as usual, the same in every strategy. It has room
 * for every contact, so no contact is turned away. Latent contacts cause no others in it.
 */
export const history = (moment: Moment, lived: Readonly<Record<string, Lived>>, starting: Last["people"]): Due[] => {
  const { demand, services } = moment.scenario;
  type Flows = Readonly<Record<string, number>>;
  const flowOf = (cause: Cause): ((flow: Flows) => number) => {
    const { by } = cause;
    if ("unmet" in by) return () => 0;
    if (!("each" in by)) return constant(broughtBy(cause, lived, starting, moment));
    const share = valueAt(cause.contacts, moment);
    return (flow) => share * flow[by.each];
  };
  const steady = Object.values(demand)
    .filter(({ to }) => services[to].history === "steady")
    .map((cause) => ({ ...cause, flowIn: flowOf(cause) }));
  const nothing = Object.fromEntries(Object.keys(services).map((name) => [name, 0]));
  let flow = nothing;
  for (let round = 0; round < 2000; round++) {
    const next = { ...nothing };
    for (const { to, isLatent, flowIn } of steady) if (!isLatent) next[to] += flowIn(flow);
    const settled = Object.keys(flow).every((service) => next[service] === flow[service]);
    flow = next;
    if (settled) break;
  }
  // Each part that comes some cycles later was brought in as many cycles before the first.
  return steady.flatMap(({ flowIn, ...cause }) =>
    partsOf(cause, moment).flatMap(({ later, share }) =>
      Array.from({ length: later }, (_, index) => ({
        to: cause.to,
        isLatent: cause.isLatent,
        priority: priorityOf(cause),
        cycle: index + 1,
        contacts: share * flowIn(flow),
      })),
    ),
  );
};

const constant = (value: number) => () => value;
