import { businessAsUsual, type StrategyIndex } from "../../engine/book/strategy-index.js";
import type { Simulation } from "../../engine/simulate.js";
import { bookedIn } from "../../funding/postings.js";
import type { Booked } from "../../funding/rule.js";
import { regimeInForce } from "../../scenario/regimes/regime.js";
import { sentenceOf } from "../rules/postings.js";
import { settlerOf } from "../rules/settle-arms.js";

/** A transfer to an agency in a year because of a strategy: a sentence, and undiscounted pounds (below 0: it pays). */
export interface Transfer {
  readonly says: string;
  readonly pounds: number;
}

/**
 * The transfers by rules in force to an agency in a year (from 1) of the central run, one per pair of parties and
 * reason: with the strategy less without it.
 */
export const explainedTransfers = (
  { scenario, central }: Simulation,
  strategy: StrategyIndex,
  agency: string,
  year: number,
): readonly Transfer[] => {
  const inForce = regimeInForce(scenario);
  if (inForce === null) return [];
  const changes = new Map<string, { readonly posting: Booked; pence: number }>();
  const settler = settlerOf(scenario, central, inForce);
  for (const [arm, sign] of [
    [strategy, 1],
    [businessAsUsual, -1],
  ]) {
    settler(arm).run((accounts, balances) => {
      for (const posting of accounts.year === year ? bookedIn(accounts, 0, balances) : []) {
        const { from, to, why, pence } = posting;
        if (from !== agency && to !== agency) continue;
        const key = JSON.stringify([...[from, to].sort(), why]);
        const change = changes.get(key) ?? { posting, pence: 0 };
        change.pence += to === agency ? sign * pence : -sign * pence;
        changes.set(key, change);
      }
    });
  }
  return [...changes.values()].flatMap(({ posting, pence }) => {
    if (pence === 0) return [];
    const other = posting.from === agency ? posting.to : posting.from;
    const [from, to] = pence > 0 ? [other, agency] : [agency, other];
    return [{ says: sentenceOf(scenario, { ...posting, from, to, pence: Math.abs(pence) }), pounds: pence / 100 }];
  });
};
