import { checkGiven } from "../problems/given.js";
import { checkArgument, checkFinite } from "../problems/options.js";

/**
 * A price index by calendar year ("2009"), by financial year ("2009/10"), or both. A financial year that it does not
 * have is three quarters of the calendar year in which it begins and one quarter of the next. Only ratios of an index
 * are used, so its base year does not matter.
 */
export interface PriceSeries {
  /** A name for readers. */
  readonly name: string;
  /** The publication that the index is from. */
  readonly source: string;
  /** The index by year, `"2009"` or `"2009/10"`: above 0, in any unit. */
  readonly index: Readonly<Record<string, number>>;
}

/**
 * The calendar year in which a price year begins: 2009 for the financial year 2009/10.
 * @param priceYear "2009/10" or "2009"
 * @returns the calendar year; undefined if the text is neither, such as "2009/11"
 * @example indexYear("1999/00") // => 1999
 */
export const indexYear = (priceYear: string): number | undefined => {
  const match = /^(\d{4})(?:\/(\d{2}))?$/.exec(priceYear);
  if (!match) return undefined;
  const year = Number(match[1]);
  return match[2] === undefined || Number(match[2]) === (year + 1) % 100 ? year : undefined;
};

/**
 * The financial year that begins in a calendar year, as a price year.
 * @example financialYearFrom(1999) // => "1999/00"
 */
export const financialYearFrom = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, "0")}`;

/**
 * Converts an amount from the prices of one year to those of another: amount × index[to] / index[from].
 * @param pounds the amount, in pounds of `from`
 * @param change the two price years, "2009/10" or "2009", and the index
 * @returns the amount, in pounds of `to`; undefined if a year is written wrongly or is outside the series
 * @throws ScenarioError if the amount is no finite number, or the index of a year is not above 0
 * @example
 * const series = { name: "an index", source: "invented", index: { 2009: 50, 2010: 51 } };
 * uprate(100, { from: "2009", to: "2010", series }) // => 102
 * uprate(100, { from: "2009", to: "2009/10", series }) // => 100.5
 */
export const uprate = (
  pounds: number,
  change: { readonly from: string; readonly to: string; readonly series: PriceSeries },
): number | undefined => {
  checkFinite("pounds", pounds);
  checkGiven(
    change,
    "change",
    { from: "", to: "", series: { index: {} } },
    () => "uprate needs two price years and an index: { from, to, series }.",
  );
  const { from, to, series } = change;
  const [before, after] = [indexOfPrices(series, from), indexOfPrices(series, to)];
  if (before === undefined || after === undefined) return undefined;
  checkIndex(from, before);
  checkIndex(to, after);
  return (pounds * after) / before;
};

const checkIndex = (priceYear: string, index: number): void =>
  checkArgument(`The index of ${priceYear}`, index, (value, what) =>
    Number.isFinite(value) && index > 0 ? undefined : `${what} is above 0, not ${value}.`,
  );

/** The index of a price year. Undefined if the year is written wrongly or is outside the series. */
export const indexOfPrices = ({ index }: Pick<PriceSeries, "index">, priceYear: string): number | undefined => {
  const year = indexYear(priceYear);
  const isKnown = year === undefined || Object.hasOwn(index, priceYear);
  return isKnown || !priceYear.includes("/") ? index[priceYear] : overYears(index[year], index[year + 1]);
};

/** The index of a financial year (from 1 April) by those of its two calendar years. Undefined if one is. */
const overYears = (first: number | undefined, second: number | undefined): number | undefined =>
  first === undefined || second === undefined ? undefined : 0.75 * first + 0.25 * second;
