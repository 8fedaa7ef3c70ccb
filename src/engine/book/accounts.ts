import { type Cube, drawsFrom, hasRow, sharesRow, windowOn } from "../../base/columns/cube.js";
import { addScaledFall, addScaledProduct, type Column } from "../../base/columns/kernels.js";
import type { Price } from "./pricing.js";
import { businessAsUsual, type StrategyIndex, withUsualFirst } from "./strategy-index.js";
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

/** The parts of a book that its entries are read from. */
interface BookOfAccounts {
  readonly accounts: StrategyAccounts;
  /** Contacts served, by strategy (business as usual first), service and year. */
  readonly activity: YearlyCube;
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
  { accounts: { prices, unitCosts, volumes }, activity }: BookOfAccounts,
  { entry, strategy, year }: EntryPlace,
  side: Side,
  { from = 0, weight = 1 }: { readonly from?: number; readonly weight?: number } = {},
): void => {
  const { volume, unitCost } = prices[entry];
  if (!isReached({ volumes, activity }, strategy, volume)) return;
  const pounds = unitCost === undefined ? one : windowOn(unitCosts[unitCost][year], from, sum.length);
  if (typeof volume !== "number") {
    const { fewerAt } = volume;
    const factor = weight * factorAt(activity, side, fewerAt, year);
    const servedIn = (arm: StrategyIndex): Column =>
      drawsFrom(activity[side], from, sum.length, [withUsualFirst(arm), fewerAt, year]);
    addScaledFall(sum, factor, pounds, servedIn(businessAsUsual), servedIn(strategy));
    return;
  }
  const draws = drawsFrom(volumes[side], from, sum.length, [strategy, volume, year]);
  addScaledProduct(sum, weight * factorAt(volumes, side, volume, year), pounds, draws);
};

const one = Float64Array.of(1);

/** False if a strategy does not reach what an entry counts, so that it can only be zero. */
const isReached = (
  { volumes, activity }: { readonly volumes: YearlyCube; readonly activity: YearlyCube },
  strategy: StrategyIndex,
  volume: Price["volume"],
): boolean =>
  typeof volume === "number"
    ? hasRow(volumes.plain, strategy, volume)
    : !sharesRow(activity.plain, volume.fewerAt, withUsualFirst(strategy), withUsualFirst(businessAsUsual));

/** True if the volume of an entry was written. The activity, of which some entries are a fall, always is. */
export const isWritten = ({ written, prices }: StrategyAccounts, entry: number): boolean => {
  const { volume } = prices[entry];
  return typeof volume !== "number" || written.has(volume);
};

/** True if an entry has a volume of its own to write. */
export const hasVolume = ({ prices }: StrategyAccounts, entry: number): boolean =>
  typeof prices[entry].volume === "number";

/** The index of the volume of an entry that has one, which is now written. */
export const writtenVolume = ({ written, prices }: StrategyAccounts, entry: number): number => {
  const { volume } = prices[entry];
  if (typeof volume !== "number") throw new RangeError(`Entry ${entry} has no volume of its own.`);
  written.add(volume);
  return volume;
};

/** The draws of an entry's volume, to write. `cube` is one side of the volumes. */
export const volumeToWrite = (
  accounts: StrategyAccounts,
  cube: Cube,
  { entry, strategy, year }: EntryPlace,
  { from, count }: { readonly from: number; readonly count: number },
): Column => drawsFrom(cube, from, count, [strategy, writtenVolume(accounts, entry), year]);
