import type { Close } from "../../src/scenario/services/close.js";
import type { Flow } from "./flows.js";
import type { Payment } from "./lines.js";
import { clockAt, cyclesAYear, instant, type Moment } from "./moment.js";
import { valueAt } from "./values.js";

/** Steps of a service that were decided to be shut after a cycle, and are shut from a cycle on, for good. */
export interface Shutting {
  readonly service: string;
  readonly decidedAfter: number;
  /** Null until their notice has run out. */
  readonly cycle: number | null;
  readonly steps: number;
}

/** Steps whose notice has run out by now are shut from this cycle on. */
export const shutNow = (shuttings: readonly Shutting[], moment: Moment): Shutting[] =>
  shuttings.map((shutting) => {
    const { notice } = moment.scenario.services[shutting.service].closing!;
    const cycles = notice === null ? 0 : Math.round(valueAt(notice, moment) * cyclesAYear(moment.scenario));
    const isOver = shutting.decidedAfter + cycles < moment.cycle;
    return shutting.cycle === null && isOver ? { ...shutting, cycle: moment.cycle } : shutting;
  });

/** The number of steps of a service that are shut in a cycle. */
export const stepsShutIn = (shuttings: readonly Shutting[], service: string, cycle: number): number =>
  sumOf(
    shuttings.filter((shutting) => shutting.service === service && shutting.cycle !== null && shutting.cycle <= cycle),
  );

const sumOf = (shuttings: readonly Shutting[]): number => shuttings.reduce((sum, { steps }) => sum + steps, 0);

/** A year of cycles, without and with a strategy. */
interface YearOfBoth {
  readonly before: readonly Readonly<Record<string, Flow>>[];
  readonly after: readonly Readonly<Record<string, Flow>>[];
}

/** A service that may be shut: what of it is free and not shut yet, in its own unit, and by which effects. */
interface Free {
  readonly service: string;
  readonly room: number;
  readonly together: readonly string[];
}

/**
 * The steps to shut, decided in a year's last cycle. That is the number of whole steps by which the year's busiest
 * cycle is below that without the strategy, at most what the interventions that have begun may shut. To that come the
 * spare ones they may shut, as far as steps stand empty in the busiest cycle. Services that are shut together share the
 * steps that are free in all of them, by what is free in each.
 */
export const decideClosing = (both: YearOfBoth, decided: readonly Shutting[], moment: Moment): Shutting[] => {
  const { scenario, strategy, cycle } = moment;
  const begun = strategy.of
    .map((name) => scenario.interventions[name])
    .filter(({ startYears }) => clockAt(moment, startYears) >= -instant);
  const free = Object.keys(scenario.services).flatMap((service): Free[] => {
    const closes = begun.flatMap((each) => each.closes.filter((close) => close.service === service));
    const { closing } = scenario.services[service];
    if (closing === null || closes.length === 0) return [];
    const shut = sumOf(decided.filter((shutting) => shutting.service === service)) * valueAt(closing.step, moment);
    const room = Math.max(0, mayShut(service, closes, both, moment) - shut);
    return [{ service, room, together: closes.flatMap((close) => close.together ?? []) }];
  });
  return free.flatMap(({ service, room }) => {
    const all = sharing([service], free).reduce((sum, each) => sum + each.room, 0);
    const { step } = scenario.services[service].closing!;
    const steps = Math.floor(all / valueAt(step, moment) + 1e-6);
    const part = { service, decidedAfter: cycle, cycle: null, steps: (steps * room) / all };
    return steps > 0 && room > 0 ? [part] : [];
  });
};

/** The services that share their steps with some, themselves among them. */
const sharing = (services: readonly string[], all: readonly Free[]): readonly Free[] => {
  const found = all.filter(({ service }) => services.includes(service));
  const effects = found.flatMap(({ together }) => together);
  const next = all.filter((each) => found.includes(each) || each.together.some((effect) => effects.includes(effect)));
  return next.length === found.length
    ? found
    : sharing(
        next.map(({ service }) => service),
        all,
      );
};

/** What the interventions may shut of a service, in the unit of its capacity. */
const mayShut = (service: string, closes: readonly Close[], { before, after }: YearOfBoth, moment: Moment): number => {
  const { capacity } = moment.scenario.services[service];
  if (capacity === null) return 0;
  const allowed = (isSpare: boolean) =>
    closes.filter((close) => close.isSpare === isSpare).reduce((sum, { most }) => sum + valueAt(most, moment), 0);
  const peak = (flows: readonly Readonly<Record<string, Flow>>[]) =>
    Math.max(...flows.map((ofCycle) => ofCycle[service].taken));
  const emptied = Math.min(allowed(false), peak(before) - peak(after));
  const unused = valueAt("places" in capacity ? capacity.places : capacity.contacts, moment) - peak(after);
  return closes.some(({ isSpare }) => isSpare) ? Math.min(unused, Math.max(0, emptied) + allowed(true)) : emptied;
};

/** The payments for the steps that shut in this cycle. */
export const payForClosing = (shuttings: readonly Shutting[], moment: Moment): Payment[] =>
  shuttings
    .filter(({ cycle }) => cycle === moment.cycle)
    .flatMap(({ service, steps }) =>
      moment.scenario.services[service].closing!.exitCosts.map(({ agency, pounds, uprating }) => ({
        key: `${agency} services.${service}.exitCost pays`,
        cycle: moment.cycle,
        amount: steps * valueAt(pounds, moment) * uprating,
        once: true,
        isFiscal: true,
      })),
    );
