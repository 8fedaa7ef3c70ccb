import { largestOf, smallestOf } from "../base/mathematics/largest.js";
import { percentage, percentText } from "../base/problems/number-text.js";
import { recordOf } from "../base/records.js";
import type { SettingForm, Settings } from "../scenario/scenario.js";

/** Lists of values, by address. */
export type Values = Readonly<Record<string, readonly SettingForm[]>>;

/** A value that is a number or a percentage above 0, without a range. NaN if it is something else. */
export const plainNumber = (value: SettingForm): number => {
  const number = typeof value === "string" ? percentage(value) : value;
  return typeof number === "number" && number > 0 ? number : Number.NaN;
};

/** True if each value is between the least and the greatest of its address, or there is but one, and it is that. */
export const isWithin = (set: Settings, spans: Values): boolean =>
  Object.entries(spans).every(([address, [least, greatest]]) => {
    const [from, number, to] = [least, set[address], greatest].map(plainNumber);
    return set[address] === least || (from < to && from <= number && number <= to);
  });

/** The least and the greatest value of each address, with others, and `times` these. A percentage goes on to 100%. */
export const widened = (spans: Values, values: Values, times: number): Values =>
  recordOf(Object.keys(spans), (address) => {
    const [least, greatest] = spans[address];
    const form = (number: number): SettingForm => (typeof least === "string" ? percentText(number) : number);
    const numbers = values[address].map(plainNumber).filter(Boolean);
    const [low, high] = [smallestOf(numbers), largestOf(numbers)];
    const most = typeof least === "string" && high <= 1 ? 1 : high * times;
    return [
      low < plainNumber(least) ? form(low / times) : least,
      high < plainNumber(greatest) ? greatest : form(Math.min(high * times, most)),
    ];
  });

/** Every combination of the values at some addresses, the last address first to change. */
export const combinations = (settings: Values): readonly Settings[] =>
  Object.entries(settings).reduce<readonly Settings[]>(
    (before, [address, values]) => before.flatMap((set) => values.map((value) => ({ ...set, [address]: value }))),
    [{}],
  );
