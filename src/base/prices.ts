/** A price index by calendar year. Only ratios of it are used, so its base year does not matter. */
export interface PriceSeries {
  readonly name: string;
  readonly source: string;
  readonly index: Readonly<Record<string, number>>;
}

/**
 * The calendar year whose index applies to a price year. A financial year such as 2009/10 takes the index of 2009.
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
 * Converts an amount from the prices of one year to those of another: amount × index[to] / index[from].
 * @param pounds the amount, in pounds of `from`
 * @param change the two price years, "2009/10" or "2009", and the index
 * @returns the amount, in pounds of `to`; undefined if a year is written wrongly or is outside the series
 * @example
 * const series = { name: "an index", source: "invented", index: { 2009: 50, 2010: 51 } };
 * uprate(100, { from: "2009/10", to: "2010", series }) // => 102
 */
export const uprate = (
  pounds: number,
  { from, to, series }: { readonly from: string; readonly to: string; readonly series: PriceSeries },
): number | undefined => {
  const [before, after] = [indexOf(series, from), indexOf(series, to)];
  return before === undefined || after === undefined ? undefined : (pounds * after) / before;
};

const indexOf = ({ index }: PriceSeries, priceYear: string): number | undefined => {
  const year = indexYear(priceYear);
  return year === undefined ? undefined : index[String(year)];
};
