import { type Cube, drawsFrom, windowOn } from "../../base/columns/cube.js";
import {
  addProduct,
  type Column,
  multiply,
  at as numberAt,
  scaled,
  scaledProduct,
  subtract,
} from "../../base/columns/kernels.js";
import { hasVolume, isWritten, volumeToWrite } from "../book/accounts.js";
import type { Book, Destination } from "../book/book.js";
import { type Side, sidesOf } from "../book/yearly-cube.js";
import { type Account, borneIn } from "../contacts/volumes.js";
import type { CostParts, Scratch, ServiceAccount } from "./costs.js";

/**
 * Writes a year (from 0) of a strategy's service into the book. Contacts that no longer come are avoided. Those of
 * them whose room other contacts fill are backfilled.
 *
 * Cash is the variable share of contacts no longer served. With a capacity it is also the semi-fixed share of contacts
 * whose capacity is shut, and the fixed share if all of it is shut. A rise costs `shareOfRise`; among contacts rationed
 * before it costs the variable share. `cheaper` is in pounds, on contacts still served.
 */
export const writeCosts = (
  destination: Destination,
  account: ServiceAccount,
  usual: ServiceAccount,
  { year, scratch }: { readonly year: number; readonly scratch: Scratch },
): void => {
  if (account.payers.length === 0) return;
  for (const { side, cube } of sidesOf(destination.book.accounts.volumes))
    writeService({ destination, side, cube, year }, account, usual, scratch);
};

/** One side of a year (from 0) to write. */
interface WrittenYear {
  readonly destination: Destination;
  readonly side: Side;
  readonly cube: Cube;
  readonly year: number;
}

const writeService = (
  { destination: { book, strategy, from }, side, cube, year }: WrittenYear,
  account: ServiceAccount,
  usual: ServiceAccount,
  { fewer, lower, shut, closed }: Scratch,
): void => {
  const { accounts } = book;
  const [before, after] = [usual[side], account[side]];
  const draws = { from, count: fewer.length };
  const volumeAt = (entry: number): Column => volumeToWrite(accounts, cube, { entry, strategy, year }, draws);
  // All payers share the volumes avoided and backfilled. Payers whose costs have the same shares share the cash.
  const [{ entries: shared }] = account.payers;
  if (hasVolume(accounts, shared.avoided))
    subtract(volumeAt(shared.avoided), before.arrivals[year], after.arrivals[year]);
  if (before.filled && after.filled) subtract(volumeAt(shared.backfilled), before.filled[year], after.filled[year]);
  if (account.payers.some(({ writesCash }) => writesCash)) subtract(fewer, before.served[year], after.served[year]);
  const hasCapacity = capacityGone(usual, account, side, year, { shut, closed });
  for (let place = 0; place < account.payers.length; place++) {
    const { uprating, years, entries, writesCash } = account.payers[place];
    const { years: usualYears, isEven } = usual.payers[place];
    const { cost, variable, semiFixed, fixed, shareOfRise } = usualYears[year];
    if (writesCash) {
      const cash = volumeAt(entries.cash);
      const isVariable = hasCapacity || isEven;
      if (!isVariable) blend(cash, usual, account, year, { variable, shareOfRise });
      multiply(cash, isVariable ? variable : cash, fewer);
      if (hasCapacity) {
        addProduct(cash, 1, shut, semiFixed);
        addProduct(cash, 1, closed, fixed);
      }
    }
    // The cube starts at zero, and most costs never change.
    if (entries.cheaper < 0) continue;
    if (!isWritten(accounts, entries.cheaper) && !differ(cost, years[year].cost)) continue;
    subtract(lower, cost, years[year].cost);
    scaledProduct(volumeAt(entries.cheaper), uprating, lower, after.served[year]);
  }
};

/**
 * Writes the contacts whose semi-fixed cost stops because capacity was shut, and those whose fixed cost stops because
 * all of it was. Added capacity costs both, so it counts below 0. Returns false if the service has no capacity.
 */
const capacityGone = (
  usual: ServiceAccount,
  account: ServiceAccount,
  side: Side,
  year: number,
  { shut, closed }: Pick<Scratch, "shut" | "closed">,
): boolean => {
  const [whole, before, after] = [usual.plain, usual[side], account[side]].map(({ open }) => open?.[year]);
  if (!whole || !before || !after) return false;
  const borne = borneIn(usual, year);
  for (let draw = 0; draw < shut.length; draw++) {
    const all = whole[draw];
    const gone = all > 0 ? (borne[draw] * (before[draw] - after[draw])) / all : 0;
    shut[draw] = gone;
    closed[draw] = after[draw] <= all * 1e-9 ? gone : Math.min(0, gone);
  }
  return true;
};

/**
 * Writes the share of the cost that changes with contacts served: `variable` of a fall, and of a rise among contacts
 * whose fixed cost is borne anyway; else `shareOfRise`.
 */
const blend = (
  out: Column,
  usual: Account,
  account: Account,
  year: number,
  { variable, shareOfRise }: Pick<CostParts, "variable" | "shareOfRise">,
): void => {
  const [before, after] = [usual, account].map(({ plain }) => plain.served[year]);
  const borne = borneIn(usual, year);
  for (let draw = 0; draw < out.length; draw++) {
    const rise = after[draw] - before[draw];
    const within = before[draw] >= after[draw] ? 1 : Math.min(1, (borne[draw] - before[draw]) / rise);
    out[draw] = within * numberAt(variable, draw) + (1 - within) * numberAt(shareOfRise, draw);
  }
};

/** True if two columns differ in some draw. */
const differ = (a: Column, b: Column): boolean => {
  const width = Math.max(a.length, b.length);
  for (let draw = 0; draw < width; draw++)
    if (a[a.length === 1 ? 0 : draw] !== b[b.length === 1 ? 0 : draw]) return true;
  return false;
};

/** Writes what a contact costs each payer in a year (from 0) of business as usual. */
export const writeUnitCosts = (
  { accounts: { prices, unitCosts } }: Book,
  from: number,
  accounts: readonly ServiceAccount[],
  year: number,
): void => {
  for (const { flow, payers } of accounts)
    for (const { entries, uprating, years } of payers) {
      const { unitCost } = prices[entries.avoided];
      if (unitCost === undefined) continue;
      const column = unitCosts[unitCost][year];
      const { cost } = years[year];
      if (column.length === 1) column[0] = uprating * cost[0];
      else scaled(windowOn(column, from, flow.served.length), uprating, cost);
    }
};

/** Writes what business as usual spends on no contact in a year (from 0): the fixed cost of rationed contacts stays. */
export const writeIdle = (
  { usualSpending: { idle } }: Book,
  from: number,
  accounts: readonly ServiceAccount[],
  year: number,
): void => {
  for (const [place, agency] of idle.plain.axes[0].labels.entries())
    for (const { side, cube } of sidesOf(idle)) {
      const spent = drawsFrom(cube, from, accounts[0]?.flow.served.length ?? 0, [place, year]);
      spent.fill(0);
      for (const account of accounts)
        for (const payer of account.plain.rationed ? account.payers : []) {
          if (payer.agency !== agency) continue;
          const { cost, semiFixed, fixed } = payer.years[year];
          const unserved = idleIn(account, side, year);
          multiply(unserved, unserved, cost);
          addProduct(spent, payer.uprating, unserved, semiFixed);
          addProduct(spent, payer.uprating, unserved, fixed);
        }
    }
};

/** The rationed contacts whose fixed cost is borne, discounted as all rationed contacts of the year are. */
const idleIn = (account: Account, side: Side, year: number): Column => {
  const [served, borne] = [account.plain.served[year], borneIn(account, year)];
  const [away, discounted] = [account.plain, account[side]].map(({ rationed }) => rationed?.[year]);
  const out = new Float64Array(served.length);
  for (let draw = 0; away && discounted && draw < out.length; draw++)
    if (away[draw] > 0) out[draw] = (discounted[draw] / away[draw]) * (borne[draw] - served[draw]);
  return out;
};
