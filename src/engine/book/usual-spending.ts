import { drawsFrom, windowOn } from "../../base/columns/cube.js";
import { addProduct, addScaled, addScaledProduct, type Column, multiply } from "../../base/columns/kernels.js";
import { type Account, borne } from "../contacts/volumes.js";
import type { ServiceAccount } from "../money/costs.js";
import type { Book } from "./book.js";
import { businessAsUsual, withUsualFirst } from "./strategy-index.js";
import { factorAt, type Side, sidesOf } from "./yearly-cube.js";

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
const idleIn = (account: Account, side: Side, year: number): Column =>
  account.plain.served[year].map((served, draw) => {
    const away = account.plain.rationed?.[year][draw] ?? 0;
    const discounted = away > 0 ? (account[side].rationed?.[year][draw] ?? 0) / away : 0;
    return discounted * (borne(account, year, draw) - served);
  });
