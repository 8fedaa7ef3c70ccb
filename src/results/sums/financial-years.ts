import { financialYearFrom, type PriceSeries, uprate } from "../../base/appraisal/prices.js";
import { listed, mistake } from "../../base/problems/problem.js";
import { fallsAtMoments } from "../../scenario/interventions/timing.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Time } from "../../scenario/time/time.js";

/** The year, month and day of a date. */
const partsOf = (start: string): readonly number[] => start.split("-").map(Number);

/**
 * The share of a model year (0 to 1) in the financial year in which it begins, by twelve months of thirty days. The
 * rest is in the next financial year.
 */
export const shareInFirst = ({ start }: Pick<Time, "start">): number => {
  const [, month, day] = partsOf(start);
  const days = (4 - month) * 30 - (Math.min(day, 30) - 1);
  return (days > 0 ? days : days + 360) / 360;
};

/**
 * The names of a run's financial years (1 April to 31 March), such as `2025/26`. There is one per model year, plus one
 * if model years do not start on 1 April.
 */
export const financialYearsOf = (time: Pick<Time, "start" | "years">): readonly string[] => {
  const [year, month] = partsOf(time.start);
  const first = month < 4 ? year - 1 : year;
  return Array.from({ length: time.years + (shareInFirst(time) < 1 ? 1 : 0) }, (_, index) =>
    financialYearFrom(first + index),
  );
};

/**
 * The lines of interventions that fall at one known moment, by address: 1 if the moment is in the financial year in
 * which its model year begins, otherwise 0. Left out if it falls on both sides. Lines that are timed from each person's
 * joining have no such moment.
 */
export const momentsOf = ({ interventions, time }: Scenario): ReadonlyMap<string, number> =>
  new Map(
    Object.values(interventions).flatMap(({ lines, startYears }) =>
      lines.flatMap(({ address, timing, profile, clock }): readonly (readonly [string, number])[] => {
        if (!fallsAtMoments(timing) || clock === "joining" || profile.lengths.lag) return [];
        const [first, each] =
          "atYears" in timing ? [timing.atYears, time.years] : [profile.lagYears, timing.renewedYears];
        const sides = Array.from(
          { length: Math.max(1, Math.ceil((time.years - startYears - first) / each)) },
          (_, at) => {
            const moment = startYears + first + at * each + justAfter;
            return moment - Math.floor(moment) < shareInFirst(time) ? 1 : 0;
          },
        );
        return new Set(sides).size === 1 ? [[address, sides[0]]] : [];
      }),
    ),
  );

/** Years. A moment that rounding puts just before a year's start belongs to that year. */
const justAfter = 1e-9;

/** Cash of the day per pound of the price year, by financial year. Throws if the series does not reach a year. */
export const cashFactorsOf = (
  { money }: Pick<Scenario, "money">,
  years: readonly string[],
  series: PriceSeries,
): readonly number[] => {
  const factors = years.flatMap((to) => uprate(1, { from: money.priceYear, to, series }) ?? []);
  if (factors.length === years.length) return factors;
  const beyond = years.filter((to) => uprate(1, { from: money.priceYear, to, series }) === undefined);
  const named = beyond.length > 3 ? [...beyond.slice(0, 2), `${beyond.length - 2} more`] : beyond;
  const known = Object.keys(series.index);
  const range = known.length === 0 ? "no years" : `${known[0]} to ${known.at(-1)}`;
  throw mistake(
    "options.pounds",
    `The prices of ${listed(named)} are not known: ${series.name} has ${range}.`,
    "Ask for real pounds (--show ledger:financial, without cash), run fewer years, or (in code) give ledger a " +
      "series of your own that forecasts them.",
  );
};
