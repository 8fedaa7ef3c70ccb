import { financialYearFrom, indexOfPrices, type PriceSeries } from "../../base/appraisal/prices.js";
import { percentText } from "../../base/problems/number-text.js";
import { deflators } from "../../data/deflators.js";

/** How prices rise after the last year of the published index. Shares per year: 0.02 is 2 %. */
export interface Inflation {
  readonly isStated: boolean;
  /** The rate at which prices rise from the year before, by calendar year. */
  readonly rates: Readonly<Record<string, number>>;
  /** The rate of every other year after the index. */
  readonly beyond: number;
}

const published: PriceSeries = deflators["hm-treasury-2025"];

/** The last calendar year of the published index. */
export const lastPublishedYear = Number(Object.keys(published.index).at(-1));

/** How many years the index is extended: further than any run. */
const yearsBeyond = 200;

/**
 * The published index, extended by the rates of inflation. The rate of a year is the rise from the year before, of
 * calendar and of financial years alike.
 */
export const pricesWith = ({ rates, beyond }: Inflation): PriceSeries => {
  const index: Record<string, number> = { ...published.index };
  for (let year = lastPublishedYear + 1; year <= lastPublishedYear + yearsBeyond; year++) {
    const rise = 1 + (rates[year] ?? beyond);
    index[year] = index[year - 1] * rise;
    index[financialYearFrom(year)] = (indexOfPrices({ index }, financialYearFrom(year - 1)) ?? 0) * rise;
  }
  return { ...published, index };
};

/** True if the prices of a year are published, so that inflation has no part in them. */
export const isPublished = (priceYear: string): boolean => indexOfPrices(published, priceYear) !== undefined;

/** Inflation in words: `3% in 2026, 2% a year after 2026`. */
export const inflationText = ({ rates, beyond }: Inflation): string => {
  const stated = Object.entries(rates).map(([year, rate]) => `${percentText(rate)} in ${year}, `);
  return `${stated.join("")}${percentText(beyond)} a year after ${Object.keys(rates).at(-1) ?? lastPublishedYear}`;
};
