import type { Simulation } from "../engine/simulate.js";
import type { Booked } from "../funding/postings.js";
import { sentenceOf } from "./postings.js";
import { settlerOf } from "./settle-arms.js";

/** What a rule in force moves to an agency in a year because of a strategy: as a sentence, and in pounds. */
export interface Transfer {
  readonly says: string;
  readonly pounds: number;
}

/** What the rules in force move to an agency in a year (1 and on) of the central run, posting by posting: with the strategy less without it. */
export const explainedTransfers = (
  { scenario, central }: Simulation,
  strategy: number,
  agency: string,
  year: number,
): readonly Transfer[] => {
  const { inForce } = scenario;
  if (inForce === null) return [];
  const moved = new Map<string, { readonly posting: Booked; pence: number }>();
  const settler = settlerOf(scenario, central, inForce);
  for (const [arm, sign] of [
    [strategy, 1],
    [-1, -1],
  ])
    settler(arm).run((_, at, { postings }) => {
      for (const posting of at === year - 1 ? postings : []) {
        const { from, to, why, pence } = posting;
        if (from !== agency && to !== agency) continue;
        const key = JSON.stringify([...[from, to].sort(), why]);
        const known = moved.get(key) ?? { posting, pence: 0 };
        known.pence += to === agency ? sign * pence : -sign * pence;
        moved.set(key, known);
      }
    });
  return [...moved.values()].flatMap(({ posting, pence }) => {
    if (pence === 0) return [];
    const other = posting.from === agency ? posting.to : posting.from;
    const [from, to] = pence > 0 ? [other, agency] : [agency, other];
    return [{ says: sentenceOf(scenario, { ...posting, from, to, pence: Math.abs(pence) }), pounds: pence / 100 }];
  });
};
