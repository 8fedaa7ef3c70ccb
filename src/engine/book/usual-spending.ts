import { drawsFrom, windowOn } from "../../base/columns/cube.js";
import { addScaled, addScaledProduct, type Column } from "../../base/columns/kernels.js";
import type { Book } from "./book.js";
import { businessAsUsual, withUsualFirst } from "./strategy-index.js";
import { factorAt, type Side } from "./yearly-cube.js";

/** Whose spending, in which year (from 0), and on which service. Default: on all, and on idle capacity. */
interface Spent {
  readonly agency: string;
  readonly year: number;
  readonly service?: string | undefined;
}

/**
 * Adds what an agency spends on services in a year (from 0) of business as usual: pounds per draw, from draw `from`.
 */
export const addUsualSpending = (
  sum: Column,
  { accounts, activity, usualSpending: { spenders, idle } }: Book,
  { agency, year, service: only }: Spent,
  side: Side,
  from = 0,
): void => {
  const usual = withUsualFirst(businessAsUsual);
  for (const { agency: spender, service, unitCost } of spenders) {
    if (spender !== agency || (only !== undefined && activity.plain.axes[1].labels[service] !== only)) continue;
    const contacts = drawsFrom(activity[side], from, sum.length, [usual, service, year]);
    const pounds = windowOn(accounts.unitCosts[unitCost][year], from, sum.length);
    addScaledProduct(sum, factorAt(activity, side, service, year), pounds, contacts);
  }
  const place = idle.plain.axes[0].labels.indexOf(agency);
  if (place < 0 || only !== undefined) return;
  addScaled(sum, factorAt(idle, side, place, year), drawsFrom(idle[side], from, sum.length, [place, year]));
};
