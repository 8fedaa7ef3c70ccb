import { drawsFrom } from "../base/cube.js";
import { addAllScaled, addProduct, type Column, multiply } from "../base/kernels.js";
import { type Book, sidesOf } from "./book.js";
import type { ServiceAccount } from "./costs.js";
import { type Account, borne } from "./volumes.js";

/** Writes what business as usual spends on its services in a year: each agency's, added up. The fixed cost of those it rations stays. */
export const writeSpend = (book: Book, from: number, accounts: readonly ServiceAccount[], year: number): void => {
  const width = accounts[0]?.stop.served.length ?? 0;
  const [idle, kept] = [new Float64Array(width), new Float64Array(width)];
  const fiscal = accounts.filter(({ isFiscal }) => isFiscal);
  for (const [place, agency] of book.spend.axes[0].labels.entries()) {
    const borneBy = fiscal.flatMap((account) =>
      account.bearers.filter((bearer) => bearer.agency === agency).map((bearer) => ({ account, bearer })),
    );
    const costs = borneBy.map(({ bearer }) => bearer.years[year].cost);
    const scales = borneBy.map(({ bearer }, at) => bearer.uprating * costs[at][0]);
    const isPlain = costs.every(({ length }) => length === 1);
    for (const { spend, side } of sidesOf(book)) {
      const spent = drawsFrom(spend, from, width, [place, year]);
      const served = borneBy.map(({ account }) => account[side].served[year]);
      spent.fill(0);
      if (isPlain) addAllScaled(spent, scales, served);
      else for (const [at, { bearer }] of borneBy.entries()) addProduct(spent, bearer.uprating, served[at], costs[at]);
      for (const { account, bearer } of borneBy) {
        if (!account.plain.rationed) continue;
        const { cost, semiFixed, fixed } = bearer.years[year];
        noteIdle(idle, account, side, year);
        multiply(kept, idle, cost);
        addProduct(spent, bearer.uprating, kept, semiFixed);
        addProduct(spent, bearer.uprating, kept, fixed);
      }
    }
  }
};

/** Notes the contacts that were rationed and whose fixed cost is borne, in present value as those rationed are. */
const noteIdle = (out: Column, account: Account, side: "plain" | "present", year: number): void => {
  for (let draw = 0; draw < out.length; draw++) {
    const away = account.plain.rationed?.[year][draw] ?? 0;
    const worth = away > 0 ? (account[side].rationed?.[year][draw] ?? 0) / away : 0;
    out[draw] = worth * (borne(account, year, draw) - account.plain.served[year][draw]);
  }
};
