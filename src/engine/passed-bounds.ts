import type { Column } from "../base/kernels.js";
import type { Moment } from "../base/time.js";
import type { ProgramValue, ValuePool } from "./value-pool.js";

/**
 * What may pass a bound: a share, a number of 0 or more, the factor of a cut or of a raise, or the sum of the
 * probabilities out of a state.
 */
export type Bound = "share" | "positive" | "cut" | "raise" | "row";

/** A number closer to its bound than this has not passed it: rounding alone may take it there. */
const boundTolerance = 1e-9;

const least = -boundTolerance;
const most = 1 + boundTolerance;

const limits: Readonly<Record<Bound, readonly [number, number]>> = {
  share: [least, most],
  positive: [least, Number.POSITIVE_INFINITY],
  cut: [least, Number.POSITIVE_INFINITY],
  raise: [least, Number.POSITIVE_INFINITY],
  row: [Number.NEGATIVE_INFINITY, most],
};

/** One value, its limits, and the draws of the block (1, else 0) in which it passed one of them. */
interface Watch {
  readonly value: ProgramValue;
  readonly least: number;
  readonly most: number;
  readonly draws: Uint8Array;
}

/** The numbers of a strategy that may pass a bound, by address. Addresses with the same value share one watch. */
export interface WatchedBounds {
  readonly watches: readonly Watch[];
  readonly byAddress: ReadonlyMap<string, { readonly bound: Bound; readonly watches: ReadonlySet<Watch> }>;
  /** Watches a value before it is limited. A fixed number within its bound costs nothing. */
  readonly watch: (address: string, bound: Bound, value: ProgramValue) => void;
}

/** Nothing is watched yet. `constant` is that of the pool, where equal constants are one value. */
export const watchedBounds = (constant: ValuePool["constant"]): WatchedBounds => {
  const isConstant = (value: ProgramValue): boolean => value === constant(value.column[0]);
  const watches: Watch[] = [];
  const byAddress = new Map<string, { readonly bound: Bound; readonly watches: Set<Watch> }>();
  const known = new Map<Column, Map<string, Watch>>();
  const watchOf = (value: ProgramValue, [least, most]: readonly [number, number]): Watch => {
    const ofColumn = known.get(value.column) ?? new Map<string, Watch>();
    const before = ofColumn.get(`${least} ${most}`);
    if (before) return before;
    const watch = { value, least, most, draws: new Uint8Array(value.column.length) };
    watches.push(watch);
    known.set(value.column, ofColumn.set(`${least} ${most}`, watch));
    return watch;
  };
  return {
    watches,
    byAddress,
    watch: (address, bound, value) => {
      const [least, most] = limits[bound];
      if (isConstant(value) && !isPast(value.column[0], least, most)) return;
      const here = byAddress.get(address) ?? { bound, watches: new Set<Watch>() };
      here.watches.add(watchOf(value, limits[bound]));
      byAddress.set(address, here);
    },
  };
};

const isPast = (number: number, least: number, most: number): boolean => number < least || number > most;

/** Before a block, no draw has passed a bound. */
export const startWatching = ({ watches }: WatchedBounds): void => {
  for (const { draws } of watches) draws.fill(0);
};

/** Marks the draws that pass a bound in this cycle. Only a number that changed is looked at. */
export const watchBounds = ({ watches }: WatchedBounds, { cycle }: Moment): void => {
  for (const { value, least, most, draws } of watches) {
    if (cycle > 1 && !value.changed.now) continue;
    const { column } = value;
    for (let draw = 0; draw < column.length; draw++) if (isPast(column[draw], least, most)) draws[draw] = 1;
  }
};

/** How many of the first `count` draws of a block passed a bound, by address; addresses without any are left out. */
export const drawsPast = (
  { byAddress }: WatchedBounds,
  count: number,
): readonly { readonly address: string; readonly bound: Bound; readonly draws: number }[] =>
  [...byAddress].flatMap(([address, { bound, watches }]) => {
    const passing = [...watches].flatMap(({ draws }) => (draws.includes(1) ? [draws] : []));
    if (passing.length === 0) return [];
    let draws = 0;
    for (let draw = 0; draw < count; draw++)
      if (passing.some((marks) => marks[marks.length === 1 ? 0 : draw] === 1)) draws++;
    return draws === 0 ? [] : [{ address, bound, draws }];
  });

/**
 * The numbers that passed a bound in a run, by address: in how many draws, by strategy (business as usual first). In a
 * book of means it is the share of draws.
 */
export type PassedBounds = Map<string, { readonly bound: Bound; readonly draws: number[] }>;

/** Adds draws of a strategy (its index, with business as usual first) that passed a bound at an address. */
export const addPassed = (
  passed: PassedBounds,
  strategy: number,
  { address, bound, draws }: { readonly address: string; readonly bound: Bound; readonly draws: number },
): void => {
  const here = passed.get(address) ?? { bound, draws: [] };
  here.draws[strategy] = (here.draws[strategy] ?? 0) + draws;
  passed.set(address, here);
};
