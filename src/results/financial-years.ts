import { type PriceSeries, uprate } from "../base/prices.js";
import { listed, ScenarioError } from "../base/problem.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Time } from "../scenario/time.js";

/** The year, month and day of a date. */
const partsOf = (start: string): readonly number[] => start.split("-").map(Number);

/** The share of a model year in the financial year in which it begins, by twelve months of thirty days; the rest is in the next. */
export const shareInFirst = ({ start }: Pick<Time, "start">): number => {
  const [, month, day] = partsOf(start);
  const days = (4 - month) * 30 - (Math.min(day, 30) - 1);
  return (days > 0 ? days : days + 360) / 360;
};

/** The financial years (1 April to 31 March) of a run, by name: one a model year, and one more where those do not start on 1 April. */
export const financialYearsOf = (time: Pick<Time, "start" | "years">): readonly string[] => {
  const [year, month] = partsOf(time.start);
  const first = month < 4 ? year - 1 : year;
  return Array.from({ length: time.years + (shareInFirst(time) < 1 ? 1 : 0) }, (_, index) => {
    const next = (first + index + 1) % 100;
    return `${first + index}/${String(next).padStart(2, "0")}`;
  });
};

/**
 * The lines of interventions that fall at one known moment, by address: 1 where that is in the financial year in which its model year begins, else 0.
 * Lines that follow each joiner have no such moment.
 */
export const momentsOf = ({ interventions, time }: Scenario): ReadonlyMap<string, number> =>
  new Map(
    Object.values(interventions).flatMap(({ lines, startYears }) =>
      lines.flatMap(({ address, timing, clock }): readonly (readonly [string, number])[] => {
        if (!("atYears" in timing) || clock === "joining") return [];
        const moment = startYears + timing.atYears + justAfter;
        return [[address, moment - Math.floor(moment) < shareInFirst(time) ? 1 : 0]];
      }),
    ),
  );

// A moment that is a cycle's start but for rounding is in the year that starts there.
const justAfter = 1e-9;

/** What a pound of the price year is in the cash of each of some financial years; a year that the series does not reach is a problem. */
export const cashFactorsOf = (
  { money }: Pick<Scenario, "money">,
  years: readonly string[],
  series: PriceSeries,
): readonly number[] => {
  const factors = years.map((to) => uprate(1, { from: money.priceYear, to, series }));
  const beyond = years.filter((_, index) => factors[index] === undefined);
  if (beyond.length === 0) return factors as readonly number[];
  const named = beyond.length > 3 ? [...beyond.slice(0, 2), `${beyond.length - 2} more`] : beyond;
  const known = Object.keys(series.index);
  throw new ScenarioError([
    {
      severity: "error",
      address: "options.pounds",
      what: `The prices of ${listed(named)} are not known: ${series.name} has ${known.length === 0 ? "no years" : `${known[0]} to ${known.at(-1)}`}.`,
      mend: "Ask for real pounds, run fewer years, or (in code) give ledger a series of your own that forecasts them.",
    },
  ]);
};
