import type { Simulation } from "../engine/simulate.js";
import { figureOf, yearsOf } from "./figures.js";

/** When a party is no longer behind: the median year over the draws (null where most never are), and the share of draws that never are. */
export interface Payback {
  readonly year: number | null;
  readonly never: number;
}

/** What counts as moving, or as being behind: more than this, in pounds. */
export const halfPenny = 0.005;

/** Payback of some agencies together: in each draw, the first year in which the sum of net so far is not negative and stays so. */
export const paybackOf = (
  { scenario, drawn }: Simulation,
  strategy: number,
  agencies: readonly string[],
  money: "plain" | "present" = "present",
): Payback => {
  const byYear = yearsOf(scenario).map((year) => figureOf(drawn, strategy, "net", { agencies, year, money }));
  const years = new Float64Array(drawn.draws);
  for (let draw = 0; draw < drawn.draws; draw++) {
    let behindUntil = 0;
    let sum = 0;
    for (const [index, net] of byYear.entries()) {
      sum += net[draw];
      if (sum < -halfPenny) behindUntil = index + 1;
    }
    years[draw] = behindUntil === byYear.length ? Number.POSITIVE_INFINITY : behindUntil + 1;
  }
  // The first year by which half of the draws have paid back: a year, not the mean of two.
  const median = years.sort()[Math.ceil(years.length / 2) - 1];
  return {
    year: Number.isFinite(median) ? median : null,
    never: years.filter((year) => year === Number.POSITIVE_INFINITY).length / years.length,
  };
};
