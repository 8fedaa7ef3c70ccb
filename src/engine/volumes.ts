import { addBoth, addScaled, type Column, clear, copy, emptyColumns } from "../base/kernels.js";
import type { QueueFigure } from "./axes.js";
import type { Demand, Stop } from "./demand.js";

/** What went through a service, in contacts by year. */
export interface Volumes {
  readonly served: readonly Column[];
  /** Those that came; the same columns as what was served, where there is no queue. */
  readonly arrivals: readonly Column[];
  /** Those who came and were not served, less those called in: turned away, gave up, or wait at the end and did not at the start. */
  readonly filled: readonly Column[] | undefined;
  /** Those who were turned away because the money did not reach, where that may be. */
  readonly rationed: readonly Column[] | undefined;
  /** What could have been served. */
  readonly open: readonly Column[] | undefined;
}

/** The volumes of a service: as they are, and each cycle's times its discount factor; and what its queue tells. */
export interface Account {
  readonly stop: Stop;
  readonly plain: Volumes;
  readonly present: Volumes;
  readonly told: Readonly<Record<QueueFigure, readonly Column[]>> | undefined;
}

/** Builds the account of a service over so many years. */
export const buildAccount = (stop: Stop, years: number, width: number): Account => {
  const everyYear = (): readonly Column[] => emptyColumns(years, width);
  const volumes = (): Volumes => {
    const served = everyYear();
    return {
      served,
      arrivals: stop.queue ? everyYear() : served,
      filled: stop.queue ? everyYear() : undefined,
      rationed: stop.queue?.rationedShare ? everyYear() : undefined,
      open: stop.queue?.size ? everyYear() : undefined,
    };
  };
  const plain = volumes();
  const told = {
    arrivals: plain.arrivals,
    called: everyYear(),
    turned: everyYear(),
    rationed: plain.rationed ?? everyYear(),
    left: everyYear(),
    open: plain.open ?? everyYear(),
    waiting: everyYear(),
    shut: everyYear(),
  };
  return { stop, plain, present: volumes(), told: stop.queue ? told : undefined };
};

/** Empties an account before a block. */
export const startAccount = ({ plain, present, told }: Account): void => {
  for (const years of Object.values(told ?? {})) clear(years);
  for (const { served, arrivals, filled, rationed, open } of [plain, present])
    for (const years of [served, arrivals, filled ?? [], rationed ?? [], open ?? []]) clear(years);
};

/** One cycle is added to its year. */
export const stepAccount = ({ stop, plain, present, told }: Account, year: number, factor: number): void => {
  const { arrivals, served, queue } = stop;
  const at = year - 1;
  addBoth(plain.served[at], present.served[at], factor, served);
  if (!queue || !told) return;
  addBoth(plain.arrivals[at], present.arrivals[at], factor, arrivals);
  if (plain.filled && present.filled) addBoth(plain.filled[at], present.filled[at], factor, queue.filled);
  if (plain.rationed && present.rationed) addBoth(plain.rationed[at], present.rationed[at], factor, queue.rationed);
  if (plain.open && present.open) addBoth(plain.open[at], present.open[at], factor, queue.room);
  for (const figure of ["called", "turned", "left"] as const) addScaled(told[figure][at], 1, queue[figure]);
  copy(told.waiting[at], queue.list);
  if (queue.closing) copy(told.shut[at], queue.closing.shut);
};

/** The services whose stock does not balance in some year: what came is not what was served, left, turned away or still waits. */
export const unbalanced = (accounts: readonly Account[], { stops }: Demand): readonly string[] =>
  stops.flatMap(({ name }, index) => {
    const { served, arrivals, filled } = accounts[index].plain;
    const isOff = filled?.some((column, year) =>
      column.some((fill, draw) => {
        const [came, went] = [arrivals[year][draw], served[year][draw]];
        return Math.abs(came - went - fill) > 1e-6 * (1 + came + went);
      }),
    );
    return isOff ? [name] : [];
  });

/** The contacts whose semi-fixed and fixed cost is borne: those served, and those rationed, as far as there was room for them. */
export const borne = ({ plain: { served, rationed, open } }: Account, year: number, draw: number): number => {
  const there = served[year][draw];
  const away = rationed?.[year][draw] ?? 0;
  return away > 0 ? Math.min(there + away, open?.[year][draw] ?? Number.POSITIVE_INFINITY) : there;
};
