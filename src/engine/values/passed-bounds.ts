import type { Column } from "../../base/columns/kernels.js";
import type { Moment } from "../../base/time.js";
import type { ProgramValue } from "./program-value.js";
import { keyOf, type SharedValues, type Watch } from "./shared-values.js";
import type { ValuePool } from "./value-pool.js";

/**
 * What may pass a bound: a share, a number of 0 or more, the factor of a cut or of a raise, or the sum of the
 * probabilities out of a state.
 */
export type Bound = "share" | "positive" | "cut" | "raise" | "row";

/** A number closer to its bound than this has not passed it: rounding alone may take it there. */
const boundTolerance = 1e-9;

const limits: Readonly<Record<Bound, readonly [number, number]>> = {
  share: [0, 1],
  positive: [0, Number.POSITIVE_INFINITY],
  cut: [0, Number.POSITIVE_INFINITY],
  raise: [0, Number.POSITIVE_INFINITY],
  row: [Number.NEGATIVE_INFINITY, 1],
};

/**
 * The numbers of a strategy that may pass a bound, by address. Addresses with the same value share one watch, and so do
 * plans. A plan looks at the values that no plan before it watches.
 */
export interface WatchedBounds {
  readonly watches: readonly Watch[];
  readonly byAddress: ReadonlyMap<string, { readonly bound: Bound; readonly watches: ReadonlySet<Watch> }>;
  /** Returns a value within its bound, and watches whether it passes. A fixed number within it costs nothing. */
  readonly limit: (address: string, bound: Bound, value: ProgramValue) => ProgramValue;
}

/** Nothing is watched yet. `constant` is that of the pool, where equal constants are one value. */
export const watchedBounds = (
  { constant, several }: Pick<ValuePool, "constant" | "several">,
  shared: SharedValues,
): WatchedBounds => {
  const isConstant = (value: ProgramValue): boolean => value === constant(value.column[0]);
  const watches: Watch[] = [];
  const byAddress = new Map<string, { readonly bound: Bound; readonly watches: Set<Watch> }>();
  const watchOf = (value: ProgramValue, [least, most]: readonly [number, number]): Watch => {
    const name = `within ${least} and ${most}`;
    const key = keyOf(name, [value.column], shared);
    const draws = new Uint8Array(value.column.length);
    const loop = ([out]: readonly Column[], [column]: readonly Column[]) => limitTo(out, column, least, most, draws);
    // A plan that shares the watch has the step that limits the value, too, without work.
    const [limited] = several(name, [value], 1, loop);
    const before = shared.watches.get(key);
    if (before) return before;
    const watch = { limited, draws, look: () => loop([limited.column], [value.column]) };
    watches.push(watch);
    shared.watches.set(key, watch);
    return watch;
  };
  return {
    watches,
    byAddress,
    limit: (address, bound, value) => {
      const [least, most] = limits[bound];
      const [number] = value.column;
      if (isConstant(value) && !isPast(number, least, most)) return constant(Math.min(Math.max(number, least), most));
      const watch = watchOf(value, limits[bound]);
      const here = byAddress.get(address) ?? { bound, watches: new Set<Watch>() };
      here.watches.add(watch);
      byAddress.set(address, here);
      return watch.limited;
    },
  };
};

const isPast = (number: number, least: number, most: number): boolean =>
  number < least - boundTolerance || number > most + boundTolerance;

/** Writes a column within limits, and marks the draws that pass them. Most numbers are within: that is asked first. */
const limitTo = (out: Column, column: Column, least: number, most: number, draws: Uint8Array): void => {
  out.set(column);
  if (isWithin(column, least, most)) return;
  for (let draw = 0; draw < out.length; draw++) {
    const number = column[draw];
    if (number > least && number < most) continue;
    out[draw] = Math.min(Math.max(number, least), most);
    if (isPast(number, least, most)) draws[draw] = 1;
  }
};

const isWithin = (column: Column, least: number, most: number): boolean => {
  for (let draw = 0; draw < column.length; draw++) if (!(column[draw] > least && column[draw] < most)) return false;
  return true;
};

/** Before a block, no draw has passed a bound. */
export const startWatching = (watches: readonly Watch[]): void => {
  for (const { draws } of watches) draws.fill(0);
};

/** In the first cycle of a block every number is looked at. Later a number is as it is limited, if it changes. */
export const watchBounds = (watches: readonly Watch[], { cycle }: Moment): void => {
  if (cycle === 1) for (const { look } of watches) look();
};

/** A number that passed a bound: its address, and in how many draws. */
export interface PastBound {
  readonly address: string;
  readonly bound: Bound;
  readonly draws: number;
}

/** How many draws of a block, from one up to another, passed a bound, by address; if none did, it is left out. */
export const drawsPast = ({ byAddress }: WatchedBounds, from: number, to: number): readonly PastBound[] =>
  [...byAddress].flatMap(([address, { bound, watches }]) => {
    const passing = [...watches].flatMap(({ draws: marks }) => (marks.includes(1) ? [marks] : []));
    if (passing.length === 0) return [];
    let draws = 0;
    for (let draw = from; draw < to; draw++)
      if (passing.some((marks) => marks[marks.length === 1 ? 0 : draw] === 1)) draws++;
    return draws === 0 ? [] : [{ address, bound, draws }];
  });

/** A bound that a number passed: in how many draws, by strategy (business as usual first). */
export interface Passed {
  readonly bound: Bound;
  readonly draws: number[];
}

/** The numbers that passed a bound in a run, by address. In a book of means it is the share of draws. */
export type PassedBounds = Map<string, Passed>;

/** Adds draws of a strategy (its index, with business as usual first) that passed a bound at an address. */
export const addPassed = (passed: PassedBounds, strategy: number, { address, bound, draws }: PastBound): void => {
  const here = passed.get(address) ?? { bound, draws: [] };
  here.draws[strategy] = (here.draws[strategy] ?? 0) + draws;
  passed.set(address, here);
};

/** Adds all that passed a bound in some draws to what passed in others. */
export const addAllPassed = (passed: PassedBounds, more: Iterable<readonly [string, Passed]>): void => {
  for (const [address, { bound, draws }] of more)
    for (const [strategy, count] of draws.entries())
      if (count > 0) addPassed(passed, strategy, { address, bound, draws: count });
};
