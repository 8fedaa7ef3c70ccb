import { drawsFrom, windowOn } from "../base/cube.js";
import { addProduct, addScaled, addScaledProduct, type Column, multiply } from "../base/kernels.js";
import { type Book, sidesOf } from "./book.js";
import type { ServiceAccount } from "./costs.js";
import { type Account, borne } from "./volumes.js";

/** Adds to a sum what an agency spends on services in a year (from 0) of business as usual, in plain pounds or present value, of the draws from one on. */
export const addSpend = (
  sum: Column,
  { spenders, unitCosts, activity, activityPresent, idle, idlePresent }: Book,
  agency: string,
  year: number,
  side: "plain" | "present",
  from = 0,
): void => {
  const [served, unserved] = side === "plain" ? [activity, idle] : [activityPresent.cube, idlePresent.cube];
  for (const { agency: spender, service, unitCost } of spenders) {
    if (spender !== agency) continue;
    const factor = side === "plain" ? 1 : activityPresent.factors[service][year];
    const contacts = drawsFrom(served, from, sum.length, [0, service, year]);
    addScaledProduct(sum, factor, windowOn(unitCosts[unitCost][year], from, sum.length), contacts);
  }
  const place = idle.axes[0].labels.indexOf(agency);
  if (place < 0) return;
  const factor = side === "plain" ? 1 : idlePresent.factors[place][year];
  addScaled(sum, factor, drawsFrom(unserved, from, sum.length, [place, year]));
};

/** Writes what business as usual spends in a year on nobody: the fixed cost of those whom an agency rations stays. */
export const writeIdle = (book: Book, from: number, accounts: readonly ServiceAccount[], year: number): void => {
  for (const [place, agency] of book.idle.axes[0].labels.entries())
    for (const { side, cube } of sidesOf(book.idle, book.idlePresent)) {
      const spent = drawsFrom(cube, from, accounts[0]?.stop.served.length ?? 0, [place, year]);
      spent.fill(0);
      for (const account of accounts)
        for (const bearer of account.plain.rationed ? account.bearers : []) {
          if (bearer.agency !== agency) continue;
          const { cost, semiFixed, fixed } = bearer.years[year];
          const kept = idleIn(account, side, year);
          multiply(kept, kept, cost);
          addProduct(spent, bearer.uprating, kept, semiFixed);
          addProduct(spent, bearer.uprating, kept, fixed);
        }
    }
};

/** The contacts that were rationed and whose fixed cost is borne, in present value as those rationed are. */
const idleIn = (account: Account, side: "plain" | "present", year: number): Column =>
  account.plain.served[year].map((served, draw) => {
    const away = account.plain.rationed?.[year][draw] ?? 0;
    const worth = away > 0 ? (account[side].rationed?.[year][draw] ?? 0) / away : 0;
    return worth * (borne(account, year, draw) - served);
  });
