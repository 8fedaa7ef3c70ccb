import { type Cube, drawsFrom, windowOn } from "../base/cube.js";
import { addScaled, addScaledProduct, type Column } from "../base/kernels.js";
import type { Price } from "./pricing.js";
import type { StrategyIndex } from "./strategy-index.js";
import { factorAt, type Side, type YearlyCube } from "./yearly-cube.js";

/** The money of the strategies, stored as volumes with prices. All numbers are differences from business as usual. */
export interface StrategyAccounts {
  /** By entry. */
  readonly prices: readonly Price[];
  /** Pounds per contact in business as usual, by unit cost and year from 0: one number per draw, or one for all. */
  readonly unitCosts: readonly (readonly Column[])[];
  /** Contacts or pounds, by strategy from 0, volume and year from 0. */
  readonly volumes: YearlyCube;
  /** The indexes of volumes that were written. All others are zero and need no reading. */
  readonly written: Set<number>;
}

/** An entry (its index) of a strategy in a year from 0. */
export interface EntryPlace {
  readonly entry: number;
  readonly strategy: StrategyIndex;
  readonly year: number;
}

/** Adds `weight` × an entry's value to `sum`, in pounds per draw, from draw `from`. */
export const addValueAt = (
  sum: Column,
  { prices, unitCosts, volumes }: StrategyAccounts,
  { entry, strategy, year }: EntryPlace,
  side: Side,
  { from = 0, weight = 1 }: { readonly from?: number; readonly weight?: number } = {},
): void => {
  const { volume, unitCost } = prices[entry];
  const draws = drawsFrom(volumes[side], from, sum.length, [strategy, volume, year]);
  // A strategy moves few of the volumes that some strategy moves.
  if (isAllZero(draws)) return;
  const factor = weight * factorAt(volumes, side, volume, year);
  if (unitCost === undefined) addScaled(sum, factor, draws);
  else addScaledProduct(sum, factor, windowOn(unitCosts[unitCost][year], from, sum.length), draws);
};

const isAllZero = (column: Column): boolean => {
  for (let draw = 0; draw < column.length; draw++) if (column[draw] !== 0) return false;
  return true;
};

/** True if the volume of an entry was written. */
export const isWritten = ({ written, prices }: StrategyAccounts, entry: number): boolean =>
  written.has(prices[entry].volume);

/** The draws of an entry's volume, to write. `cube` is one side of the volumes. */
export const volumeToWrite = (
  { written, prices }: StrategyAccounts,
  cube: Cube,
  { entry, strategy, year }: EntryPlace,
  { from, count }: { readonly from: number; readonly count: number },
): Column => {
  const { volume } = prices[entry];
  written.add(volume);
  return drawsFrom(cube, from, count, [strategy, volume, year]);
};
